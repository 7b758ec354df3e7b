"""A lead is logged for a colleague; its receipt is named after who reads it, since there may be a second one."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("leads") as leads:
        leads.add_column(sa.Column("logged_by", sa.Integer(), nullable=True))
    op.execute("UPDATE notices SET key = key || ':' || substr(address, 8) WHERE intent = 'receipt'")
