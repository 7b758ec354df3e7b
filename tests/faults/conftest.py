"""What schedules run on, once a pytest process."""

from collections.abc import Iterator

import pytest

from tests.faults.running import Proving


@pytest.fixture(scope="session")
def proving() -> Iterator[Proving]:
    made = Proving()
    yield made
    made.close()
