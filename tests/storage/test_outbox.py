"""When a notice is released, when it is dropped, and what is overdue."""

from datetime import datetime, timedelta

from bot.ids import PersonId
from bot.notices import Notice, State
from bot.people import Person
from storage.store import SqlStore, SqlUnit
from tests.storage.conftest import NOW

LATER = NOW + timedelta(minutes=2)


def put(store: SqlStore, key: str, *, due: datetime | None = LATER, until: datetime | None = None) -> Notice:
    with store.write() as unit:
        unit.put(Notice(key, "person:1", "say", {"lead": 1}, due=due, until=until))
        notice = unit.notice_by_key(key)
    assert notice is not None
    return notice


def started(unit: SqlUnit, key: str) -> Notice:
    queued = unit.notice_by_key(key)
    assert queued is not None
    assert queued.id is not None
    notice = unit.start_sending(queued.id, queued.wanted, NOW)
    assert notice is not None
    return notice


def state(store: SqlStore, key: str) -> State:
    with store.read() as reading:
        notice = reading.notice_by_key(key)
    assert notice is not None
    return notice.state


def release(store: SqlStore, now: datetime) -> int:
    with store.write() as unit:
        return unit.release(now, limit=9)


def test_what_is_due_later_waits_until_then(store: SqlStore) -> None:
    assert put(store, "moved:1").state is State.WAITING

    assert release(store, LATER - timedelta(seconds=1)) == 0
    assert release(store, LATER) == 1

    assert state(store, "moved:1") is State.QUEUED
    assert release(store, LATER) == 0


def test_saying_it_again_replaces_what_was_to_be_said(store: SqlStore) -> None:
    put(store, "moved:1")

    again = put(store, "moved:1", due=LATER + timedelta(minutes=1))

    assert (again.wanted, again.shown, again.due) == (2, 0, LATER + timedelta(minutes=1))
    assert release(store, LATER) == 0


def test_what_is_no_longer_worth_saying_is_dropped(store: SqlStore) -> None:
    put(store, "update:1", until=LATER + timedelta(hours=1))

    assert release(store, LATER + timedelta(hours=1)) == 0

    assert state(store, "update:1") is State.DROPPED


def test_what_was_queued_and_took_too_long_is_dropped_too(store: SqlStore) -> None:
    notice = put(store, "update:1", until=LATER + timedelta(hours=1))
    release(store, LATER)
    assert notice.id is not None

    with store.write() as unit:
        assert unit.start_sending(notice.id, 1, LATER + timedelta(hours=1)) is None

    assert state(store, "update:1") is State.DROPPED


def test_what_need_not_be_said_any_more_is_not(store: SqlStore) -> None:
    put(store, "moved:1")

    with store.write() as unit:
        unit.drop("moved:1")

    assert release(store, LATER) == 0
    assert state(store, "moved:1") is State.DROPPED


def test_keys_are_found_by_how_they_begin(store: SqlStore) -> None:
    for key in ("card:1:a", "card:1:b", "card:10:a", "Card:1:c", "card:1"):
        put(store, key)

    with store.read() as reading:
        assert reading.keys("card:1:") == ["card:1:a", "card:1:b"]


def test_what_is_queued_while_another_is_being_sent_comes_after_it_should_that_fail(store: SqlStore) -> None:
    for key in ("moved:1", "moved:2"):
        put(store, key, due=None)
    with store.write() as unit:
        unit.sent(started(unit, "moved:1"), 1, shown="hash", receipt="D1:1", now=NOW, told=True)
        second = started(unit, "moved:2")
    put(store, "moved:3", due=None)

    with store.write() as unit:
        unit.not_sent(second, error="reset", unsure=True, dead=False)
        head = unit.head("person:1")

    assert head is not None
    assert head.notice == second.id


def test_overdue_is_what_should_have_been_said_by_now(store: SqlStore, erin: Person) -> None:
    put(store, "waiting")
    notice = put(store, "sent")
    with store.write() as unit:
        unit.put(Notice("nowhere", "place:leads", "say", due=NOW, answers_a_click=True))
        unit.release(LATER, limit=9)
        unit.sent(started(unit, notice.key), 1, shown="hash", receipt="D1:1", now=LATER, told=True)

    with store.read() as reading:
        assert reading.overdue(LATER - timedelta(seconds=1)) == 0
        assert reading.overdue(LATER) == 1
    assert erin.id == PersonId(1)


def test_the_next_due_moment_is_that_of_the_first_notice_that_has_a_place(store: SqlStore) -> None:
    with store.write() as unit:
        unit.put(Notice("nowhere", "place:leads", "say", due=NOW, answers_a_click=True))
    put(store, "moved:1")

    with store.read() as reading:
        assert reading.next_due() == LATER
    release(store, LATER)
    with store.read() as reading:
        assert reading.next_due() is None
