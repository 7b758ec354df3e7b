"""Each person's terms: how often they hear of what they gave, on which days and hours; and nothing before a day."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime

from bot import clocks, ticking
from bot.answers import Answer
from bot.calendars import Calendar
from bot.errors import Refused
from bot.gathering import wait_anew
from bot.ids import LeadId, PersonId
from bot.leads import Lead
from bot.retelling import show_told
from bot.saying import calendar, show_home, show_lead, show_receipt
from bot.services.loop import own_lead
from bot.services.once import once
from bot.store import Unit
from bot.terms import Hours, Terms
from bot.values import replace

PAGE = 500
SHOWN_ANEW = 200
"""So many receipts say at once what holds now."""


@once
def set_terms(unit: Unit, terms: Terms, *, by: PersonId, now: datetime) -> Answer:
    """What they have not asked for follows the company. All that waits for them comes by the new terms."""
    setup = unit.setup()
    _check(terms, calendar(unit, by).today(now))
    own = replace(
        terms,
        hours=None if terms.hours == setup.working else terms.hours,
        days=None if terms.days == setup.days else terms.days,
    )
    unit.set(f"terms.{by}", asdict(own) if own != Terms() else None, by=by, now=now)
    _hear_anew(unit, by, now=now)
    _work_anew(unit, by, now=now)
    show_home(unit, unit.person(by), now=now)
    return _answer(own, calendar(unit, by), now)


def _check(terms: Terms, today: date) -> None:
    check_hours(terms.hours, field="ends")
    if terms.days is not None and not terms.days:
        raise Refused("needed", field="days")
    if terms.not_before is not None and terms.not_before <= today:
        raise Refused("in_the_past", field="not_before")


def check_hours(hours: Hours | None, *, field: str) -> None:
    if hours is not None and hours.ends <= hours.starts:
        raise Refused("ends_before", field=field)


def _answer(terms: Terms, days: Calendar, now: datetime) -> Answer:
    """What will happen from now on."""
    starts = f"{days.working.starts:%H:%M}"
    if until := days.snoozed_until(now):
        return Answer("terms_until", facts={"on": days.today(until).isoformat(), "starts": starts})
    return Answer(f"terms_{terms.rhythm}", facts={"weekday": min(days.days), "starts": starts})


def _hear_anew(unit: Unit, by: PersonId, *, now: datetime) -> None:
    """The promises on what they gave, and what waits to be told."""
    reader, shown = calendar(unit, by), 0
    for lead in _given(unit, by):
        if ticking.anew(lead, reader, now=now) == lead:
            continue
        unit.save(ticking.anew(unit.lead(lead.id), reader, now=now))
        shown += 1
        if shown <= SHOWN_ANEW:
            show_receipt(unit, lead, lead.referrer, now=now)
    wait_anew(unit, by, now=now)


def _given(unit: Unit, by: PersonId) -> Iterator[Lead]:
    """Their open leads; these come first, page by page."""
    offset = 0
    while page := [lead for lead in unit.given_by(by, limit=PAGE, offset=offset).items if lead.open]:
        yield from page
        offset += PAGE


def _work_anew(unit: Unit, by: PersonId, *, now: datetime) -> None:
    """Their mornings, and when they are asked: no later than before, and when they work."""
    days = calendar(unit, by)
    unit.reschedule(clocks.MORNING, by, days.next_morning(now))
    for lead in unit.worked_by(by, limit=PAGE).items:
        due = lead.ask_due and days.begins_by(lead.ask_due)
        if due != lead.ask_due:
            unit.save(replace(unit.lead(lead.id), ask_due=due))


@once
def snooze(unit: Unit, lead_id: LeadId, day: date, *, by: PersonId, now: datetime) -> Answer:
    """The referrer wants to hear nothing of this lead until that day; then what happened meanwhile, in one message."""
    lead, reader = own_lead(unit, lead_id, by), calendar(unit, by)
    if day <= reader.today(now):
        raise Refused("in_the_past", field="not_before")
    quiet = ticking.anew(replace(lead, not_before=day, muted=False), reader, now=now)
    unit.save(quiet)
    unit.record(quiet, "snoozed", actor=by, now=now, facts={"status": lead.status, "on": day.isoformat()})
    wait_anew(unit, by, now=now)
    show_lead(unit, quiet, now=now)
    show_told(unit, quiet, now=now)
    return Answer("snoozed", lead.id, facts={"on": day.isoformat()})


@once
def mute(unit: Unit, lead_id: LeadId, *, by: PersonId, now: datetime, muted: bool = True) -> Answer:
    """The referrer wants no more updates on this lead, but for how it ends; or wants them again."""
    lead, reader = own_lead(unit, lead_id, by), calendar(unit, by)
    quiet = ticking.anew(replace(lead, muted=muted, not_before=None), reader, now=now)
    if lead.muted:
        quiet = replace(quiet, promise_due=clocks.next_promise(quiet, reader, now))
    quiet = ticking.asked(unit, quiet, now=now)
    unit.save(quiet)
    unit.record(quiet, "muted" if muted else "unmuted", actor=by, now=now, facts={"status": lead.status})
    wait_anew(unit, by, now=now)
    show_lead(unit, quiet, now=now)
    show_told(unit, quiet, now=now)
    return Answer("muted" if muted else "unmuted", lead.id)
