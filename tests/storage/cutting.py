"""A process that migrates a database in children of its own, and kills each at the statement that it is told."""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg  # noqa: F401 - what migrating would import after each fork
from procrastinate.schema import SchemaManager  # noqa: F401
from sqlalchemy import Engine, event

from storage.engine import open_engine
from storage.migrations import migrate

READS = ("SELECT", "PRAGMA")


def at_each(engine: Engine, does: Callable[[int], None]) -> None:
    """Before each statement that changes something, with its number, from 1 on; the commit is the last of them."""
    number = 0

    def one() -> None:
        nonlocal number
        number += 1
        does(number)

    @event.listens_for(engine, "before_cursor_execute")
    def executes(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.lstrip().startswith(READS):
            one()

    @event.listens_for(engine, "commit")
    def commits(_connection: object) -> None:
        one()


def kill_at(engine: Engine, number: int) -> None:
    def kills(reached: int) -> None:
        if reached == number:
            os.kill(os.getpid(), signal.SIGKILL)

    at_each(engine, kills)


def leave_behind(engine: Engine, to: str, folder: Path) -> int:
    """Migrates a SQLite file, and puts into a folder, by each statement's number, what a kill there would leave of it.

    That is what the system has of its files at this moment; the index of its log is made anew by whoever opens it:
    https://www.sqlite.org/walformat.html. Returns how many there are.
    """
    file, last = Path(str(engine.url.database)), 0

    def copies(reached: int) -> None:
        nonlocal last
        last = reached
        for ending in ("", "-wal", "-journal"):
            if (left := Path(f"{file}{ending}")).exists():
                shutil.copy(left, folder / f"{reached}.db{ending}")

    at_each(engine, copies)
    migrate(engine, to)
    return last


def main() -> None:
    """For each line that comes in, a database, a version and a number, one goes out.

    It is `killed`, or `ended` if there are not so many statements. A child begins with all imported that migrating
    needs: it is its statements that are of interest.
    """
    with TemporaryDirectory() as elsewhere:
        migrate(open_engine(f"sqlite:///{elsewhere}/warm.db"))
    for line in sys.stdin:
        url, to, number = line.split()
        child = os.fork()
        if not child:
            engine = open_engine(url)
            kill_at(engine, int(number))
            migrate(engine, to)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write("killed\n" if os.WIFSIGNALED(status) else "ended\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
