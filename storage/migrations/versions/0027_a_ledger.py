"""The history is a ledger: each entry has a hash of itself and of the one before it; anchors say what there was.

Whoever gave a lead unnamed stays so where a manager decides that somebody else has the credit.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.ledger import HASHED, chained

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

SOME = 1000
JSONS = ("before", "facts", "texts", "seals")


def upgrade() -> None:
    op.create_table(
        "anchors",
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("last", "entries", "leads")),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_anchors"),
    )
    op.add_column("entries", sa.Column("hash", sa.String(), nullable=False, server_default=""))
    op.add_column("leads", sa.Column("gave_unnamed", sa.Integer(), nullable=True))
    guarded = op.get_bind().dialect.name == "postgresql"  # on SQLite the triggers are lifted before a migration
    if guarded:
        op.execute("ALTER TABLE entries DISABLE TRIGGER USER")
    for rows in _chained():
        op.get_bind().execute(sa.text("UPDATE entries SET hash = :hash WHERE id = :its_id"), rows)
    if guarded:
        op.execute("ALTER TABLE entries ENABLE TRIGGER USER")


def _chained() -> Iterator[list[dict[str, Any]]]:
    """The hashes of all entries there are, some at a time, each lead's in their order."""
    kinds: dict[str, Any] = {name: sa.JSON() for name in JSONS} | {"at": sa.DateTime(timezone=True)}
    its = sa.table("entries", sa.column("id"), *(sa.column(name, kinds.get(name)) for name in HASHED))
    lead, seq, before = 0, 0, ""
    while rows := op.get_bind().execute(_after(its, lead, seq)).mappings().all():
        found = []
        for row in rows:
            before = chained(before if row["lead"] == lead else "", {**row, "at": _aware(row["at"])})
            lead, seq = row["lead"], row["seq"]
            found.append({"its_id": row["id"], "hash": before})
        yield found


def _after(its: Any, lead: int, seq: int) -> Any:  # noqa: ANN401 - SQLAlchemy's
    later = sa.or_(its.c.lead > lead, sa.and_(its.c.lead == lead, its.c.seq > seq))
    return sa.select(its).where(later).order_by(its.c.lead, its.c.seq).limit(SOME)


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)
