"""Loop health as the digest counts it in SQL, held to the definition, walked half an hour at a time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from bot.calendars import Calendar
from bot.digests import Scope
from bot.ids import PersonId
from bot.leads import Given, Kind, Lead, Status, just_logged
from bot.loop_health import Loop, promised
from bot.people import Identity, Person, Profile
from storage.store import SqlStore

ZONES = ("Europe/Madrid", "Pacific/Auckland", "Asia/Kolkata", "America/New_York")
OFF = frozenset({date(2026, 10, 12), date(2026, 10, 26), date(2026, 10, 27)})
BEGIN = datetime(2026, 9, 20, tzinfo=UTC)
TICK = timedelta(minutes=30)
STATUSES = (Status.NEW, Status.ACCEPTED, Status.CONTACTED, Status.NURTURING, Status.LOST)
PROMISED = {Kind.SALES: timedelta(days=7), Kind.TALENT: timedelta(days=14)}


@pytest.fixture
def people(store: SqlStore) -> list[Person]:
    with store.write() as unit:
        return [unit.meet(Identity("slack", "T1", f"U{n}"), Profile(f"P{n}", ZONES[n % 4]), BEGIN) for n in range(8)]


@pytest.mark.parametrize("now", [datetime(2026, 10, 28, 9, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)])
def test_many_are_counted_as_each_is_defined(store: SqlStore, people: list[Person], now: datetime) -> None:
    """Both sides of the change of the clock; weekends, days off, what is muted, closed, kept warm, or one's own."""
    leads = list(_some(store, people))
    with store.read() as unit:
        every = unit.numbers(Scope(), [BEGIN], now).loop
        team = unit.numbers(Scope(owners=frozenset({people[2].id, people[5].id})), [BEGIN], now).loop
        late = [lead.id for lead in unit.waiting_long(Scope(), now, limit=999)]

    zones = {person.id: person.zone for person in people}
    assert every == _counted(leads, zones, now)
    assert team == _counted([lead for lead in leads if lead.owner in {people[2].id, people[5].id}], zones, now)
    assert sorted(late) == [lead.id for lead in leads if _waits(lead, zones, now)]
    assert 0 < every.late < every.leads < len(leads)


def _some(store: SqlStore, people: list[Person]) -> Iterator[Lead]:
    """Of each kind and status some that were heard of and some that were not."""
    with store.write() as unit:
        for n, (kind, status, heard) in enumerate(product(Kind, STATUSES, (True, True, False))):
            referrer, owner = people[n * 3 % 8], people[n * 5 % 8]
            logged = BEGIN + TICK * (n * 389 % (48 * 35))
            lead = unit.enter(just_logged(Given(kind, "Acme"), referrer=referrer.id, now=logged, promise_due=logged))
            lead = replace(lead, status=status, owner=None if status is Status.NEW else owner.id)
            lead = replace(lead, muted=n % 7 == 0, news_at=logged + TICK * 9 if heard else None)
            lead = promised(lead, Calendar(referrer.zone, OFF))
            unit.save(lead)
            yield lead


def _counted(leads: list[Lead], zones: dict[PersonId, str], now: datetime) -> Loop:
    told = [lead for lead in leads if _is_told(lead)]
    late = [lead for lead in told if _waits(lead, zones, now)]
    return Loop(len(told), len(late), len({lead.referrer for lead in told}), len({lead.referrer for lead in late}))


def _is_told(lead: Lead) -> bool:
    return lead.status is not Status.LOST and not lead.muted and lead.owner != lead.referrer


def _waits(lead: Lead, zones: dict[PersonId, str], now: datetime) -> bool:
    """Never heard: a working day has gone by. Heard: the promised time has, and there was an hour to speak since."""
    if not _is_told(lead):
        return False
    zone = ZoneInfo(zones[lead.referrer])
    if lead.news_at is None:
        return sum(_open(at, zone, 9, 17) for at in _ticks(lead.logged_at, now - TICK)) * TICK >= timedelta(hours=8)
    time = timedelta(days=30) if lead.status is Status.NURTURING else PROMISED[lead.kind]
    return any(_open(at, zone, 8, 19) for at in _ticks(lead.news_at + time, now))


def _ticks(begin: datetime, end: datetime) -> Iterator[datetime]:
    while begin < end:
        yield begin
        begin += TICK


def _open(at: datetime, zone: ZoneInfo, begins: int, ends: int) -> bool:
    local = at.astimezone(zone)
    return local.isoweekday() <= 5 and local.date() not in OFF and begins <= local.hour < ends
