"""When a manager hears that an owner is silent, and what each manager is still to hear of."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leads", sa.Column("manager_due", sa.DateTime(timezone=True), nullable=True))
    due = sa.text("manager_due IS NOT NULL")
    op.create_index("ix_leads_manager_due", "leads", ["manager_due"], sqlite_where=due, postgresql_where=due)
    op.create_table(
        "escalations",
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_escalations_person"),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_escalations_lead"),
        sa.PrimaryKeyConstraint("person", "lead", name="pk_escalations"),
    )
    op.create_index("ix_escalations_due", "escalations", ["due"])
