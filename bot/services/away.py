"""Away until … covered by …: who looks after somebody's leads meanwhile, and the one message on return."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta

from bot import clocks, untaken
from bot.answers import Answer
from bot.batches import PUT_OFF, Batch, carry_out
from bot.errors import Refused
from bot.ids import PersonId
from bot.notices import Arguments
from bot.saying import calendar, show_home, show_lead, tell
from bot.services.once import once
from bot.setup import Away
from bot.store import Store, Unit
from bot.values import replace

SHOWN_ANEW = 200
"""So many of their leads' cards and receipts follow at once."""


@once
def go_away(unit: Unit, until: date, cover: PersonId, *, by: PersonId, now: datetime) -> Answer:
    """`until` is the last day away, in their own zone; `cover` has the buttons of their leads until they are back."""
    days, covering = calendar(unit, by), unit.person(cover)
    if until < days.today(now):
        raise Refused("in_the_past", field="until")
    if not covering.member:
        raise Refused("not_a_member", field="cover", name=covering.name)
    if cover == by or cover in unit.setup().away:
        raise Refused("cannot_cover", field="cover", name=covering.name)
    back = days.begins(days.day_after(until))
    unit.set(f"away.{by}", {"until": until, "cover": cover, "since": now, "back": back}, by=by, now=now)
    tell_cover(unit, by, Away(until, cover, now, back), now=now)
    for absent, away in _covered_by(unit, by).items():
        tell_cover(unit, absent, replace(away, cover=cover), now=now)
    untaken.release_calls(unit, by, now=now)
    show_absence(unit, by, now=now)
    return Answer("away", facts={"name": covering.name})


def tell_cover(unit: Unit, who: PersonId, away: Away, *, now: datetime) -> None:
    """Whoever looks after somebody's leads reads which, and has what is due of them in their own mornings."""
    key, about = f"covering:{who}:{away.until}:{away.cover}", {"person": who, "reader": away.cover}
    tell(unit, key, away.cover, "covering", about, now=now, wait=timedelta(), until=away.back)
    morning = calendar(unit, away.cover).next_morning(now)
    unit.schedule(clocks.MORNING, away.cover, morning, only_new=True)


@once
def come_back(unit: Unit, *, by: PersonId, now: datetime) -> Answer:
    """Earlier than said; what they would read on return they read now."""
    away = unit.setup().away.get(by)
    if away is not None:
        _return(unit, by, away, now=now)
    return Answer("back_again")


def welcome_back(store: Store, *, now: datetime, limit: int) -> int:
    """Whose first working day has begun is back."""

    def due(unit: Unit) -> Sequence[PersonId]:
        return [who for who, away in unit.setup().away.items() if away.back <= now][:limit]

    def do(unit: Unit, due: Iterable[PersonId]) -> None:
        for who in due:
            _return(unit, who, unit.setup().away[who], now=now)

    def put_off(unit: Unit, who: PersonId) -> None:
        away = unit.setup().away[who]
        unit.set(f"away.{who}", asdict(away) | {"back": now + PUT_OFF}, by=who, now=now)

    return carry_out(store, Batch("return of person", due, int, do, put_off))


def _return(unit: Unit, who: PersonId, away: Away, *, now: datetime) -> None:
    unit.set(f"away.{who}", None, by=who, now=now)
    about: Arguments = {"person": who, "cover": away.cover, "since": away.since.isoformat()}
    tell(unit, f"returned:{who}:{away.since.isoformat()}", who, "returned", about, now=now, wait=timedelta())
    show_absence(unit, who, now=now)


def _covered_by(unit: Unit, who: PersonId) -> Mapping[PersonId, Away]:
    """Those who are away and count on this person."""
    return {absent: away for absent, away in unit.setup().away.items() if away.cover == who}


def show_absence(unit: Unit, who: PersonId, *, now: datetime) -> None:
    """Cards and receipts say who looks after their leads, and after those that they look after themselves."""
    for person in (who, *_covered_by(unit, who)):
        for lead in unit.worked_by(person, limit=SHOWN_ANEW).items:
            show_lead(unit, lead, now=now)
    show_home(unit, unit.person(who), now=now)
