"""What is held back or erased of a lead, who was shown contact data, who wants no contact, what people asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

NOTICES = sa.table("notices", sa.column("id"), sa.column("args", sa.JSON), sa.column("receipt"))
LISTS = ("leads", "steps", "backs", "asks", "escalated")
"""Arguments of the notices until now that name several leads."""


def upgrade() -> None:
    op.add_column("leads", sa.Column("restricted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("leads", sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "mentions",
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.Column("notice", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_mentions_lead"),
        sa.ForeignKeyConstraint(["notice"], ["notices.id"], name="fk_mentions_notice"),
        sa.PrimaryKeyConstraint("lead", "notice", name="pk_mentions"),
    )
    _seen()
    _asked_for()
    _mention()


def _seen() -> None:
    op.create_table(
        "disclosures",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_disclosures_lead"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_disclosures_person"),
        sa.PrimaryKeyConstraint("id", name="pk_disclosures"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_disclosures_lead", "disclosures", ["lead", "id"])
    op.create_index("ix_disclosures_person", "disclosures", ["person", "at"])


def _asked_for() -> None:
    op.create_table(
        "objections",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_objections"),
    )
    op.create_table(
        "requests",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("leads", sa.JSON(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("notices", sa.JSON(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name="fk_requests_by"),
        sa.PrimaryKeyConstraint("id", name="pk_requests"),
        sqlite_autoincrement=True,
    )
    going = sa.text("done_at IS NULL")
    op.create_index("ix_requests_going", "requests", ["id"], sqlite_where=going, postgresql_where=going)


def _mention() -> None:
    """What was said before is found by what it was said with; App Homes are shown anew when they are opened."""
    connection = op.get_bind()
    rows = connection.execute(sa.select(NOTICES).order_by(NOTICES.c.id)).all()
    known = {number for (number,) in connection.execute(sa.text("SELECT id FROM leads"))}
    of: dict[str, dict[int, int]] = {
        what: dict(connection.execute(sa.text(f"SELECT id, lead FROM {table}")).all())  # noqa: S608 - names of ours
        for what, table in (("entry", "entries"), ("win", "wins"), ("remark", "remarks"))
    }
    found: dict[int, set[int]] = {}
    for number, kept, _ in rows:
        args = kept if isinstance(kept, dict) else {}
        found[number] = _leads(args, of) & known
        for other in _numbers(args.get("notices")):
            found[number] |= found.get(other, set())
    pairs = [{"lead": lead, "notice": number} for number, _, said in rows if said for lead in found[number]]
    if pairs:
        connection.execute(sa.text("INSERT INTO mentions (lead, notice) VALUES (:lead, :notice)"), pairs)


def _leads(args: dict[str, object], of: dict[str, dict[int, int]]) -> set[int]:
    leads = {number for name in LISTS for number in _numbers(args.get(name))} | _numbers(args.get("lead"))
    return leads | {by[number] for name, by in of.items() for number in _numbers(args.get(name)) if by.get(number)}


def _numbers(value: object) -> set[int]:
    return {int(number) for number in str(value or "").replace(",", " ").split() if number.isdecimal()}
