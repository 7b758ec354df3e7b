"""Examines the database: whether it answers, and whether it is the version that this program needs."""

import os
from pathlib import Path

from sqlalchemy import Engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.findings import Finding
from bot.setup import Setup
from storage.engine import open_engine
from storage.erasures import file_of
from storage.migrations import current, newest
from storage.store import SqlStore

Examined = tuple[list[Finding], Setup]


def examine(url: str, erasures: Path | None = None) -> Examined:
    """What was found, and what the company has set, empty where the database cannot tell. Changes nothing.

    `erasures`: where ERASURE_LIST says that the list of what was erased is.
    """
    try:
        where = make_url(url)
    except ArgumentError:
        fault = Finding(
            "DATABASE_URL is no address of a database.",
            "Write it like postgresql://user:password@host/leadloop or sqlite:////var/lib/leadloop/leadloop.sqlite3.",
        )
        return [fault], Setup()
    file = Path(where.database or "")
    if where.get_backend_name() == "sqlite" and not file.exists():
        return [_not_there(file)], Setup()
    engine = open_engine(url)
    try:
        findings, setup = _examine(engine)
        return [*findings, _listed(file_of(url, erasures))], setup
    finally:
        engine.dispose()


def _listed(file: Path) -> Finding:
    if os.access(file if file.exists() else file.parent, os.W_OK):
        return Finding(f"What is erased is listed in {file}.")
    return Finding(
        f"The list of what is erased cannot be written to {file}, and so nothing can be erased.",
        "Set ERASURE_LIST to a file that the bot may write, outside the database and its backups.",
    )


def _not_there(file: Path) -> Finding:
    if file.parent.is_dir():
        return Finding(f"The database {file} is not there yet; the first start makes it.")
    return Finding(f"There is no folder {file.parent} for the database.", "Make it, or change DATABASE_URL.")


def _examine(engine: Engine) -> Examined:
    try:
        with engine.connect() as connection:
            version = current(connection)
        if version != newest():
            return [
                Finding("The database is not of the version that is needed.", "Run: python app.py migrate")
            ], Setup()
        with SqlStore(engine).read() as reading:
            return [Finding(f"The database answers ({engine.dialect.name}) and is up to date.")], reading.setup()
    except SQLAlchemyError as error:
        fault = Finding(
            f"The database does not answer ({type(error).__name__}).",
            "Check DATABASE_URL, that the server runs, and that its user may connect.",
        )
        return [fault], Setup()
