"""A person's own terms as they hold now, for the form in which they change them."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.calendars import Calendar
from bot.people import Person
from bot.saying import calendar
from bot.store import Reading


@dataclass(frozen=True)
class TermsView:
    """What holds for one person: their own terms, and the company's where they have none."""

    days: Calendar
    not_before: date | None
    """Where that day is still to come."""
    admin: bool


def terms_of(unit: Reading, person: Person, *, now: datetime) -> TermsView:
    days = calendar(unit, person.id)
    return TermsView(days, days.not_before if days.snoozed_until(now) else None, unit.setup().is_admin(person))
