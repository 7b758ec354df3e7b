"""Somebody says that they knew them before, or gave them first: with a record that is older than the lead.

Who gave it may answer, and may have an older record of their own. A manager who is none of them decides, with a reason
that all of them read; where nobody is neutral, the older record stands.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.calendars import Calendar
from bot.errors import Refused
from bot.ids import DisputeId, LeadId, PersonId, TextId
from bot.leads import Lead

DISPUTED, ANSWERED, SETTLED = "disputed", "dispute_answered", "dispute_settled"
"""Entries of the lead that it is about."""
REMINDED = 3
"""Working days after which whoever decides is reminded."""
DECIDED = 5
"""Working days within which it is decided; then they are reminded again, each so many."""


class Proof(StrEnum):
    """What shows it."""

    LINK = "link"
    """A message, a calendar entry, a page."""
    FILE = "file"
    CRM = "crm"
    """A number there."""


class Outcome(StrEnum):
    KEPT = "kept"
    """The credit stays where it is."""
    GIVEN = "given"
    """It is theirs who claimed it."""
    DROPPED = "dropped"
    """They took that back."""


@dataclass(frozen=True)
class Record:
    """What there was before the lead: where it is, and of which day."""

    proof: Proof
    where: str
    day: date


@dataclass(frozen=True)
class Dispute:
    """One person's claim on one lead."""

    id: DisputeId
    lead: LeadId
    by: PersonId
    at: datetime
    proof: Proof
    day: date
    """Of their record."""
    record: TextId
    """Where it is."""
    said: TextId | None = None
    answer: TextId | None = None
    """Of who gave it."""
    answer_day: date | None = None
    """Of the older record that they name there."""
    due: datetime | None = None
    """When whoever decides is reminded, or the older record stands; none once it is settled."""
    outcome: Outcome | None = None
    settled_by: PersonId | None = None
    """Nobody where the older record stands."""
    reason: TextId | None = None

    @property
    def open(self) -> bool:
        return self.outcome is None

    @property
    def by_record(self) -> Outcome:
        """Which record is the older one."""
        older = self.answer_day is not None and self.answer_day <= self.day
        return Outcome.KEPT if older else Outcome.GIVEN


def check_day(day: date | None, lead: Lead, days: Calendar) -> date:
    """`days`: of whoever brings the record. Raises Refused("no_record" | "too_young") under its field."""
    if day is None:
        raise Refused("no_record", field="day")
    logged = days.today(lead.logged_at)
    if day >= logged:
        raise Refused("too_young", field="day", on=logged.isoformat())
    return day


def first_due(days: Calendar, at: datetime) -> datetime:
    """`days`: the company's, as whoever claims it keeps them."""
    return days.begins(days.days_after(days.today(at), REMINDED))


def decided_by(days: Calendar, at: datetime) -> datetime:
    return days.begins(days.days_after(days.today(at), DECIDED))


def next_due(days: Calendar, at: datetime, now: datetime) -> datetime:
    """After a reminder at `now`: on the last day, then again and again."""
    last = decided_by(days, at)
    return last if now < last else days.begins(days.days_after(days.today(now), DECIDED))
