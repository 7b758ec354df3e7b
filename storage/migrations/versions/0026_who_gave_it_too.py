"""Leads that are about the same: by what they are found, how they are linked, and which are parts of another.

How a company is called is compared in Latin letters, and without more legal forms: all are reckoned anew. An e-mail
address is known again with what stands behind a plus, and without.
"""

from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.accounts import account
from bot.leads import Given, Kind
from bot.matching import keys
from bot.privacy import digest, own

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

SOME = 1000
BY = ("name", "person", "email", "phone", "link")
OPEN = "status NOT IN ('declined', 'lost', 'won')"


def upgrade() -> None:
    with op.batch_alter_table("leads") as leads:
        leads.add_column(sa.Column("part_of", sa.Integer(), nullable=True))
        leads.add_column(sa.Column("parts", sa.Integer(), nullable=False, server_default="0"))
    _index("ix_leads_part_of", ["part_of", "id"], "part_of IS NOT NULL")
    op.drop_index("ix_leads_owner_open", "leads")
    _index("ix_leads_owner_open", ["owner", "promise_due", "id"], f"{OPEN} AND part_of IS NULL")
    op.create_table(
        "match_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_match_keys_lead"),
        sa.PrimaryKeyConstraint("key", "lead", name="pk_match_keys"),
    )
    op.create_index("ix_match_keys_lead", "match_keys", ["lead"])
    op.create_table(
        "links",
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_links_lead"),
        sa.ForeignKeyConstraint(["other"], ["leads.id"], name="fk_links_other"),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name="fk_links_by"),
        sa.PrimaryKeyConstraint("lead", "other", name="pk_links"),
    )
    op.create_index("ix_links_other", "links", ["other"])
    op.execute("DELETE FROM traces")
    for rows in _leads():
        _reckon(rows)


def _index(name: str, columns: list[str], condition: str) -> None:
    only = sa.text(condition)
    op.create_index(name, "leads", columns, sqlite_where=only, postgresql_where=only)


def _leads() -> Iterator[list[Any]]:
    leads = sa.table("leads", *map(sa.column, ("id", "kind", *BY)))
    last = 0
    while (
        rows := op.get_bind().execute(sa.select(leads).where(leads.c.id > last).order_by(leads.c.id).limit(SOME)).all()
    ):
        last = rows[-1].id
        yield list(rows)


def _reckon(rows: list[Any]) -> None:
    accounts = [{"its_id": row.id, "account": account(row.name)} for row in rows]
    op.get_bind().execute(sa.text("UPDATE leads SET account = :account WHERE id = :its_id"), accounts)
    _insert("match_keys", rows, lambda given: [{"key": key} for key in keys(given)])
    _insert("traces", rows, lambda given: [{"trace": digest(trace), "way": way} for way, trace in own(given)])


def _insert(name: str, rows: list[Any], made_of: Callable[[Given], list[dict[str, Any]]]) -> None:
    found = [made | {"lead": row.id} for row in rows for made in made_of(_given(row))]
    if found:
        table = sa.table(name, *map(sa.column, found[0]))
        op.get_bind().execute(sa.insert(table), found)


def _given(row: Any) -> Given:  # noqa: ANN401 - a row
    return Given(Kind(row.kind), **{name: getattr(row, name) for name in BY})
