"""Mistakes that somebody might make, each put into a copy of the tree, and each to be caught.

`python -m tests.faults.mutants` tries all, `... "blind re-send"` one.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from time import monotonic

from tests.faults.forks import ROOT
from tests.faults.mistakes import MUTANTS, Mutant

LEFT_OUT = shutil.ignore_patterns(".*", "docs", "__pycache__", "benchmarks")
LONGEST = 120.0
"""Real seconds for what is to catch a mutant."""


def caught(mutant: Mutant) -> bool:
    """Whether something fails in a copy of the tree that has this mistake, and nothing in one that has none.

    Raises RuntimeError where it fails without any mistake: then it catches nothing.
    """
    if _fails(mutant.caught_by):
        raise RuntimeError(f"{mutant.caught_by} fails without {mutant.name}")
    return _fails(mutant.caught_by, mutant)


@cache
def _fails(tried: tuple[str, ...], mutant: Mutant | None = None) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(ROOT, Path(folder) / "tree", ignore=LEFT_OUT))
        if mutant is not None:
            _put_in(copy, mutant)
        try:
            ran = subprocess.run(
                [sys.executable, "-m", "tests.faults", *tried],
                cwd=copy,
                capture_output=True,
                text=True,
                timeout=LONGEST,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return True  # it never came to rest
        if "seed" not in ran.stdout:
            raise RuntimeError(f"{tried}: nothing ran: {ran.stderr[-2000:]}")
        return ran.returncode != 0


def _put_in(tree: Path, mutant: Mutant) -> None:
    place = tree / mutant.file
    code = place.read_text()
    if code.count(mutant.was) != 1:
        raise LookupError(f"{mutant.name}: {mutant.file} has no such passage, or several")
    place.write_text(code.replace(mutant.was, mutant.becomes))


def judged(mutants: Sequence[Mutant] = MUTANTS) -> Iterator[tuple[Mutant, bool, float]]:
    """Each with whether it was caught, and the seconds that took."""
    for mutant in mutants:
        began = monotonic()
        yield mutant, caught(mutant), monotonic() - began


def main(names: Sequence[str]) -> int:
    chosen = [mutant for mutant in MUTANTS if not names or mutant.name in names]
    free = 0
    for mutant, is_caught, seconds in judged(chosen):
        print(f"{'caught' if is_caught else 'FREE'} {mutant.name}, by {mutant.caught_by}: {seconds:.0f} s", flush=True)
        free += not is_caught
    return free


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
