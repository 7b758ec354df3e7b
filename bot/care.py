"""When something is owed to whoever a lead is about: to be told, to be left, to be forgotten; pure, reads no clock.

They are to be told within a month where we got their name: https://eur-lex.europa.eu/eli/reg/2016/679/oj, Article
14(3)(a). A period in months ends with the same date of a later month, or with that month's last day:
https://eur-lex.europa.eu/eli/reg/1971/1182/oj, Article 3(2)(c).
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from bot.calendars import Calendar
from bot.keeping import Care, Ending, Keeping, ending
from bot.leads import Lead, Status

REMINDED = (timedelta(days=14), timedelta(days=21), timedelta(days=28))
"""After logging: whoever has it is reminded that they are to be told."""
LOCKED = timedelta(days=30)
"""After logging, without any contact."""
ERASED = timedelta(days=7)
"""After that."""
DEALS = frozenset(
    {
        Status.CONTACTED,
        Status.MEETING,
        Status.PROPOSAL,
        Status.SCREENING,
        Status.INTERVIEWING,
        Status.OFFER,
        Status.WON,
    }
)
"""Where a lead stands of which somebody has had contact."""


class Due(StrEnum):
    """What is done next; the last first, where several have come."""

    KEPT_LONG_ENOUGH = "kept_long_enough"
    NEVER_CONTACTED = "never_contacted"
    """It is erased."""
    LOCKED = "locked"
    REMINDED = "reminded"


def notice_due(lead: Lead) -> date:
    """By when they are to be told where we got their name."""
    return _months_later((lead.imported_at or lead.logged_at).date(), 1)


def forgotten(lead: Lead) -> bool:
    """Whether nobody has had contact with them, or told them anything."""
    return lead.contacted_at is None and lead.informed_at is None and lead.status not in DEALS


def due(lead: Lead, care: Care, days: Calendar, now: datetime) -> Due | None:
    """What has come; `days` are those of whoever is reminded."""
    moments = _moments(lead, care, days)
    return next((what for what in Due for it, at in moments if it is what and at <= now), None)


def next_due(lead: Lead, care: Care, days: Calendar) -> datetime | None:
    """When the next of it comes, which may have been long ago."""
    return min((at for _, at in _moments(lead, care, days)), default=None)


def _moments(lead: Lead, care: Care, days: Calendar) -> list[tuple[Due, datetime]]:
    if lead.withheld or lead.part_of is not None:  # a part is told of, locked and erased with the whole
        return []
    return [*_of_notice(lead, days), *_of_neglect(lead, care), *_of_age(lead, care)]


def _since(lead: Lead) -> datetime:
    return lead.needed_at or lead.imported_at or lead.logged_at


def reminders(lead: Lead, days: Calendar) -> tuple[datetime, ...]:
    """As those days begin, so that it is in their morning; of a day off the last working day before it."""
    on = [days.today(_since(lead) + after) for after in REMINDED]
    return tuple(days.at(day if days.works_on(day) else days.days_before(day, 1), time(0)) for day in on)


def _of_notice(lead: Lead, days: Calendar) -> Iterator[tuple[Due, datetime]]:
    """Of those that are closed nobody is asked to get in touch."""
    if lead.open and lead.informed_at is None and lead.no_at is None:
        yield from ((Due.REMINDED, at) for at in reminders(lead, days)[lead.reminded :])


def _of_neglect(lead: Lead, care: Care) -> Iterator[tuple[Due, datetime]]:
    if not forgotten(lead) or not care.locks:
        return
    if lead.locked_at is None:
        yield Due.LOCKED, _since(lead) + LOCKED
    elif care.keeping is Keeping.ERASE:
        yield Due.NEVER_CONTACTED, lead.locked_at + ERASED


def _of_age(lead: Lead, care: Care) -> Iterator[tuple[Due, datetime]]:
    how = ending(lead)
    if how is None or not (months := care.months.get(how)):
        return
    yield Due.KEPT_LONG_ENOUGH, _at(_months_later(_ended(lead, how), months))


def last_day(months: int, now: datetime) -> date:
    """What ended on that day, or before it, is not kept any longer that is kept for so many months."""
    day = _months_later(now.date(), -months) + timedelta(days=3)  # a month's last day may come after it
    while _at(_months_later(day, months)) > now:
        day -= timedelta(days=1)
    return day


def _ended(lead: Lead, how: Ending) -> date:
    return lead.back_on if how is Ending.WARM and lead.back_on else lead.moved_at.date()


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _at(day: date) -> datetime:
    """When that day is over, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(0), UTC)
