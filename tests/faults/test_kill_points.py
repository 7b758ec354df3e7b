"""An operation killed at any step of its way is done once or not at all, and told once; people try it again."""

import pytest

from tests.faults.points import OPERATIONS, STEPS, Operation, Step, named, points, proves
from tests.faults.running import Proving


@pytest.mark.parametrize("point", list(points("sqlite")), ids=named)
def test_killed_on_sqlite_it_is_done_once_and_told_once(proving: Proving, point: tuple[Operation, Step]) -> None:
    wrong = proves(proving, "sqlite", *point)

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("point", list(points("postgresql")), ids=named)
def test_killed_on_postgresql_it_is_done_once_and_told_once(proving: Proving, point: tuple[Operation, Step]) -> None:
    wrong = proves(proving, "postgresql", *point)

    assert not wrong, "\n".join(wrong)


def test_each_operation_is_killed_at_each_step() -> None:
    assert len(OPERATIONS) * len(STEPS) >= 96
