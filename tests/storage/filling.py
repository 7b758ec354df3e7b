"""Rows for every table of a database, whatever its version, made up from what the database says of its columns."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import Column, Connection, MetaData, Table, func, select
from sqlalchemy import table as named

from bot.leads import Kind, Status
from storage.migrations import current
from tests.storage.conftest import NOW

EACH = len(Status)
"""Rows at a time for each table."""
OTHERS = ("alembic_", "procrastinate_")
BY_TYPE: dict[type, Callable[[int], object]] = {
    int: lambda n: n,
    bool: lambda _: False,
    datetime: lambda n: NOW + timedelta(days=n),
    date: lambda n: NOW.date() + timedelta(days=n),
    dict: lambda _: {},
    bytes: lambda _: b"x",
}
BY_NAME: dict[str, Callable[[int], object]] = {
    "kind": lambda n: list(Kind)[n // EACH % 2],
    "status": lambda n: list(Status)[n % EACH],
    "resume": lambda _: Status.ACCEPTED,
    "name_from": lambda _: "colleague",
    "tie": lambda _: "well",
    "basis": lambda _: "interest",
    "state": lambda _: "sent",
    "zone": lambda _: "Europe/Madrid",
    "currency": lambda _: "EUR",
    "name": lambda n: f"Company {n}",
    "owner": lambda n: 2 if n == 1 else 1,
    "part_of": lambda _: None,
    "unrewarded": lambda _: "role",
    "parts": lambda _: 0,
    "how": lambda _: "same",
    "proof": lambda _: "link",
    "outcome": lambda _: "dropped",
    "phase": lambda _: "fetching",
    "duplicates": lambda _: "join",
    "fate": lambda _: "new",
    "left_out": lambda _: [],
    **dict.fromkeys(("fates", "problem", "cells", "refused"), lambda _: {}),
}

MAY_BE_NOTHING = frozenset(
    {"spoke_at", "back_on", "next_step", "next_on", "due", "until", "tried_at", "minor", "undone_at"}
)
ODD = "Ö'\"%:\n🙂"
"""What text may hold, and SQL might stumble over."""


def fill(connection: Connection) -> dict[str, int]:
    """Adds to every table, the nth row to refer to the nth of others, but for owners; returns how many each has now."""
    key = (connection.dialect.name, current(connection))
    if key not in _described:
        _described[key] = MetaData()
        _described[key].reflect(connection, only=lambda name, _: not name.startswith(OTHERS))
    first = count(connection, ["people"])["people"] + 1
    for table in _described[key].sorted_tables:  # those that others refer to come first
        connection.execute(table.insert(), [_row(table, n) for n in range(first, first + EACH)])
    return count(connection, _described[key].tables)


_described: dict[tuple[str, str | None], MetaData] = {}
"""By engine and version: to ask takes longer than to fill."""


def count(connection: Connection, tables: Iterable[str]) -> dict[str, int]:
    many = [select(func.count()).select_from(named(name)).scalar_subquery().label(name) for name in tables]
    return dict(connection.execute(select(*many)).mappings().one()) if many else {}


def _row(table: Table, n: int) -> dict[str, object]:
    return {column.name: _value(table, column, n) for column in table.columns}


def _value(table: Table, column: Column[object], n: int) -> object:
    if column.name == "owner" and column.nullable and n % 7 == 0:  # of a new lead, for one
        return None
    if column.foreign_keys and column.name != "owner":
        return n
    if column.nullable and column.name in MAY_BE_NOTHING and n % 5 == 0:
        return None
    make = BY_NAME.get(column.name) or BY_TYPE.get(column.type.python_type)
    return make(n) if make else f"{table.name}:{n} {ODD}"
