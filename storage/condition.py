"""What state the database is in, seen without changing it: a program that finds it unfit does not start."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import inspect, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from storage.engine import open_engine
from storage.migrations import BRING_BACK, Unfit, current, judge

REMAINS = (".secret", ".carrier", ".erased", "-wal")
"""What stands beside a file in which a database was."""
BRINGING = ".restoring"
"""The ending of a database that is about to take the place of another."""


def look(url: str) -> None:
    """Raises Unfit. A database that is not there yet is fit: the first start makes it."""
    try:
        where = make_url(url)
    except ArgumentError:
        raise Unfit(
            "DATABASE_URL is no address of a database.",
            "Write it like postgresql://user:password@host/leadloop or sqlite:////var/lib/leadloop/leadloop.sqlite3.",
        ) from None
    if where.get_backend_name() != "sqlite":
        _look_at_server(url)
        return
    file = Path(where.database or "")
    try:
        _look_at_file(file)
    except PermissionError:
        raise _may_not(file) from None


def _look_at_server(url: str) -> None:
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            judge(set(inspect(connection).get_table_names()), current(connection), shared=True)
    except SQLAlchemyError as error:
        raise Unfit(
            f"The database does not answer ({type(error).__name__}).",
            "Check DATABASE_URL, that the server runs and has that database, and that its user may connect.",
        ) from None
    finally:
        engine.dispose()


def _look_at_file(file: Path) -> None:
    if not file.parent.is_dir():
        raise Unfit(f"There is no folder {file.parent} for the database.", "Make it, or change DATABASE_URL.")
    if file.is_dir():
        raise Unfit(f"{file} is a folder and no database.", "Name a file in DATABASE_URL.")
    if not file.exists() or not file.stat().st_size:
        _look_for_remains(file)
    _look_at_rights(file)
    if file.exists() and file.stat().st_size:
        look_inside(file)


def _look_for_remains(file: Path) -> None:
    """Nobody begins anew by mistake where a database was."""
    if Path(f"{file}{BRINGING}").exists():
        raise Unfit(f"A restore of {file} was cut off.", f"Run it again: {BRING_BACK}")
    found = [f"{file}{ending}" for ending in REMAINS if Path(f"{file}{ending}").exists()]
    if found:
        gone = "is empty" if file.exists() else "is gone"
        raise Unfit(
            f"The database {file} {gone}, and was here: {', '.join(found)} still is.",
            f"Bring it back: {BRING_BACK}. To begin anew without it, move what is left of it away, too.",
        )


def _look_at_rights(file: Path) -> None:
    """It is written, and so is its folder, where its write-ahead log stands."""
    writes = os.access(file.parent, os.W_OK | os.X_OK)
    if not writes or (file.exists() and not os.access(file, os.R_OK | os.W_OK)):
        raise _may_not(file)


def _may_not(file: Path) -> Unfit:
    return Unfit(
        f"The database {file} may not be read and written.",
        "Give the user that runs the bot the right to its file and its folder.",
    )


def look_inside(file: Path) -> None:
    """Raises Unfit."""
    if Path(f"{file}-journal").exists():  # cut off in its very first moments: SQLite itself takes that back
        return
    try:
        with closing(reading(file)) as connection:
            sound = _is_whole(connection, file) and connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            version = next(_version(connection, tables), None)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith("SQLITE_BUSY"):  # somebody works with it
            return
        sound = False
    if not sound:
        raise Unfit(
            f"The database {file} is damaged, or no database at all.",
            f"It was not touched. Keep a copy of it, and bring back the newest backup: {BRING_BACK}",
        )
    judge(tables, version, shared=False)


def _is_whole(connection: sqlite3.Connection, file: Path) -> bool:
    """SQLite takes what is missing of the last page for zeros. Pages that are still in the log are not in the file."""
    (pages,), (size,) = (connection.execute(f"PRAGMA {what}").fetchone() for what in ("page_count", "page_size"))
    return Path(f"{file}-wal").exists() or file.stat().st_size >= pages * size


def reading(file: Path) -> sqlite3.Connection:
    """Only to be read. Where no write-ahead log stands none is made: https://sqlite.org/uri.html#uriimmutable."""
    how = "mode=ro" if Path(f"{file}-wal").exists() else "immutable=1"
    return sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True)


def _version(connection: sqlite3.Connection, tables: set[str]) -> Iterator[str]:
    if "alembic_version" in tables:
        for (version,) in connection.execute("SELECT version_num FROM alembic_version"):
            yield str(version)
