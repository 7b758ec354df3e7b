"""Away until … covered by …: who looks after somebody's leads meanwhile, and the one message on return."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta

from bot.answers import Answer
from bot.batches import PUT_OFF, Batch, carry_out
from bot.errors import Refused
from bot.ids import PersonId
from bot.notices import Arguments
from bot.saying import calendar, show_home, show_lead, tell
from bot.services.once import once
from bot.setup import Away
from bot.store import Store, Unit

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
    about = {"person": by, "reader": cover}
    tell(unit, f"covering:{by}:{until}:{cover}", cover, "covering", about, now=now, wait=timedelta(), until=back)
    _show(unit, by, now=now)
    return Answer("away", facts={"name": covering.name})


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
    _show(unit, who, now=now)


def _show(unit: Unit, who: PersonId, *, now: datetime) -> None:
    """Cards and receipts say who looks after their leads."""
    for lead in unit.worked_by(who, limit=SHOWN_ANEW).items:
        show_lead(unit, lead, now=now)
    show_home(unit, unit.person(who), now=now)
