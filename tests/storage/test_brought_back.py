"""A database that was brought back: what it does once, and for how long it doubts what was said."""

from datetime import datetime, timedelta

import pytest

from bot.escalations import tell_managers
from bot.gathering import release
from bot.ids import NoticeId
from bot.leads import Given, Kind, just_logged
from bot.notices import TOGETHER, Notice, State
from bot.people import Person
from storage.brought_back import APART, WATCH, know_home, send_away, settle_in
from storage.store import SqlStore
from tests.storage.conftest import NOW

LATER = NOW + timedelta(days=3)


def _brought_back(store: SqlStore, now: datetime = LATER) -> bool:
    with store.engine.begin() as connection:
        send_away(connection)
    return settle_in(store.engine, now=now)


def _say(store: SqlStore, notice: Notice) -> NoticeId:
    with store.write() as unit:
        unit.put(notice)
        found = unit.notice_by_key(notice.key)
    assert found is not None
    assert found.id is not None
    return found.id


def test_it_is_settled_once_and_where_it_stands_it_is_at_home(store: SqlStore) -> None:
    with store.engine.begin() as connection:
        know_home(connection)

    assert not settle_in(store.engine, now=NOW)
    assert _brought_back(store)
    assert not settle_in(store.engine, now=NOW)


@pytest.mark.parametrize(
    ("at", "doubts"), [(LATER, True), (LATER + WATCH, False)], ids=["in the week after", "when it is over"]
)
def test_what_is_said_for_the_first_time_may_have_been_said(
    store: SqlStore, erin: Person, at: datetime, *, doubts: bool
) -> None:
    assert _brought_back(store)

    with store.write() as unit:
        unit.put(Notice(f"today:{erin.id}:2026-05-07", f"person:{erin.id}", "today", answers_a_click=True))
        notice = unit.notice_by_key(f"today:{erin.id}:2026-05-07")
        assert notice is not None
        assert notice.id is not None
        started = unit.start_sending(notice.id, 1, at)

    assert started is not None
    assert (started.unsure, started.tried_at) == (doubts, NOW if doubts else at)  # it knows of Erin since then


def test_what_was_in_the_line_and_is_not_worth_saying_any_more_is_not_said(store: SqlStore, erin: Person) -> None:
    ends = Notice("today:1", f"person:{erin.id}", "today", answers_a_click=True, until=NOW + timedelta(hours=8))
    still = Notice("card:1", f"person:{erin.id}", "card", answers_a_click=True)
    _say(store, ends)
    number = _say(store, still)
    with store.write() as unit:
        unit.start_sending(number, 1, NOW)

    _brought_back(store)

    with store.write() as unit:
        unit.release(LATER, limit=9)
        (left, going) = [unit.notice_by_key(key) for key in ("today:1", "card:1")]
    assert left is not None
    assert going is not None
    assert (left.state, going.state, going.unsure, going.tried_at) == (State.DROPPED, State.QUEUED, True, NOW)


def test_what_comes_late_has_the_name_that_it_had_in_its_time(store: SqlStore, erin: Person, ravi: Person) -> None:
    """So it is found by its mark: else managers and givers would read it again on another day."""
    with store.write() as unit:
        lead = unit.enter(
            just_logged(Given(Kind.SALES, "Acme"), referrer=erin.id, now=NOW, promise_due=NOW + timedelta(days=9))
        )
        unit.escalate(lead.id, ravi.id, NOW)
        about = {"lead": lead.id, TOGETHER: True}
        unit.put(Notice("moves:1:1", f"person:{erin.id}", "moved", about, due=NOW))

    tell_managers(store, now=NOW + timedelta(days=1), limit=9)
    release(store, now=NOW + timedelta(days=1), limit=9)

    with store.read() as reading:
        assert reading.keys("escalated:", "news:") == [
            f"escalated:{ravi.id}:{NOW.isoformat()}",
            f"news:{erin.id}:{NOW.date().isoformat()}",
        ]


def test_what_was_shown_lately_is_shown_anew_one_after_the_other(store: SqlStore, erin: Person) -> None:
    for key, told in (("old", NOW - timedelta(days=20)), ("first", NOW), ("second", NOW)):
        number = _say(store, Notice(key, f"person:{erin.id}", "say", answers_a_click=True))
        with store.write() as unit:
            started = unit.start_sending(number, 1, told)
            assert started is not None
            unit.sent(started, 1, shown="hash", receipt=f"D1:{key}", now=told, told=True)

    _brought_back(store)

    with store.read() as reading:
        found = {key: reading.notice_by_key(key) for key in ("old", "first", "second")}
    assert {
        key: notice and (notice.state, notice.wanted, notice.due, notice.hash) for key, notice in found.items()
    } == {
        "old": (State.SENT, 1, None, ""),
        "first": (State.WAITING, 2, LATER + APART, ""),
        "second": (State.WAITING, 2, LATER, ""),
    }
