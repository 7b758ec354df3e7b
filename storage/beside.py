"""The store for commands that work beside a bot that serves: it must be there already, and of this version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

from storage.engine import open_engine
from storage.migrations import current, newest
from storage.store import SqlStore


class NotReadyError(Exception):
    """There is no such database yet, or it is of another version; the sentence says what to do."""


@contextmanager
def beside(url: str) -> Iterator[SqlStore]:
    """What it queues the bot that serves finds, a little later. Raises NotReadyError; makes and migrates nothing."""
    where = make_url(url)
    if where.get_backend_name() == "sqlite" and not Path(where.database or "").exists():
        raise NotReadyError(f"There is no database {where.database} yet: the first start makes it.")
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            if current(connection) != newest():
                raise NotReadyError("The database is not of the version that is needed. Run: python app.py migrate")
        yield SqlStore(engine)
    finally:
        engine.dispose()
