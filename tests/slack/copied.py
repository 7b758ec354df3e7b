"""A company that is set up, as its services have left it in the database: written once a process, and copied since.

Nobody knows who was named before: it is done by the services where anybody was met, and where it is done for the first
time.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

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


def is_fresh(store: SqlStore) -> bool:
    with store.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(people)).scalar() == 0


def keep(store: SqlStore, began: datetime) -> None:
    """What stands there now; moments since it `began` are those of whoever copies it."""
    with store.engine.connect() as connection:
        _kept[store.engine.dialect.name] = {table: _rows(connection, table, began) for table in TABLES}


def copy(store: SqlStore, now: datetime) -> bool:
    """Whether there is one to be copied."""
    kept = _kept.get(store.engine.dialect.name)
    if kept is None or not is_fresh(store):
        return False
    with store.engine.begin() as connection:
        for table, rows in kept.items():
            connection.execute(insert(table), [row | {name: now for name in row if row[name] is NOW} for row in rows])
    return True


def _rows(connection: Connection, table: Table, began: datetime) -> list[dict[str, Any]]:
    """In their order and without their numbers, which the database gives anew, and the same."""
    numbered = [column for column in table.c if column.identity is not None]
    found = connection.execute(select(table).order_by(*numbered)).mappings()
    names = [column.name for column in table.c if column not in numbered]
    return [{name: NOW if _is_since(row[name], began) else row[name] for name in names} for row in found]


def _is_since(value: object, began: datetime) -> bool:
    return isinstance(value, datetime) and began <= value < began + AT_ONCE
