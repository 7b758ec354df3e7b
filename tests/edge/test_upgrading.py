"""A new program on the database of an old one: whoever comes first upgrades it, the others wait, and then all serve."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine

import app
from bot.patience import Patience
from bot.settings import Settings
from sandbox.server import Sandbox
from storage.carriers import Deliver
from storage.engine import BUSY, open_engine
from storage.migrations import current, migrate, newest, versions
from tests.databases import Databases
from tests.processes import listening_to, started, until
from tests.storage.filling import fill
from tests.storage.whole import dump, lost

OLDEST = versions()[0]


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_of_two_that_start_at_once_one_upgrades_and_both_serve(
    engine: str, sandbox: Sandbox, all_databases: Databases, tmp_path: Path
) -> None:
    url = all_databases.empty(engine, tmp_path)
    with _opened(url) as old:
        migrate(old, OLDEST)
        with old.begin() as connection:
            fill(connection)
            before = dump(connection)

    with started(listening_to(sandbox, url)) as one, started(listening_to(sandbox, url)) as other:
        assert [bot.comes_up()["checks"]["database"] for bot in (one, other)] == ["ok", "ok"]

    with _opened(url) as upgraded, upgraded.connect() as connection:
        assert current(connection) == newest()
        kept = {name: before[name] for name in ("people", "texts", "entries", "settings", "tellings")}
        assert lost(kept, dump(connection)) == {}


def test_who_would_upgrade_sqlite_waits_for_longer_than_a_click_would(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    with _opened(url) as engine, closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None)) as other:
        migrate(engine, OLDEST)
        other.execute("BEGIN IMMEDIATE")

        waits = threading.Thread(target=migrate, args=(engine,))
        waits.start()
        waits.join(BUSY + 0.5)
        assert waits.is_alive()
        other.execute("ROLLBACK")
        waits.join(20)

        with engine.connect() as connection:
            assert current(connection) == newest()
            assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() == BUSY * 1000


def test_who_comes_up_while_another_process_has_the_file_in_hand_does_what_is_due_afterwards(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'leadloop.db'}"
    with _opened(url) as engine:
        migrate(engine)
        with engine.begin() as connection:
            fill(connection)
    leadloop = app.build(Settings.read(listening_to(sandbox, url)), sandbox.world.now, Patience(tick=0.2))
    carrier_starts = leadloop.carrier.start

    with closing(sqlite3.connect(tmp_path / "leadloop.db", isolation_level=None)) as other:

        def meanwhile(deliver: Deliver) -> None:
            other.execute("BEGIN IMMEDIATE")
            carrier_starts(deliver)

        monkeypatch.setattr(leadloop.carrier, "start", meanwhile)
        leadloop.start()
        assert leadloop.heartbeat.swept_at is None
        other.execute("ROLLBACK")

        assert until(lambda: leadloop.heartbeat.swept_at is not None)
    leadloop.stop()


@contextmanager
def _opened(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()
