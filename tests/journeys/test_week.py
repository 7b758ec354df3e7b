"""A working week of a whole company, played through the sandbox: nobody gets more messages than promised."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sandbox.clock import Clock
from sandbox.server import Sandbox
from sandbox.week.arithmetic import broken, table
from sandbox.week.company import WHOLE, Size, move_in
from sandbox.week.playing import BEGINS, Pass, Week
from tests.databases import Databases
from tests.serving import Server
from tests.slack.company import PATIENCE, Company, company

MANUAL = Path(__file__).parents[2] / "docs" / "use.md"
TICK = timedelta(seconds=PATIENCE.tick)
ROW = re.compile(r"^\| (an owner|a referrer|a manager|the lead desk) \| (.+?) \| (\d+) \|", re.MULTILINE)
SMALL = Size(reps=2, givers=8, leads=28)


@pytest.fixture
def slack(
    request: pytest.FixtureRequest, sandbox: Sandbox, server: Server, all_databases: Databases
) -> Iterator[Company]:
    """Nobody has set anything up yet."""
    with all_databases.fresh(request.param) as url, company(sandbox, server, url) as slack:
        yield slack


class Still(Clock):
    """Time stands while people act, so that a slow machine plays the same week."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self.at = at

    def now(self) -> datetime:
        return self.at

    def move(self, to: datetime) -> None:
        self.at = to


def passing(slack: Company) -> Pass:
    """The bot sweeps at each of its due moments on the way, at the tick that follows; in between it only answers."""

    def pass_time(to: datetime) -> None:
        while to > slack.now:
            with slack.store.read() as unit:
                due = unit.next_due()
            slack.wakes_at(min(max(due or to, slack.now) + TICK, to))
        slack.drain()

    return pass_time


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("slack", "size"), [("sqlite", WHOLE), ("postgresql", SMALL)], indirect=["slack"])
def test_nobody_gets_more_messages_than_promised_nor_at_night(slack: Company, size: Size) -> None:
    slack.sandbox.world.clock = Still(BEGINS)
    move_in(slack.sandbox.world, size)
    week = Week(slack.sandbox, passing(slack), size)

    week.play()

    assert broken(week) == []
    if size == WHOLE:
        counted, written = numbers(table(week)), numbers(MANUAL.read_text())
        assert {row: many for row, many in written.items() if not near(many, counted.get(row, 0))} == {}


def near(written: int, counted: int) -> bool:
    """Any change of what is said moves the other numbers a little. Where it is more, `make week` prints them anew."""
    return abs(written - counted) <= 8 + counted // 5


def numbers(text: str) -> dict[tuple[str, str], int]:
    """Who gets how many of what, as a table has it."""
    return {(who, what): int(many) for who, what, many in ROW.findall(text)}
