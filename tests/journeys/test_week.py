"""A working week of a whole company, played through the sandbox: nobody gets more messages than promised."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from sandbox.clock import Clock
from sandbox.server import Sandbox
from sandbox.week.arithmetic import MANUAL, broken, outdated
from sandbox.week.company import Size, move_in
from sandbox.week.playing import BEGINS, Pass, Week
from tests.databases import Databases
from tests.serving import Server
from tests.slack.company import PATIENCE, Company, company

TICK = timedelta(seconds=PATIENCE.tick)
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


@pytest.mark.parametrize("slack", ["sqlite", "postgresql"], indirect=["slack"])
def test_nobody_gets_more_messages_than_promised_nor_at_night(slack: Company) -> None:
    slack.sandbox.world.clock = Still(BEGINS)
    move_in(slack.sandbox.world, SMALL)
    week = Week(slack.sandbox, passing(slack), SMALL)

    week.play()

    assert broken(week) == []


def test_numbers_that_the_manual_has_no_more_are_told() -> None:
    manual = MANUAL.read_text()

    assert outdated(manual, manual) == []
    assert outdated(manual, manual.replace("| 35 | 1 |", "| 135 | 1 |")) != []
