"""Somebody says that they knew them before, or gave them first, and a manager decides."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

REFERS = {"lead": "leads", "by": "people", "settled_by": "people"} | dict.fromkeys(
    ("record", "said", "answer", "reason"), "texts"
)


def upgrade() -> None:
    op.create_table(
        "disputes",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("said", "answer")),
        sa.Column("answer_day", sa.Date(), nullable=True),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("settled_by", "reason")),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=f"fk_disputes_{name}")
            for name, table in REFERS.items()
        ),
        sa.PrimaryKeyConstraint("id", name="pk_disputes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_disputes_lead", "disputes", ["lead"])
    is_due = sa.text("due IS NOT NULL")
    op.create_index("ix_disputes_due", "disputes", ["due"], sqlite_where=is_due, postgresql_where=is_due)
