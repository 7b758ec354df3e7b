"""Leads come from lists that were kept elsewhere: when they came, and which row of which list each of them was."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leads", sa.Column("imported_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "imported",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("fate", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_imported_lead"),
        sa.PrimaryKeyConstraint("key", name="pk_imported"),
    )
    op.create_index("ix_imported_lead", "imported", ["lead"])
    op.create_index("ix_imported_file", "imported", ["file", "fate"])
