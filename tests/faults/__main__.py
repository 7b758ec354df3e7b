"""Runs anew what failed: `python -m tests.faults 7`, or `... 7 postgresql` where it ran there.

What it takes is a seed, several as in 0-99, the name of a crafted schedule or of a kill point, or "races".
"""

import sys
from collections.abc import Callable, Iterator
from time import monotonic

from tests.faults import points
from tests.faults.crafted import FAULTS, crafted
from tests.faults.races import KINDS, races
from tests.faults.running import Proving
from tests.faults.schedule import Schedule, drawn

Trial = tuple[str, Callable[[Proving], list[str]]]


def trials(what: str, engine: str) -> Iterator[Trial]:
    """What is to be tried, each with its name."""
    if what == "races":
        yield what, lambda proving: races(proving, 2 * len(KINDS))
    elif what in FAULTS:
        yield what, lambda proving: _proves(proving, crafted(what, engine))
    elif ":" in what:
        yield from (_point(engine, *point) for point in points.points(engine) if what == points.named(point))
    else:
        first, _, last = what.partition("-")
        yield from (_seed(drawn(seed, engine)) for seed in range(int(first), int(last or first) + 1))


def _point(engine: str, operation: points.Operation, step: points.Step) -> Trial:
    return points.named((operation, step)), lambda proving: points.proves(proving, engine, operation, step)


def _seed(schedule: Schedule) -> Trial:
    return f"{schedule.seed} {schedule.shape}", lambda proving: _proves(proving, schedule)


def _proves(proving: Proving, schedule: Schedule) -> list[str]:
    wrong = proving.proves(schedule)
    return [str(schedule), *wrong] if wrong else []


def main(what: str, engine: str = "sqlite") -> int:
    proving, failed = Proving(), 0
    for name, tries in trials(what, engine):
        began = monotonic()
        wrong = tries(proving)
        print(f"seed {name}: {'FAILED' if wrong else 'well'} {monotonic() - began:.1f} s", *wrong, sep="\n", flush=True)
        failed += bool(wrong)
    proving.close()
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
