"""Sandbox Inc. on each database: as it is on its first day, and with everything set."""

from collections.abc import Iterator

import pytest

from sandbox.server import Sandbox
from tests.serving import Server
from tests.slack.company import Company, company


@pytest.fixture
def first_day(sandbox: Sandbox, server: Server, database_url: str) -> Iterator[Company]:
    """Nothing is set yet."""
    with company(sandbox, server, database_url) as slack:
        yield slack


@pytest.fixture
def slack(first_day: Company) -> Company:
    return first_day.is_set_up()
