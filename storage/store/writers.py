"""SQLite's one writer: changes stand in line in this process, and those that meet in it share one flush of the disk.

A flush takes milliseconds, a change less: sixteen threads of the carrier that each wait for their own would hold up a
person for as many. Nobody is told of a change before the flush that holds it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from sqlite3 import OperationalError
from threading import Event, Lock
from time import monotonic

from sqlalchemy import Connection

from storage.engine import BUSY
from storage.store.connections import Connections, driver

MOST = 16
"""Changes to one flush."""
LOOK = 0.05
"""Seconds after which one who waits for the flush looks whether somebody is still about to do it."""


class _Group:
    """Changes in one transaction of SQLite's, each but the first behind a savepoint."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.raw = driver(connection)
        self.members = 0
        self.done = Event()
        self.fault: BaseException | None = None


class Writers:
    """Gives each change its turn; raises TimeoutError where others take too long."""

    def __init__(self, connections: Connections, forget: Callable[[], None]) -> None:
        """`forget` is called where a flush failed: what one change had seen of another never was."""
        self._connections = connections
        self._forget = forget
        self._turn = Lock()
        self._counting = Lock()
        self._in_line = 0
        self._refused_at = 0.0
        """The monotonic moment at which another process last did not let go of the file in time."""
        self._group: _Group | None = None

    @contextmanager
    def change(self) -> Iterator[Connection]:
        """A connection to change things by; ends when that is on the disk. Nothing stays of a change that raises."""
        self._wait_for_turn()
        try:
            group = self._begin()
            with self._member(group):
                yield group.connection
            self._end(group, others=self._in_line > 0)
        finally:
            self._turn.release()
        self._wait_for_flush(group)

    def _wait_for_turn(self) -> None:
        """Whoever stands in line behind one who was refused the file is refused with it, and does not wait anew."""
        joined = monotonic()
        self._count(1)
        try:
            while not self._turn.acquire(timeout=LOOK):
                if monotonic() > joined + BUSY:
                    raise TimeoutError("another change takes too long")
                self._check_file(joined)
        finally:
            self._count(-1)
        try:
            self._check_file(joined)
        except TimeoutError:
            self._turn.release()
            raise

    def _check_file(self, since: float) -> None:
        if self._group is None and self._refused_at > since:
            raise TimeoutError("another process holds the database")

    def _count(self, many: int) -> None:
        with self._counting:
            self._in_line += many

    def _begin(self) -> _Group:
        if self._group is None:
            try:
                self._group = _Group(self._connections.begin("BEGIN IMMEDIATE"))
            except OperationalError:
                self._refused_at = monotonic()
                raise
        return self._group

    @contextmanager
    def _member(self, group: _Group) -> Iterator[None]:
        """One change: what it did is taken back if it raises, and what the others did stays."""
        shared = group.members > 0
        if shared:
            group.raw.execute("SAVEPOINT change")
        try:
            yield
            if shared:
                group.raw.execute("RELEASE change")
        except BaseException as fault:
            self._take_back(group, fault)
            raise
        group.members += 1

    def _take_back(self, group: _Group, fault: BaseException) -> None:
        if group.members and group.raw.in_transaction:
            group.raw.execute("ROLLBACK TO change")
            group.raw.execute("RELEASE change")
            self._end(group, others=self._in_line > 0)
        else:  # it was alone; or SQLite took back all, as it does where the disk is full
            self._close(group, fault)

    def _end(self, group: _Group, *, others: bool) -> None:
        """Flush, unless somebody in line will."""
        if others and group.members < MOST:
            return
        try:
            group.raw.execute("COMMIT")
        except BaseException as fault:
            self._close(group, fault)
            raise
        self._close(group, None)

    def _close(self, group: _Group, fault: BaseException | None) -> None:
        self._group, group.fault = None, fault
        if fault is not None and group.members:
            self._forget()
        try:
            self._connections.end(group.connection)
        finally:
            group.done.set()

    def _wait_for_flush(self, group: _Group) -> None:
        while not group.done.wait(LOOK):
            if self._turn.acquire(blocking=False):  # whoever was in line gave up
                try:
                    if not group.done.is_set():
                        self._end(group, others=False)
                finally:
                    self._turn.release()
        if group.fault is not None:
            raise RuntimeError("a change was not kept, since the disk took none") from group.fault
