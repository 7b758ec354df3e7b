"""A database as it was once: what has changed in it since, and the way back, on both engines."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy import make_url

Rows = dict[str, object]
"""What stands in each table."""
SAID = "SELECT key, address, intent, args FROM notices ORDER BY key"
"""Of the notices only what there is to say: a message that is shown anew, as it is, tells nobody anything."""


SEEN = "heard"
"""That a request came, whatever it asked for: the memory in which a replay is found."""


class Kept(Protocol):
    def changed(self) -> set[str]:
        """The tables in which something else stands than when it was kept."""

    def put_back(self) -> None: ...


@contextmanager
def kept(url: str) -> Iterator[Kept]:
    """The database of this URL, as it is now."""
    keeping: _File | _Server = _File(url) if url.startswith("sqlite") else _Server(url)
    try:
        yield keeping
    finally:
        keeping.close()


class _File:
    """SQLite's: a copy in memory, and its own number of what others have committed."""

    def __init__(self, url: str) -> None:
        self.now = sqlite3.connect(str(make_url(url).database), isolation_level=None, check_same_thread=False)
        self.now.execute("PRAGMA synchronous = OFF")
        self.then = sqlite3.connect(":memory:", check_same_thread=False)
        self.now.backup(self.then)
        self.tables = [
            name
            for (name,) in self.now.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            )
            if name != SEEN
        ]
        self.rows, self.version = self._rows(), self._version()

    def changed(self) -> set[str]:
        if self._version() == self.version:
            return set()
        rows, self.version = self._rows(), self._version()
        return {table for table in self.tables if rows[table] != self.rows[table]}

    def put_back(self) -> None:
        self.then.backup(self.now)
        self.version = self._version()

    def close(self) -> None:
        self.now.close()
        self.then.close()

    def _version(self) -> int:
        return int(self.now.execute("PRAGMA data_version").fetchone()[0])

    def _rows(self) -> Rows:
        return {table: self.now.execute(_read(table)).fetchall() for table in self.tables}


def _read(table: str) -> str:
    return SAID if table == "notices" else f'SELECT * FROM "{table}"'  # noqa: S608 - the database's own names


class _Server:
    """PostgreSQL's: a second schema with the same rows."""

    def __init__(self, url: str) -> None:
        self.link = psycopg.connect(url, autocommit=True)
        listed = self.link.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        self.tables = [str(name) for (name,) in listed if name != SEEN]
        self.link.execute("DROP SCHEMA IF EXISTS kept CASCADE")
        self.link.execute("CREATE SCHEMA kept")
        for table in self.tables:
            self._run("CREATE TABLE kept.{0} AS TABLE public.{0}", table)
        self.rows = self._rows()

    def changed(self) -> set[str]:
        rows = self._rows()
        return {table for table in self.tables if rows[table] != self.rows[table]}

    def put_back(self) -> None:
        changed = self.changed()
        with self.link.transaction():
            self.link.execute("SET LOCAL session_replication_role = replica")  # past triggers and foreign keys
            for table in changed | {"notices"}:
                self._run("DELETE FROM public.{0}", table)
                self._run("INSERT INTO public.{0} OVERRIDING SYSTEM VALUE SELECT * FROM kept.{0}", table)

    def close(self) -> None:
        self.link.execute("DROP SCHEMA kept CASCADE")
        self.link.close()

    def _rows(self) -> Rows:
        return {table: self._print(table) for table in self.tables}

    def _print(self, table: str) -> object:
        read = SQL(SAID) if table == "notices" else SQL("SELECT * FROM {}").format(Identifier("public", table))
        whole = SQL("SELECT md5(string_agg(one::text, ',' ORDER BY one::text)) FROM ({}) AS one").format(read)
        return self.link.execute(whole).fetchone()

    def _run(self, statement: str, table: str) -> None:
        self.link.execute(SQL(statement).format(Identifier(table)))
