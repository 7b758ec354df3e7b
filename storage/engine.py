"""Connections to the database: SQLite by default, PostgreSQL by its URL."""

from sqlite3 import Connection as SQLite
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

if TYPE_CHECKING:
    from psycopg import Connection as PostgreSQL

BUSY = 2.0
"""Seconds that a writer waits for another; a person waits three for an answer at most."""

REPLICA = 20
"""Connections to PostgreSQL for one replica's own transactions, which take milliseconds. The carrier has eight more;
so three replicas stay below the hundred that a server takes by itself (max_connections):
https://www.postgresql.org/docs/current/runtime-config-connection.html."""

LOCKED = 0.3
"""Seconds that one of our own changes waits for somebody else's lock in PostgreSQL; it is tried three times. Without a
limit, a colleague who alters a table would hold up everybody's clicks for as long as that takes.
https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT"""

_GAVE_WAY = frozenset({"40P01", "55P03"})
"""A deadlock; a lock that was not to be had in time: https://www.postgresql.org/docs/current/errcodes-appendix.html"""

BEGINS = "leadloop_begins"
"""Execution option of a connection to SQLite: how its transactions begin; "" where somebody else sees to it."""

OBSERVED = "leadloop_observed"
"""Execution option of an engine whose listeners see every statement, also those that are Prepared."""

_PRAGMAS = (
    f"busy_timeout={int(BUSY * 1000)}",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",  # so that INSERT OR REPLACE meets the triggers too
    "secure_delete=ON",
    "temp_store=MEMORY",  # the journal of a savepoint would be a file of its own, made and removed with each change
)


def gave_way(error: Exception) -> bool:
    """Whether PostgreSQL gave this transaction up for another: the driver's error, bare or in SQLAlchemy's."""
    return getattr(getattr(error, "orig", error), "sqlstate", None) in _GAVE_WAY


def open_engine(url: str) -> Engine:
    """An engine for a URL like sqlite:////var/lib/leadloop/leadloop.db or postgresql://user@host/name."""
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        return _sqlite(where)
    engine = create_engine(
        where.set(drivername="postgresql+psycopg"),
        hide_parameters=True,  # errors would carry personal data
        pool_pre_ping=True,
        pool_size=8,
        max_overflow=REPLICA - 8,
        pool_timeout=BUSY,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: "PostgreSQL[Any]", _record: object) -> None:
        connection.execute(f"SET lock_timeout = {int(LOCKED * 1000)}".encode())
        connection.commit()

    return engine


def _sqlite(where: URL) -> Engine:
    engine = create_engine(
        where,
        hide_parameters=True,
        pool_size=8,
        max_overflow=32,
        pool_use_lifo=True,  # the one that was used last has its pages and statements at hand
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: SQLite, _record: object) -> None:
        connection.isolation_level = None  # transactions are ours: the driver would begin them too late
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if how := connection.get_execution_options().get(BEGINS, "BEGIN"):
            connection.exec_driver_sql(how)

    return engine
