"""Sandbox Inc. as customers have it: SQLite and signed HTTP, or PostgreSQL and Socket Mode."""

from collections.abc import Iterator

import pytest

from sandbox.server import Sandbox
from tests.databases import Databases
from tests.serving import Server
from tests.slack.company import Company, company


@pytest.fixture(params=["sqlite-http", "postgresql-socket"])
def first_day(
    request: pytest.FixtureRequest, sandbox: Sandbox, server: Server, all_databases: Databases
) -> Iterator[Company]:
    """Nothing is set yet."""
    engine, _, way = str(request.param).partition("-")
    with (
        all_databases.fresh(engine) as url,
        company(sandbox, server, url, over_socket=way == "socket") as slack,
    ):
        yield slack


@pytest.fixture
def slack(first_day: Company) -> Company:
    return first_day.is_set_up()
