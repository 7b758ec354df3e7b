"""The mistakes of `make soak` are put into the code as it is now: each still has its place there."""

from pathlib import Path

import pytest

from tests.faults.mistakes import MUTANTS, Mutant

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_the_passage_that_a_mistake_changes_is_there_once(mutant: Mutant) -> None:
    assert (ROOT / mutant.file).read_text().count(mutant.was) == 1
