"""A company that is set up, as the services leave it in the database: done by them once a process, and copied since.

Where anybody was met before, they do it: what stands there then is not all that it makes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from bot.store import Store
from storage.store import SqlStore
from storage.tables import identities, origins, people, schedules, settings

TABLES = (people, identities, settings, origins, schedules)
"""All that it writes to."""
AT_ONCE = timedelta(minutes=1)
"""What is that near to its beginning is when it was done."""
NOW = object()
"""Stands for the moment at which it is copied."""
Rows = dict[Table, list[dict[str, Any]]]

_kept: dict[str, Rows] = {}
"""By engine."""


@contextmanager
def kept(store: Store, now: datetime) -> Iterator[None]:
    """What is made here of an empty database is there to be copied: its moments are those of whoever does."""
    fresh = isinstance(store, SqlStore) and _is_empty(store)
    yield
    if isinstance(store, SqlStore) and fresh:
        with store.engine.connect() as connection:
            _kept[store.engine.dialect.name] = {table: _rows(connection, table, now) for table in TABLES}


def copy(store: Store, now: datetime) -> bool:
    """Whether there is one to be copied, and a place for it."""
    if not isinstance(store, SqlStore) or store.engine.dialect.name not in _kept or not _is_empty(store):
        return False
    with store.engine.begin() as connection:
        for table, rows in _kept[store.engine.dialect.name].items():
            connection.execute(insert(table), [row | {name: now for name in row if row[name] is NOW} for row in rows])
    return True


def _is_empty(store: SqlStore) -> bool:
    with store.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(people)).scalar() == 0


def _rows(connection: Connection, table: Table, began: datetime) -> list[dict[str, Any]]:
    """In their order and without their numbers, which the database gives anew, and the same."""
    numbered = [column for column in table.c if column.identity is not None]
    found = connection.execute(select(table).order_by(*numbered)).mappings()
    names = [column.name for column in table.c if column not in numbered]
    return [{name: NOW if _is_since(row[name], began) else row[name] for name in names} for row in found]


def _is_since(value: object, began: datetime) -> bool:
    return isinstance(value, datetime) and began <= value < began + AT_ONCE
