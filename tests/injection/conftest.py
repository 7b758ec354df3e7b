"""Sandbox Inc. over signed HTTP, for what people should not have typed; on both databases where it is kept."""

from collections.abc import Iterator

import pytest

from sandbox.server import Sandbox
from tests.databases import Databases
from tests.serving import Server
from tests.slack.company import Company, company


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def first_day(engine: str, sandbox: Sandbox, server: Server, all_databases: Databases) -> Iterator[Company]:
    """Nothing is set yet."""
    with all_databases.fresh(engine) as url, company(sandbox, server, url) as slack:
        yield slack


@pytest.fixture
def slack(first_day: Company) -> Company:
    return first_day.is_set_up()
