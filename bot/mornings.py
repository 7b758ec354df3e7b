"""Your leads today: one message a working morning for who has leads, and for the desk what nobody has."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from bot import clocks, notices
from bot.batches import PUT_OFF, Batch, carry_out
from bot.calendars import Calendar
from bot.ids import LeadId, PersonId
from bot.leads import Kind, Lead, Status
from bot.notices import Arguments, Notice
from bot.people import Person
from bot.saying import calendar, desk, today_key
from bot.store import Store, Unit
from bot.values import replace

ANSWERS = 5
"""So many leads are asked about at once; the others in the mornings after."""


def say_good_morning(store: Store, *, now: datetime, limit: int) -> int:
    """For everybody whose working day begins. Who was asleep or away when it came due has a morning later."""

    def do(unit: Unit, due: Iterable[PersonId]) -> None:
        for person in unit.people(due).values():
            _morning(unit, person, now=now)

    def put_off(unit: Unit, person: PersonId) -> None:
        unit.schedule(clocks.MORNING, person, now + PUT_OFF)

    due = Batch("morning of person", lambda unit: unit.scheduled(clocks.MORNING, now, limit=limit), int, do, put_off)
    return carry_out(store, due)


def _morning(unit: Unit, person: Person, *, now: datetime) -> None:
    if person.deactivated:
        unit.unschedule(clocks.MORNING, person.id)
        return
    days = calendar(unit, person.id)
    away = unit.setup().away.get(person.id)
    back = days.evening(days.today(away.back)) if away else now  # that day has its own message
    unit.schedule(clocks.MORNING, person.id, days.next_morning(max(now, back)))
    today = days.today(now)
    if away or not days.at_work(now) or unit.notice_by_key(today_key(person.id, today)) is not None:
        return
    tonight = days.at(today + timedelta(days=1), time(0))
    about = _about(_leads(unit, person.id, today, tonight=tonight), person.id, today, tonight=tonight, now=now)
    if any(about[part] for part in ("steps", "backs", "asks", "untold")):
        key, evening = today_key(person.id, today), days.evening(today)
        unit.put(Notice(key, notices.person(person.id), "today", about, due=now, until=evening))
        _not_tomorrow(unit, notices.leads_in(about, "asks"), days, now=now)
        for lead in map(unit.lead, notices.leads_in(about, "untold")):
            unit.save(replace(lead, remind_on=None))


def _leads(unit: Unit, person: PersonId, today: date, *, tonight: datetime) -> Sequence[Lead]:
    """Theirs, what nobody has if they are the desk, and of those for whom they cover."""
    desks, setup = [kind for kind in Kind if person in desk(unit, kind)], unit.setup()
    found = list(unit.morning(person, desks, today, tonight))
    for absent in setup.away:
        if setup.present(absent) == person:
            found += unit.morning(absent, (), today, tonight)
    return found


def _not_tomorrow(unit: Unit, asked: Iterable[LeadId], owner: Calendar, *, now: datetime) -> None:
    """Who was asked has time to answer, and the next morning is for the others."""
    for lead in map(unit.lead, asked):
        unit.save(replace(lead, ask_due=clocks.asked_again(lead, owner, now)))


def _about(leads: Sequence[Lead], person: PersonId, today: date, *, tonight: datetime, now: datetime) -> Arguments:
    """Which leads it is about stays as it is, whatever is answered. Who was not asked for longest comes first.

    What falls due in the course of the day is asked in its morning: who travels has it on the same day. Of those for
    whom they cover nobody asks: their clocks stand still.
    """
    steps = [lead for lead in leads if lead.next_on == today]
    backs = [lead for lead in leads if lead.status is Status.NURTURING and lead.back_on]
    backs = [lead for lead in backs if lead.back_on and lead.back_on <= today]
    asked = [lead for lead in leads if lead.owner in {person, None}]
    due = [(lead.ask_due, lead.id, lead) for lead in asked if lead.ask_due is not None and lead.ask_due < tonight]
    asks = [lead for _, _, lead in sorted(due, key=lambda one: one[:2])]
    room = max(0, ANSWERS - len(backs))
    untold = [lead for lead in leads if lead.remind_on is not None]
    return {
        "person": person,
        "day": today.isoformat(),
        "at": now.isoformat(),
        "steps": _joined(steps),
        "backs": _joined(backs[:ANSWERS]),
        "asks": _joined(asks[:room]),
        "untold": _joined(untold[:ANSWERS]),
        "rest": len(backs[ANSWERS:]) + len(asks[room:]) + len(untold[ANSWERS:]),
    }


def _joined(leads: Sequence[Lead]) -> str:
    return notices.joined(lead.id for lead in leads)
