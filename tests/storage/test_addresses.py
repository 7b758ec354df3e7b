"""Where a notice is said: in a place, a thread, a conversation or App Home, once there is one."""

from dataclasses import replace

import pytest

from bot.front import Target, Unsure
from bot.notices import State
from bot.people import Person
from storage.store import SqlStore
from tests.storage.board import Board, Said
from tests.storage.conftest import NOW


@pytest.fixture
def said(store: SqlStore) -> Said:
    return Said(store, Board())


def test_a_place_that_is_not_set_waits_for_it(said: Said, erin: Person) -> None:
    number = said.put("card:1", "place:leads", "new")
    assert said.notice("card:1").state is State.WAITING

    with said.store.write() as unit:
        assert unit.release(NOW, limit=9) == 0
        unit.set("place.leads", "C1", by=erin.id, now=NOW)
        assert unit.release(NOW, limit=9) == 1
    said.deliver(number)

    assert said.board.pinned["C1:1"][1] == "new"


def test_a_place_that_is_taken_away_meanwhile_makes_it_wait_again(said: Said, erin: Person) -> None:
    with said.store.write() as unit:
        unit.set("place.leads", "C1", by=erin.id, now=NOW)
    number = said.put("card:1", "place:leads", "new")
    with said.store.write() as unit:
        unit.set("place.leads", None, by=erin.id, now=NOW)

    said.deliver(number)

    assert said.notice("card:1").state is State.WAITING


def test_a_thread_waits_for_its_message_and_follows_it(said: Said, erin: Person) -> None:
    detail = said.put("detail:1", "thread-of:card:1", "more")
    card = said.put("card:1", f"person:{erin.id}", "new")
    assert said.notice("detail:1").state is State.WAITING

    said.deliver(card)
    assert said.notice("detail:1").state is State.QUEUED
    said.deliver(detail)

    assert said.board.pinned["UErin:1:2"][0] == Target("thread-of:card:1", "UErin:1")


def test_somebody_who_is_on_another_platform_only_is_not_written_to(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")
    said.board = replace(said.board, platform="teams")

    said.deliver(number)

    assert said.notice("moved:1").error == "not_on_this_platform"


def test_the_home_is_published_again_without_looking_for_it(said: Said, erin: Person) -> None:
    number = said.put("home:1", f"home:{erin.id}", "home")
    said.board.fails_late = iter([Unsure("timeout")])

    said.deliver(number)
    said.deliver(number)

    assert "find" not in said.board.calls
