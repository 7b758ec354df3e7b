"""A process that migrates a database in children of its own, and kills each at the statement that it is told."""

import os
import signal
import sys
from tempfile import TemporaryDirectory

import psycopg  # noqa: F401 - what migrating would import after each fork
from procrastinate.schema import SchemaManager  # noqa: F401
from sqlalchemy import Engine, event

from storage.engine import open_engine
from storage.migrations import migrate

READS = ("SELECT", "PRAGMA")


def kill_at(engine: Engine, number: int) -> None:
    """Before the statement of this number, of those that change something; the commit is the last of them."""
    left = number

    def one() -> None:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    @event.listens_for(engine, "before_cursor_execute")
    def executes(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.lstrip().startswith(READS):
            one()

    @event.listens_for(engine, "commit")
    def commits(_connection: object) -> None:
        one()


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
