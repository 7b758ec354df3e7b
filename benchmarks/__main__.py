"""`python -m benchmarks`: measures everything in a few minutes, and prints one table."""

import argparse
import asyncio
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from benchmarks import hearing, homes, importing, likening, mornings, starting, sweeping
from benchmarks.machine import machine
from benchmarks.postgres import postgres
from benchmarks.slack import Slack
from benchmarks.table import Row, markdown

ROUNDS, QUICK = 4, 2
PARTS = ("http", "socket", "slow", "sweep", "like", "import", "day", "start")
ASKED_FOR = ("million",)


def measure(parts: list[str], folder: Path, *, quick: bool) -> list[Row]:
    rounds, many = (QUICK, 10_000) if quick else (ROUNDS, 100_000)
    rows = asyncio.run(_heard(parts, folder, rounds))
    if "sweep" in parts:
        rows += sweeping.sweeping(folder, rounds, many=many)
    if "like" in parts:
        rows += likening.likening(folder, many=many)
    if "import" in parts:
        rows += importing.importing(folder, many=many)
    if "million" in parts:
        rows += likening.million(folder)
    return rows + _day(folder, others=many) if "day" in parts else rows


async def _heard(parts: list[str], folder: Path, rounds: int) -> list[Row]:
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
    return rows


def _day(folder: Path, *, others: int) -> list[Row]:
    """What people look at and get on a day."""
    with postgres("home", "morning") as (home, morning):
        return [
            *homes.homes("SQLite", f"sqlite:///{folder / 'home.db'}", many=others),
            *mornings.mornings("SQLite", f"sqlite:///{folder / 'morning.db'}"),
            *homes.homes("PostgreSQL", home, many=others),
            *mornings.mornings("PostgreSQL", morning),
        ]


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("parts", nargs="*", choices=[*PARTS, *ASKED_FOR, []], help="all, if none is named")
    options.add_argument("--quick", action="store_true", help="two rounds, and 10,000 leads: does it run?")
    chosen = options.parse_args()
    # Where stores on PostgreSQL keep the list of what was erased, and their anchors, is the working folder.
    with tempfile.TemporaryDirectory(prefix="leadloop-bench-") as folder, chdir(folder):
        rows = measure(chosen.parts or list(PARTS), Path(folder), quick=chosen.quick)
    print(f"\n{machine()}\n\n{markdown(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
