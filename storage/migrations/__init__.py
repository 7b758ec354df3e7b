"""The database's versions, and the way from one to the next; each upgrade is one transaction, under a lock.

Alembic is imported for an upgrade alone: a start that finds all up to date, as most do, would spend a tenth of its time
on that, and on reading the scripts of all versions.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from bot.findings import Finding
from storage import triggers
from storage.engine import BEGINS, BUSY
from storage.tables import Row

HERE = Path(__file__).parent
OURS = frozenset({"leads", "notices"})
"""Tables that every version of ours has."""
BRING_BACK = "python app.py restore FILE"
LOCK = 5323  # the advisory lock's number; any that nobody else in this database takes
_AS_LONG_AS = 600.0
"""Seconds that SQLite waits for another process to migrate; it would give up after those of a click."""
_BOOKKEEPING = frozenset({"alembic_version", "sqlite_sequence"})


class Unfit(Exception):
    """The program cannot work with this database, and has not touched it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what} {mend}")
        self.finding = Finding(what, mend)


def migrate(engine: Engine, to: str = "head") -> None:
    """Bring the database to the newest version; a second caller waits for the first and finds it done.

    `to` an older one, for tests of the way from it. Raises Unfit.
    """
    with alone(engine) as connection:
        before = current(connection)
        judge({*inspect(connection).get_table_names()}, before, shared=engine.dialect.name != "sqlite")
        if before is None or before != (newest() if to == "head" else to):
            triggers.lift(connection)
            _upgrade(connection, to)
        triggers.lay(connection, anew=current(connection) != before)


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """One transaction, for which another process waits that would do the same."""
    begins = {BEGINS: "BEGIN IMMEDIATE"}
    with engine.connect().execution_options(**begins) as connection, _waiting(connection), connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL lock_timeout = 0"))  # as long as the other one takes
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        yield connection


@contextmanager
def _waiting(connection: Connection) -> Iterator[None]:
    raw = connection.connection.dbapi_connection
    if raw is None or connection.dialect.name != "sqlite":
        yield
        return
    raw.execute(f"PRAGMA busy_timeout={int(_AS_LONG_AS * 1000)}")
    try:
        yield
    finally:
        raw.execute(f"PRAGMA busy_timeout={int(BUSY * 1000)}")


def judge(tables: set[str], version: str | None, *, shared: bool) -> None:
    """`shared`: other programs may have tables beside ours, as long as they are called otherwise. Raises Unfit."""
    strangers = tables & set(Row.metadata.tables) if shared else tables - _BOOKKEEPING
    if strangers if version is None else not tables >= OURS:
        raise Unfit("The database belongs to another program.", "It was not touched. Name another one in DATABASE_URL.")
    if version is not None and version not in versions():
        raise Unfit(
            f"The database is of a newer Leadloop: of version {version}, and this program knows {newest()} at most.",
            f"Start the newer program, or bring back a backup from before the upgrade: {BRING_BACK}",
        )


def newest() -> str:
    """The version that this program needs."""
    return versions()[-1]


@cache
def versions() -> tuple[str, ...]:
    """All there were, the oldest first: the names of their scripts begin so."""
    return tuple(sorted(script.name.partition("_")[0] for script in (HERE / "versions").glob("[0-9]*_*.py")))


def current(connection: Connection) -> str | None:
    """The version that the database has; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _upgrade(connection: Connection, to: str) -> None:
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
