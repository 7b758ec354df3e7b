"""`python -m benchmarks`: measures everything in a few minutes, and prints one table."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from benchmarks import hearing, starting, sweeping
from benchmarks.machine import machine
from benchmarks.slack import Slack
from benchmarks.table import Row, markdown

ROUNDS, QUICK = 4, 2
PARTS = ("http", "socket", "slow", "sweep", "start")


async def measure(parts: list[str], folder: Path, *, quick: bool) -> list[Row]:
    rounds = QUICK if quick else ROUNDS
    slack = Slack()
    rows: list[Row] = []
    async with slack.running():
        if "http" in parts:
            rows += await hearing.answering(slack, folder, rounds, over_socket=False)
        if "socket" in parts:
            rows += await hearing.answering(slack, folder, rounds, over_socket=True)
        if "slow" in parts:
            rows += await hearing.slow_slack(slack, folder, rounds)
        if "start" in parts:
            rows += await starting.starting(slack, folder, rounds)
    if "sweep" in parts:
        rows += sweeping.sweeping(folder, rounds, many=10_000 if quick else 100_000)
    return rows


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all, if none is named")
    options.add_argument("--quick", action="store_true", help="two rounds, and 10,000 leads: does it run?")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="leadloop-bench-") as folder:
        rows = asyncio.run(measure(chosen.parts or list(PARTS), Path(folder), quick=chosen.quick))
    print(f"\n{machine()}\n\n{markdown(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
