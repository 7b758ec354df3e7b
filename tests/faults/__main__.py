"""Runs one schedule anew: `python -m tests.faults 7`, or with the engine that it ran on, `... 7 postgresql`."""

import sys
from time import monotonic

from tests.faults.running import Proving
from tests.faults.schedule import drawn


def main(seeds: str, engine: str = "sqlite") -> int:
    """`seeds` is one, or several as in 0-99."""
    first, _, last = seeds.partition("-")
    proving, failed = Proving(), 0
    for seed in range(int(first), int(last or first) + 1):
        schedule, began = drawn(seed, engine), monotonic()
        wrong = proving.proves(schedule)
        print(f"seed {seed} {schedule.shape}: {'FAILED' if wrong else 'well'} {monotonic() - began:.1f} s", flush=True)
        if wrong:
            failed += 1
            print(schedule, *wrong, sep="\n")
    proving.close()
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
