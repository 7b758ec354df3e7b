"""A store, and a few people in it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.people import Identity, Person, Profile
from storage.engine import open_engine
from storage.store import SqlStore
from tests.databases import Databases, opened

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, all_databases: Databases, tmp_path: Path) -> Iterator[Engine]:
    """A database that nobody has migrated yet."""
    engine = open_engine(all_databases.empty(request.param, tmp_path))
    yield engine
    engine.dispose()


@pytest.fixture
def store(database_url: str, tmp_path: Path) -> Iterator[SqlStore]:
    store = SqlStore(opened(database_url), erasures=tmp_path / "erased")
    yield store
    store.close()


def person(store: SqlStore, name: str, zone: str = "Europe/Berlin") -> Person:
    with store.write() as unit:
        return unit.meet(Identity("slack", "T1", f"U{name}"), Profile(name, zone), NOW)


@pytest.fixture
def erin(store: SqlStore) -> Person:
    return person(store, "Erin")


@pytest.fixture
def ravi(store: SqlStore) -> Person:
    return person(store, "Ravi", "Pacific/Auckland")
