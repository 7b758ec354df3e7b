"""Changes that meet on SQLite share one flush of the disk, and nothing else."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from sqlite3 import Connection, IntegrityError
from sys import settrace
from threading import Event
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, text

from bot.notices import Notice
from storage import SqlStore, migrate, open_engine

if TYPE_CHECKING:
    from _typeshed import TraceFunction

MANY = 12


class Flushes:
    """Counted where SQLite itself is told to."""

    def __init__(self) -> None:
        self.many = 0

    def watch(self, connection: Connection, _: object) -> None:
        connection.set_trace_callback(self._see)

    def _see(self, statement: str) -> None:
        self.many += statement == "COMMIT"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = SqlStore(open_engine(f"sqlite:///{tmp_path / 'leadloop.db'}"))
    migrate(store.engine)
    yield store
    store.close()


def put(store: SqlStore, n: int, *, fails: bool = False, breaks: bool = False) -> None:
    with store.write() as unit:
        unit.put(Notice(f"moved:{n}", "person:1", "say", answers_a_click=True))
        if breaks:
            unit.connection.execute(text("PRAGMA defer_foreign_keys=ON"))
            unit.connection.execute(text("INSERT INTO undone (entry) VALUES (4711)"))
        if fails:
            raise LookupError


def keys(store: SqlStore) -> set[str]:
    with store.read() as reading:
        return set(reading.keys("moved:"))


def together(store: SqlStore, changes: list[Callable[[], None]]) -> list[BaseException | None]:
    """How each ended: all but the first stand in line while that is made, and go on when it is."""
    begun, goes_on = Event(), Event()

    def first() -> None:
        with store.write() as unit:
            unit.put(Notice("moved:0", "person:1", "say", answers_a_click=True))
            begun.set()
            goes_on.wait(5)

    with ThreadPoolExecutor(MANY) as pool:
        ends = [pool.submit(first)]
        begun.wait(5)
        ends += [pool.submit(change) for change in changes]
        Event().wait(0.2)
        goes_on.set()
    return [end.exception() for end in ends]


def test_changes_that_meet_share_a_flush_and_one_that_fails_takes_no_other_with_it(store: SqlStore) -> None:
    flushes = Flushes()
    store.engine.dispose()
    event.listen(store.engine, "connect", flushes.watch)

    ends = together(store, [partial(put, store, n, fails=n % 3 == 0) for n in range(1, MANY)])

    kept = {n for n, end in enumerate(ends) if end is None}
    assert kept == {0} | {n for n in range(MANY) if n % 3}
    assert keys(store) == {f"moved:{n}" for n in kept}
    assert 0 < flushes.many < MANY / 2


def test_nobody_is_told_of_a_change_that_the_flush_lost(store: SqlStore) -> None:
    ends = together(store, [partial(put, store, n, breaks=n == 2) for n in range(1, 4)])

    assert ends[2] is not None
    assert keys(store) == {f"moved:{n}" for n, end in enumerate(ends) if end is None}


def test_after_a_lost_flush_all_goes_on(store: SqlStore) -> None:
    with pytest.raises(IntegrityError):
        put(store, 1, breaks=True)

    put(store, 2)

    assert keys(store) == {"moved:2"}


def test_a_store_is_closed_while_others_still_read(store: SqlStore) -> None:
    with ExitStack() as still_reading:

        def somebody_reads(frame: FrameType, what: str, _: object) -> "TraceFunction | None":
            """Between any two lines of the closing."""
            if frame.f_code.co_name != "_close":
                return None
            if what == "line":
                settrace(None)
                still_reading.enter_context(store.read())
                settrace(somebody_reads)
            return somebody_reads

        with store.read(), store.read():
            pass  # so that two connections are idle
        settrace(somebody_reads)
        try:
            store.engine.dispose()
        finally:
            settrace(None)

    assert keys(store) == set()
