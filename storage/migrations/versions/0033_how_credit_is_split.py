"""How the credit is split between those who gave a lead; until somebody proposes it, all is theirs who sourced it."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

REFERS = {"lead": "leads", "by": "people", "said": "texts", "settled_by": "people", "reason": "texts"}
OF_SHARES = {"split": "splits", "lead": "leads", "differs": "texts"}


def upgrade() -> None:
    op.add_column("leads", sa.Column("share", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "splits",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("lead", "by")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("said", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=True) for name in ("asked_at", "due")),
        sa.Column("outcome", sa.String(), nullable=True),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("settled_by", "reason")),
        *(sa.ForeignKeyConstraint([name], [f"{table}.id"], name=f"fk_splits_{name}") for name, table in REFERS.items()),
        sa.PrimaryKeyConstraint("id", name="pk_splits"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_splits_lead", "splits", ["lead"])
    is_due = sa.text("due IS NOT NULL")
    op.create_index("ix_splits_due", "splits", ["due"], sqlite_where=is_due, postgresql_where=is_due)
    op.create_table(
        "split_shares",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("split", "lead", "place", "share")),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("differs", sa.Integer(), nullable=True),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=f"fk_split_shares_{name}")
            for name, table in OF_SHARES.items()
        ),
        sa.PrimaryKeyConstraint("split", "lead", name="pk_split_shares"),
    )
