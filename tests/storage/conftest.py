"""A store, and a few people in it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.people import Identity, Person, Profile
from storage.engine import open_engine
from storage.store import SqlStore

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


@pytest.fixture
def store(database_url: str) -> Iterator[SqlStore]:
    store = SqlStore(open_engine(database_url))
    yield store
    store.close()


def _person(store: SqlStore, name: str, zone: str = "Europe/Berlin") -> Person:
    with store.write() as unit:
        return unit.meet(Identity("slack", "T1", f"U{name}"), Profile(name, zone), NOW)


@pytest.fixture
def erin(store: SqlStore) -> Person:
    return _person(store, "Erin")


@pytest.fixture
def ravi(store: SqlStore) -> Person:
    return _person(store, "Ravi", "Pacific/Auckland")
