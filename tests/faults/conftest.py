"""What schedules run on, once a pytest process."""

from collections.abc import Iterator

import pytest

from tests.faults.running import Proving
from tests.processes import forks


@pytest.fixture(scope="session")
def proving() -> Iterator[Proving]:
    made = Proving(forks()[0])
    yield made
    made.close()
