"""A company that is copied is the one that the services set up, whatever table they come to write to."""

from datetime import datetime

import pytest
from sqlalchemy import Engine, select

from sandbox.server import Sandbox
from storage.store import SqlStore
from storage.tables import Row, secrets
from tests.databases import Databases
from tests.serving import Server
from tests.slack import copied
from tests.slack.company import MONDAY, Company, company

Rows = dict[str, list[dict[str, object]]]


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_every_table_holds_the_same(
    engine: str, sandbox: Sandbox, server: Server, all_databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copied, "_kept", {})
    made, again = (_held(engine, sandbox, server, all_databases) for _ in range(2))

    assert made["settings"]
    assert again == made


def _held(engine: str, sandbox: Sandbox, server: Server, all_databases: Databases) -> Rows:
    """What stands in a company that is set up, the first time by the services."""
    sandbox.fresh()
    with all_databases.fresh(engine) as url, company(sandbox, server, url) as slack:
        return _rows(slack.is_set_up())


def _rows(slack: Company) -> Rows:
    assert isinstance(slack.store, SqlStore)
    return {name: _in(slack.store.engine, name) for name in Row.metadata.tables if name != secrets.name}


def _in(engine: Engine, name: str) -> list[dict[str, object]]:
    with engine.connect() as connection:
        found = connection.execute(select(Row.metadata.tables[name])).mappings().all()
    return [{column: _at_once(value) for column, value in row.items()} for row in found]


def _at_once(value: object) -> object:
    """The clock goes on while it is done."""
    return "now" if isinstance(value, datetime) and MONDAY <= value < MONDAY + copied.AT_ONCE else value
