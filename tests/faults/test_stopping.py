"""SIGTERM ends a bot whatever it is doing: while it starts, and while the database keeps it waiting."""

import signal
import threading

import pytest

from tests.faults.installation import SWEEP, Shape, installed
from tests.faults.kills import Kill
from tests.faults.running import Proving


@pytest.mark.parametrize("function", ["app:Leadloop.start", "app:server_of", "storage.command_line:bring_up_to_date"])
def test_a_bot_that_is_told_to_stop_while_it_starts_does(proving: Proving, function: str) -> None:
    with (
        proving.stores.fresh("sqlite", marketing=False) as database,
        installed(Shape(), proving.sandbox, database, proving.forks) as at,
    ):
        at.boots(kill=Kill(function, "after", armed_by=str(at.folder), by=signal.SIGTERM))

        assert at.bots[0].ends(within=20) in {0, -15}  # before it listens to signals, SIGTERM itself ends it


def test_a_bot_ends_well_though_another_process_holds_its_database(proving: Proving) -> None:
    with (
        proving.stores.fresh("sqlite", marketing=False) as database,
        installed(Shape(), proving.sandbox, database, proving.forks) as at,
    ):
        at.boots_all()
        database.breaks("locked")
        threading.Event().wait(2 * SWEEP)  # a round of sweeps is in hand

        at.stops()

        assert at.ended == [0]


def test_a_bot_that_waits_for_its_database_to_start_ends_when_it_is_told_to(proving: Proving) -> None:
    with (
        proving.stores.fresh("sqlite", marketing=False) as database,
        installed(Shape(), proving.sandbox, database, proving.forks) as at,
    ):
        database.breaks("locked")
        at.boots()
        threading.Event().wait(2 * SWEEP)

        at.bots[0].is_told_to_stop()

        assert at.bots[0].ends(within=10) in {0, -15}
