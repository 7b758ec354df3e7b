"""SQLite's connections, kept open from one transaction to the next, which the driver itself begins and ends.

SQLAlchemy takes some 200 µs to open a connection and to begin and end a transaction on it, the driver 10; a click has
two or three. What is executed by SQLAlchemy takes part: its own transaction on such a connection never ends, and means
nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection as Driver
from sqlite3 import OperationalError
from typing import cast

from sqlalchemy import Connection, Engine, event

from storage.engine import BEGINS

OTHERS = 0.4
"""Seconds that a change waits for another process to let go of the file: a person is answered within one."""


class Connections:
    """Of one engine; closed with it. The one used last is taken first: it has its pages and statements at hand."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._idle: list[Connection] = []
        event.listen(engine, "engine_disposed", self._close)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """All that is read here is of one moment."""
        connection = self.begin("BEGIN")
        try:
            yield connection
        finally:
            self.end(connection)

    def begin(self, how: str) -> Connection:
        connection = self._taken() or self._open()
        try:
            driver(connection).execute(how)
        except BaseException:
            connection.close()
            raise
        return connection

    def end(self, connection: Connection) -> None:
        """Whatever was not committed is taken back."""
        try:
            driver(connection).rollback()
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)

    def empty_log(self) -> bool:
        """Bring all into the database's own file, and cut the log to nothing; whether somebody was in the way.

        https://www.sqlite.org/pragma.html#pragma_wal_checkpoint
        """
        connection = self._taken() or self._open()
        try:
            ((busy, *_),) = driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except OperationalError:  # locked, or no longer to be written
            connection.close()
            return True
        self._idle.append(connection)
        return bool(busy)

    def _open(self) -> Connection:
        connection = self._engine.connect().execution_options(**{BEGINS: ""})
        connection.detach()
        driver(connection).execute(f"PRAGMA busy_timeout = {int(OTHERS * 1000)}")
        return connection

    def _taken(self) -> Connection | None:
        """One that is idle. Others take and bring back meanwhile: only the taking itself tells whether there is one."""
        try:
            return self._idle.pop()
        except IndexError:
            return None

    def _close(self, _: Engine) -> None:
        while connection := self._taken():
            connection.close()


def driver(connection: Connection) -> Driver:
    return cast("Driver", connection.connection.dbapi_connection)
