"""When each person's digest comes, and the way to what happened lately."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "schedules",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_schedules_person"),
        sa.PrimaryKeyConstraint("what", "person", name="pk_schedules"),
    )
    op.create_index("ix_schedules_next_at", "schedules", ["what", "next_at"])
    op.create_index("ix_entries_kind", "entries", ["kind", "at"])
