"""First call and the lead desk: whom a lead waits for and until when; and its company, as it is compared.

What nobody has taken so far goes to the desk in one message at once.
"""

import sqlalchemy as sa
from alembic import op

from bot.accounts import account

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in (
        sa.Column("call", sa.Integer(), nullable=True),
        sa.Column("desk_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("desk_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("account", sa.String(), nullable=False, server_default=""),
    ):
        op.add_column("leads", column)
    due = sa.text("desk_due IS NOT NULL")
    op.create_index("ix_leads_desk_due", "leads", ["desk_due"], sqlite_where=due, postgresql_where=due)
    op.create_index("ix_leads_account", "leads", ["account", "id"])

    op.execute("UPDATE leads SET desk_due = moved_at WHERE owner IS NULL AND status IN ('new', 'sales_ready')")
    connection = op.get_bind()
    for row in connection.execute(sa.text("SELECT id, name FROM leads")).all():
        values = {"id": row.id, "account": account(row.name)}
        connection.execute(sa.text("UPDATE leads SET account = :account WHERE id = :id"), values)
