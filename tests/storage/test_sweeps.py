"""One broken person stops nobody else: each sweep goes on without them, and comes back to them later."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.sql.functions import count

from bot import clocks, notices, sweeps
from bot.batches import PUT_OFF
from bot.ids import PersonId, WinId
from bot.leads import Given, Kind, Lead, Status, just_logged
from bot.notices import Notice, State
from bot.people import Identity, Profile, Role
from bot.thanks import Win
from storage.store import SqlStore, SqlUnit
from storage.tables import escalations, leads, schedules, wins

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""Monday, nine o'clock in London: a morning, and the digest's."""
MINUTE = timedelta(minutes=1)
GOOD, BROKEN = PersonId(1), PersonId(2)
SAID = ("returned", "updates", "today", "digest", "window", "thanks", "escalated")


@pytest.fixture
def store(store: SqlStore) -> SqlStore:
    """The odd ones are well, the even ones are where no zone is; 1 and 2 each manage one, 3 and 4 stand in as desk."""
    with store.write() as unit:
        for n in range(1, 7):
            unit.meet(Identity("slack", "T1", f"U{n}"), Profile(f"P{n}", "Europe/London"), NOW)
        for key, value in {f"role.{Role.MANAGER}": [1, 2], "reports.1": [5], "reports.2": [6]}.items():
            unit.set(key, value, by=GOOD, now=NOW)
    sweeps.sweep(store, now=NOW - MINUTE)  # the digests are scheduled
    with store.write() as unit:
        for who in (BROKEN, GOOD):
            _something_for_each_sweep(unit, who)
    _even_ones_are(store, "Nowhere/Land")
    return store


def _something_for_each_sweep(unit: SqlUnit, who: PersonId) -> None:
    other = PersonId(3 - who)
    _lead(unit, who, promise_due=NOW)
    _lead(unit, who, desk_due=NOW)
    _lead(unit, who, at=NOW - timedelta(days=170), window_on=date(2026, 12, 3), window_due=NOW)
    _lead(unit, who, owner=who, status=Status.ACCEPTED, next_on=date(2026, 11, 23))
    _lead(unit, who, owner=PersonId(who + 4), status=Status.ACCEPTED, news_due=NOW, manager_due=NOW)
    won = _lead(unit, who, owner=other, status=Status.WON)
    unit.add_win(Win(WinId(0), won.id, 0, other, other, NOW, thanks_due=NOW))
    unit.schedule(clocks.MORNING, who, NOW)
    unit.put(Notice(f"said:{who}", notices.person(who), "withdraw_asked", due=NOW))
    unit.escalate(won.id, PersonId(who + 2), NOW)
    away = {"until": date(2026, 11, 22), "cover": other, "since": NOW, "back": NOW}
    unit.set(f"away.{who}", away, by=who, now=NOW)


def _lead(unit: SqlUnit, referrer: PersonId, *, at: datetime = NOW, **fields: object) -> Lead:
    given = unit.enter(just_logged(Given(Kind.SALES, "Acme"), referrer=referrer, now=NOW, promise_due=NOW))
    lead = replace(given, **{"promise_due": None} | fields)  # type: ignore[arg-type]  # its fields
    unit.save(lead)
    unit.record(lead, "logged", actor=referrer, now=at)
    return lead


def _even_ones_are(store: SqlStore, zone: str) -> None:
    with store.write() as unit:
        unit.connection.execute(text("UPDATE people SET zone = :zone WHERE id % 2 = 0"), {"zone": zone})


def _said(store: SqlStore, who: PersonId) -> set[str]:
    """What was said to them, and to who reads what is stuck in their place; thanks are named after their win."""
    with store.read() as unit:
        keys = {key for what in SAID for key in unit.keys(f"{what}:")}
    names = {f"{what}:{who}" for what in SAID[:5]} | {f"escalated:{who + 2}", f"thanks:{3 - who}"}
    return {key.split(":")[0] for key in keys if ":".join(key.split(":")[:2]) in names}


def _waits(store: SqlStore) -> dict[PersonId, bool]:
    """Whether the message that was due to them is still not let go."""
    with store.read() as unit:
        waiting = {who: unit.notice_by_key(f"said:{who}") for who in (GOOD, BROKEN)}
    return {who: notice is not None and notice.state is State.WAITING for who, notice in waiting.items()}


def _put_off(store: SqlStore) -> dict[str, int]:
    """What is due in an hour, by where it stands."""
    later, by_lead = NOW + PUT_OFF, (leads.c.promise_due, leads.c.desk_due, leads.c.window_due, leads.c.manager_due)
    with store.read() as unit:
        due = {
            column.name: unit.connection.execute(select(count()).where(column == later)).scalar_one()
            for column in (*by_lead, wins.c.thanks_due, schedules.c.next_at, escalations.c.due)
        }
        return due | {"away": sum(away.back == later for away in unit.setup().away.values())}


def test_who_is_broken_is_put_off_and_everybody_else_is_told(store: SqlStore, caplog: pytest.LogCaptureFixture) -> None:
    sweeps.sweep(store, now=NOW)

    assert _said(store, GOOD) == set(SAID)
    assert _said(store, BROKEN) == set()
    assert _waits(store) == {GOOD: False, BROKEN: True}
    assert _put_off(store) == {
        **dict.fromkeys(("promise_due", "desk_due", "window_due", "manager_due", "thanks_due", "due", "away"), 1),
        "next_at": 2,
    }
    faults = len(caplog.records)
    assert faults == 10
    assert not [record for record in caplog.records if "Nowhere" in record.getMessage()]

    sweeps.sweep(store, now=NOW + MINUTE)
    assert len(caplog.records) == faults

    _even_ones_are(store, "Europe/London")
    sweeps.sweep(store, now=NOW + PUT_OFF)
    assert _said(store, BROKEN) == set(SAID)
    assert _waits(store) == {GOOD: False, BROKEN: False}
    assert len(caplog.records) == faults


def test_a_sweep_that_fails_stops_no_other(store: SqlStore) -> None:
    with store.write() as unit:
        unit.connection.execute(text("ALTER TABLE wins RENAME COLUMN thanks_due TO gone"))

    with pytest.raises(ExceptionGroup, match="sweeps failed"):
        sweeps.sweep(store, now=NOW)

    assert _said(store, GOOD) == set(SAID) - {"thanks"}
    with store.write() as unit:  # the other tests on this database want it back
        unit.connection.execute(text("ALTER TABLE wins RENAME COLUMN gone TO thanks_due"))
