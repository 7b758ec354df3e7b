"""By what whomever a lead is about is known again, when another lead is about them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.leads import Given, Kind
from bot.privacy import digest, own

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

SOME = 1000
BY = ("name", "person", "email", "phone")


def upgrade() -> None:
    op.create_table(
        "traces",
        sa.Column("trace", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_traces_lead"),
        sa.PrimaryKeyConstraint("trace", "way", "lead", name="pk_traces"),
    )
    op.create_index("ix_traces_lead", "traces", ["lead"])
    _trace_what_is_there()


def _trace_what_is_there() -> None:
    leads = sa.table("leads", *map(sa.column, ("id", "kind", *BY)))
    traces = sa.table("traces", sa.column("trace"), sa.column("way"), sa.column("lead"))
    last = 0
    while (
        rows := op.get_bind().execute(sa.select(leads).where(leads.c.id > last).order_by(leads.c.id).limit(SOME)).all()
    ):
        last = rows[-1].id
        found: list[dict[str, Any]] = [
            {"trace": digest(trace), "way": way, "lead": row.id}
            for row in rows
            for way, trace in sorted(own(Given(Kind(row.kind), **{name: getattr(row, name) for name in BY})))
        ]
        if found:
            op.get_bind().execute(sa.insert(traces), found)
