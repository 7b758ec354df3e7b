"""Sandbox Inc. on SQLite, for details of the front; the journeys walk its main ways on both databases."""

from collections.abc import Iterator

import pytest

from sandbox.server import Sandbox
from tests.databases import Databases
from tests.serving import Server
from tests.slack.company import Company, company


@pytest.fixture
def first_day(sandbox: Sandbox, server: Server, all_databases: Databases) -> Iterator[Company]:
    """Nothing is set yet."""
    with all_databases.fresh("sqlite") as url, company(sandbox, server, url) as slack:
        yield slack


@pytest.fixture
def slack(first_day: Company) -> Company:
    return first_day.is_set_up()
