"""Examines the database: whether it answers, and whether it is the version that this program needs."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.findings import Finding
from bot.setup import Setup
from storage.engine import open_engine
from storage.migrations import current, newest
from storage.store import SqlReading, SqlStore

Examined = tuple[list[Finding], Setup]


def examine(url: str) -> Examined:
    """What was found, and what the company has set, empty where the database cannot tell. Changes nothing."""
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
        return _examine(engine)
    finally:
        engine.dispose()


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
            well = Finding(f"The database answers ({engine.dialect.name}) and is up to date.")
            return [well, *_parked(reading)], reading.setup()
    except SQLAlchemyError as error:
        fault = Finding(
            f"The database does not answer ({type(error).__name__}).",
            "Check DATABASE_URL, that the server runs, and that its user may connect.",
        )
        return [fault], Setup()


def _parked(reading: SqlReading) -> Iterator[Finding]:
    held = reading.parked()
    for trouble in reading.troubles():
        yield Finding(
            f"Messages that cannot be said at {trouble.address} ({trouble.cause}), "
            f"since {trouble.since:%Y-%m-%d %H:%M} UTC: {held.get(trouble.id, 0)}.",
            "An admin was told how to mend it, and reads it in App Home. See: python app.py notices",
        )
