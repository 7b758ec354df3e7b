"""Where a lead is in the CRM, and what people say is wrong."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leads", sa.Column("crm", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "remarks",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("screen", sa.String(), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name="fk_remarks_by"),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_remarks_lead"),
        sa.PrimaryKeyConstraint("id", name="pk_remarks"),
        sqlite_autoincrement=True,
    )
