"""The clock of what is owed to whoever a lead is about: started, followed after a move, and gone on when it is due."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot import care, clocks, erasing
from bot.calendars import Calendar
from bot.care import DEALS, Due
from bot.carrying import Carrying
from bot.ids import PersonId
from bot.keeping import ending
from bot.leads import Lead, NameFrom
from bot.moves import Move
from bot.reasons import NO_CONTACT
from bot.saying import calendar, desk, show_lead
from bot.store import Reading, Unit
from bot.values import replace

ONE_DAY = timedelta(days=1)


def started(unit: Unit, lead: Lead) -> Lead:
    """What was logged from a message says so, unless its referrer knows better."""
    from_message = bool(lead.source) and lead.name_from is NameFrom.COLLEAGUE
    name_from = NameFrom.MESSAGE if from_message else lead.name_from
    return clocked(unit, replace(lead, name_from=name_from, basis=unit.setup().care.bases[lead.kind]))


def followed(unit: Unit, before: Lead, after: Lead, move: Move, given: Carrying, *, now: datetime) -> Lead:
    """The lead after a move: whoever was spoken to is not forgotten, and of whom was told nobody is reminded."""
    told = move.name == "inform" or given.knows_source
    heard = replace(
        after,
        informed_at=after.informed_at or (now if told else None),
        consent_at=after.consent_at or (now if given.agrees else None),
        contacted_at=after.contacted_at or (now if move.touch or after.status in DEALS else None),
        no_at=now if given.reason == NO_CONTACT else after.no_at,
        basis=after.basis if after.kind is before.kind else unit.setup().care.bases[after.kind],
    )
    if move.name == "need":
        heard = replace(heard, needed_at=now, locked_at=None, reminded=0, remind_on=None)
    if not care.forgotten(heard):
        heard = replace(heard, locked_at=None)
    if not heard.open or heard.informed_at is not None:
        heard = replace(heard, remind_on=None)
    if heard.remind_on is not None and heard.owner != before.owner:
        _in_the_morning(unit, heard, now=now)
    return clocked(unit, heard)


def clocked(unit: Unit, lead: Lead) -> Lead:
    return replace(lead, care_due=care.next_due(lead, unit.setup().care, _days(unit, lead)))


def _reminded(unit: Reading, lead: Lead) -> frozenset[PersonId]:
    """Who has it, else the desk; whoever covers for them has it in their own morning."""
    return desk(unit, lead.kind) if lead.owner is None else frozenset({lead.owner})


def _days(unit: Reading, lead: Lead) -> Calendar:
    return calendar(unit, min(_reminded(unit, lead), default=lead.referrer))


def go_on(unit: Unit, due: Iterable[Lead], *, now: datetime) -> None:
    """What has come is done; where several things have, the last of them."""
    for lead in due:
        what = care.due(lead, unit.setup().care, _days(unit, lead), now)
        if lead.restricted:
            unit.save(replace(lead, care_due=now + ONE_DAY))  # its clock goes on once it is let go
        elif what is None:
            unit.save(clocked(unit, lead))  # the company has chosen anew meanwhile
        elif what is Due.REMINDED:
            _remind(unit, lead, now=now)
        elif what is Due.LOCKED:
            _lock(unit, lead, now=now)
        else:
            erasing.erase(unit, lead, because=what, by=_chose(unit, lead, what), now=now)


def _remind(unit: Unit, lead: Lead, *, now: datetime) -> None:
    """In the next morning of whoever has it. After an outage once."""
    days = _days(unit, lead)
    many = sum(at <= now for at in care.reminders(lead, days))
    unit.save(clocked(unit, replace(lead, reminded=many, remind_on=days.today(now))))
    _in_the_morning(unit, lead, now=now)


def _in_the_morning(unit: Unit, lead: Lead, *, now: datetime) -> None:
    for person in _reminded(unit, lead):
        unit.schedule(clocks.MORNING, person, calendar(unit, person).next_morning(now), only_new=True)


def _lock(unit: Unit, lead: Lead, *, now: datetime) -> None:
    locked = clocked(unit, replace(lead, locked_at=now))
    unit.save(locked)
    unit.record(locked, "locked", actor=_chose(unit, lead, Due.LOCKED), now=now, facts={"status": lead.status})
    show_lead(unit, locked, now=now)


def _chose(unit: Unit, lead: Lead, what: Due) -> PersonId:
    """The admin by whose choice it happens by itself."""
    key = f"kept.{ending(lead)}" if what is Due.KEPT_LONG_ENOUGH else "care.keeping"
    return next(change.by for change in unit.last_changes([key]))
