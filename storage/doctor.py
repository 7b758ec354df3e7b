"""Examines the database: whether it is sound, and whether it is the version that this program needs."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, make_url

from bot.findings import Finding
from bot.setup import Setup
from storage.condition import look
from storage.engine import open_engine
from storage.migrations import Unfit, current, newest
from storage.store import SqlReading, SqlStore

Examined = tuple[list[Finding], Setup]


def examine(url: str) -> Examined:
    """What was found, and what the company has set, empty where the database cannot tell. Changes nothing."""
    try:
        look(url)
    except Unfit as unfit:
        return [unfit.finding], Setup()
    where = make_url(url)
    file = Path(where.database or "")
    if where.get_backend_name() == "sqlite" and not file.exists():
        return [Finding(f"The database {file} is not there yet; the first start makes it.")], Setup()
    engine = open_engine(url)
    try:
        return _examine(engine)
    finally:
        engine.dispose()


def _examine(engine: Engine) -> Examined:
    with engine.connect() as connection:
        version = current(connection)
    if version != newest():
        return [Finding("The database is not of the version that is needed.", "Run: python app.py migrate")], Setup()
    with SqlStore(engine).read() as reading:
        well = Finding(f"The database answers ({engine.dialect.name}) and is up to date.")
        return [well, *_parked(reading)], reading.setup()


def _parked(reading: SqlReading) -> Iterator[Finding]:
    held = reading.parked()
    for trouble in reading.troubles():
        yield Finding(
            f"Messages that cannot be said at {trouble.address} ({trouble.cause}), "
            f"since {trouble.since:%Y-%m-%d %H:%M} UTC: {held.get(trouble.id, 0)}.",
            "An admin was told how to mend it, and reads it in App Home. See: python app.py notices",
        )
