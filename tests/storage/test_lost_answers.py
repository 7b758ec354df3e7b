"""A COMMIT whose answer was lost may have happened: asked again, the same intention is answered, and done no second
time.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, event, func, select, text
from sqlalchemy.exc import OperationalError

from bot import services
from bot.answers import Answer
from bot.ids import LeadId, Origin
from bot.leads import Given, Kind
from bot.people import Person
from storage.store import SqlStore
from storage.tables import entries, leads, notices
from tests.storage.conftest import NOW

ACME, CLICK = Given(Kind.SALES, "Acme"), Origin("form:1")


@contextmanager
def its_answer_gets_lost(store: SqlStore, *, happens: bool) -> Iterator[None]:
    """The server commits, or not, and the connection to it breaks before it has said so."""

    def breaks(connection: Connection) -> None:
        own = connection.scalar(text("SELECT pg_backend_pid()"))
        if happens:
            connection.exec_driver_sql("COMMIT")
        with store.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as another:
            another.execute(text("SELECT pg_terminate_backend(:own, 5000)"), {"own": own})
        connection.exec_driver_sql("SELECT 1")

    event.listen(store.engine, "commit", breaks)
    try:
        yield
    finally:
        event.remove(store.engine, "commit", breaks)


def rows(store: SqlStore) -> list[int]:
    """How many leads, entries of history and notices there are."""
    with store.engine.connect() as connection:
        return [connection.scalar(select(func.count()).select_from(kept)) or 0 for kept in (leads, entries, notices)]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("happens", [True, False])
def test_whoever_asks_again_is_answered_and_it_is_done_once(store: SqlStore, erin: Person, *, happens: bool) -> None:
    with its_answer_gets_lost(store, happens=happens), pytest.raises(OperationalError):
        services.log_lead(store, CLICK, ACME, by=erin.id, now=NOW)
    after_the_first = rows(store)

    answer = services.log_lead(store, CLICK, ACME, by=erin.id, now=NOW)

    assert (after_the_first[0] == 1) is happens, "so that the test means what it says"
    assert answer == Answer("logged", LeadId(1 if happens else answer.lead or 0))
    assert rows(store)[:2] == [1, 1]
    if happens:
        assert rows(store) == after_the_first
