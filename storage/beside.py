"""The store for commands that work beside a bot that serves: it must be there already, and of this version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY

from sqlalchemy import make_url

from bot.errors import Crossed
from storage.engine import open_engine
from storage.holding import enter
from storage.migrations import current, newest
from storage.store import SqlStore, SqlUnit
from storage.store.rows import Compared


class NotReadyError(Exception):
    """There is no such database yet, or it is of another version; the sentence says what to do."""


class Patient(SqlStore):
    """Where another process has SQLite's file, that is no fault: the change is given up, and can be tried again."""

    @contextmanager
    def write(self) -> Iterator[SqlUnit]:
        try:
            with super().write() as unit:
                yield unit
        except BaseException as error:
            self._shelf.read = Compared()  # what a change had seen that came to nothing never was
            if isinstance(error, TimeoutError) or getattr(error, "sqlite_errorcode", None) == SQLITE_BUSY:
                raise Crossed from error
            raise


@contextmanager
def at_work(url: str, *, secret_key: str | None, erasures: Path | None) -> Iterator[SqlStore]:
    """As `beside`, for what takes its time: nobody brings a backup back meanwhile. Raises Unfit, too."""
    with beside(url, secret_key=secret_key, erasures=erasures, kind=Patient) as store, enter(url):
        yield store


@contextmanager
def beside(
    url: str, *, secret_key: str | None = None, erasures: Path | None = None, kind: type[SqlStore] = SqlStore
) -> Iterator[SqlStore]:
    """`secret_key` and `erasures` are those of the settings; who only looks needs neither.

    What it queues the bot that serves finds, a little later. Raises NotReadyError; makes and migrates nothing.
    """
    where = make_url(url)
    if where.get_backend_name() == "sqlite" and not Path(where.database or "").exists():
        raise NotReadyError(f"There is no database {where.database} yet: the first start makes it.")
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            if current(connection) != newest():
                raise NotReadyError("The database is not of the version that is needed. Run: python app.py migrate")
        yield kind(engine, secret_key=secret_key, erasures=erasures)
    finally:
        engine.dispose()
