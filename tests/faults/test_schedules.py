"""Whatever fails while people act: nothing is lost, doubled or half done, and the latest truth stands in Slack.

A failing one prints its whole schedule; `python -m tests.faults SEED` runs it anew.
"""

import pytest

from tests.faults.running import Proving
from tests.faults.schedule import drawn


@pytest.mark.parametrize("seed", range(96))
def test_on_sqlite_everything_comes_right_in_the_end(proving: Proving, seed: int) -> None:
    schedule = drawn(seed)

    wrong = proving.proves(schedule)

    assert not wrong, "\n".join([str(schedule), *wrong])


@pytest.mark.parametrize("seed", range(20))
def test_on_postgresql_everything_comes_right_in_the_end(proving: Proving, seed: int) -> None:
    schedule = drawn(seed, "postgresql")

    wrong = proving.proves(schedule)

    assert not wrong, "\n".join([str(schedule), *wrong])
