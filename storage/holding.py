"""Who has the SQLite file: all that work with it, or one alone that puts another in its place."""

import fcntl
from pathlib import Path
from typing import IO, Self

from sqlalchemy import make_url

from storage.condition import look
from storage.migrations import Unfit


class Hold:
    """Gone with its process, however that ends. PostgreSQL knows by itself who is connected."""

    def __init__(self, file: IO[str] | None = None) -> None:
        self._file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        if self._file is not None:
            self._file.close()


def enter(url: str) -> Hold:
    """Work with the database, if it is fit for it; raises Unfit."""
    look(url)
    where = make_url(url)
    if where.get_backend_name() != "sqlite":
        return Hold()
    if hold := _lock(Path(where.database or ""), fcntl.LOCK_SH):
        return hold
    raise Unfit(f"A backup is being brought back to {where.database} just now.", "Try again when that has ended.")


def keep_out(file: Path) -> Hold | None:
    """Have it alone; None if anybody works with it."""
    return _lock(file, fcntl.LOCK_EX)


def _lock(file: Path, how: int) -> Hold | None:
    """A file of its own: SQLite's locks on the database would go with the first of our handles that is closed.

    https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
    """
    lock = Path(f"{file}.lock").open("w")  # noqa: SIM115 - it stays open
    try:
        fcntl.flock(lock, how | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    return Hold(lock)
