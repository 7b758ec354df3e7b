"""An admin brings a list from Slack: how far it is, and its rows while they wait."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "incoming",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("name", "reference", "duplicates", "phase")),
        sa.Column("digest", sa.String(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("rows", "done", "last")),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("left_out", "fates", "problem")),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=True) for name in ("due", "until")),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name="fk_incoming_by"),
        sa.PrimaryKeyConstraint("id", name="pk_incoming"),
        sqlite_autoincrement=True,
    )
    for name in ("due", "until"):
        waits = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_incoming_{name}", "incoming", [name], sqlite_where=waits, postgresql_where=waits)
    op.create_table(
        "waiting_rows",
        sa.Column("incoming", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=True),
        sa.Column("fate", sa.String(), nullable=True),
        sa.Column("lead", sa.Integer(), nullable=True),
        sa.Column("other_row", sa.Integer(), nullable=True),
        sa.Column("refused", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["incoming"], ["incoming.id"], name="fk_waiting_rows_incoming"),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_waiting_rows_lead"),
        sa.PrimaryKeyConstraint("incoming", "number", name="pk_waiting_rows"),
    )
