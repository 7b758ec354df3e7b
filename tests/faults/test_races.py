"""Three replicas, two people and one lead: one of them gets it, and the other is told who did."""

from tests.faults.races import KINDS, races
from tests.faults.running import Proving


def test_of_two_who_want_a_lead_one_gets_it_and_the_other_is_told_the_present_truth(proving: Proving) -> None:
    wrong = races(proving, len(KINDS))

    assert not wrong, "\n".join(wrong)
