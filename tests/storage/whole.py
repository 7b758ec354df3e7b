"""Whether a database is whole: all its values, its tables as the code describes them, its triggers, its references."""

from collections.abc import Mapping, Sequence
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from storage.tables import Row
from storage.triggers import APPEND_ONLY

Rows = Mapping[str, Sequence[Mapping[str, object]]]
"""By table."""


def dump(connection: Connection) -> Rows:
    """All that is in our tables."""
    return {
        name: [dict(row) for row in connection.execute(text(f'SELECT * FROM "{name}"')).mappings()]  # noqa: S608
        for name in inspect(connection).get_table_names()
        if ours(name)
    }


RECKONED = {"account"}
"""Columns that are made of others, and anew where that is done in another way."""
TRACES = "traces"
"""The whole table is."""


def lost(before: Rows, after: Rows) -> Rows:
    """Rows that are not there any more with all their values; a newer table may have more rows, and more columns."""
    gone = {
        name: [row for row in map(_kept, rows) if not _is_among(row, after.get(name, ()))]
        for name, rows in before.items()
        if name != TRACES
    }
    return {name: rows for name, rows in gone.items() if rows}


def _kept(row: Mapping[str, object]) -> Mapping[str, object]:
    return {name: value for name, value in row.items() if name not in RECKONED}


def _is_among(row: Mapping[str, object], rows: Sequence[Mapping[str, object]]) -> bool:
    return any(row == {name: other.get(name) for name in row} for other in rows)


def ours(name: str | None) -> bool:
    return not (name or "").startswith(("alembic_", "procrastinate_"))


def differences(connection: Connection) -> list[Any]:
    """Between the tables and what the code says of them."""
    only_ours = {"compare_type": True, "include_name": lambda name, kind, _: kind != "table" or ours(name)}
    context = MigrationContext.configure(connection, opts=only_ours)
    return list(compare_metadata(context, Row.metadata))


def orphans(connection: Connection) -> list[Any]:
    """Rows that refer to nothing; PostgreSQL has none by itself."""
    if connection.dialect.name != "sqlite":
        return []
    return list(connection.execute(text("PRAGMA foreign_key_check")).all())


def unguarded(engine: Engine) -> list[str]:
    """What should be refused, and is not."""
    acts = [
        act
        for table in APPEND_ONLY
        for act in (f"DELETE FROM {table}", f"UPDATE {table} SET {_first_column(table)} = {_first_column(table)}")  # noqa: S608
    ]
    return [act for act in [*acts, "UPDATE leads SET referrer = referrer + 1"] if not _is_refused(engine, act)]


def _first_column(table: str) -> str:
    return str(next(iter(Row.metadata.tables[table].columns)).name)


def _is_refused(engine: Engine, act: str) -> bool:
    try:
        with engine.begin() as connection:
            connection.execute(text(act))
            connection.rollback()
    except DatabaseError as refusal:
        return any(word in str(refusal.orig) for word in ("append-only", "keeps its referrer"))
    return False
