"""When people work, are written to, and hear: what the company has set, and what somebody would rather have."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from bot.leads import Kind, Lead, Status


@dataclass(frozen=True)
class Hours:
    """From one time of day to a later one of the same day, where somebody is."""

    starts: time
    ends: time

    def hold(self, moment: time) -> bool:
        return self.starts <= moment < self.ends


WORKING = Hours(time(9), time(17))
WAKING = Hours(time(8), time(19))
"""Outside these hours people are left in peace."""
WEEKDAYS = frozenset(range(1, 6))
"""Monday to Friday, as ISO 8601 numbers them."""


class Rhythm(StrEnum):
    """How somebody hears of what they gave. A win is told at once, whatever it is: credit must not sleep."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    """In one message, in the morning of their next working day."""
    WEEKLY = "weekly"
    """In one message, in the morning of the first working day of their week."""
    MILESTONES = "milestones"
    """Of a first word, a meeting, a proposal, and how it ends; as they happen."""

    @property
    def gathers(self) -> bool:
        return self in {Rhythm.DAILY, Rhythm.WEEKLY}


@dataclass(frozen=True)
class Cadences:
    """How many days a referrer is left without a word at most."""

    sales: int = 7
    talent: int = 14
    warm: int = 30
    """While it is kept warm."""

    def of(self, lead: Lead) -> timedelta:
        working = self.sales if lead.kind is Kind.SALES else self.talent
        return timedelta(days=self.warm if lead.status is Status.NURTURING else working)


USUAL = Cadences()
WINDOW = 180
"""How many days a lead counts as its givers' since anything happened to it: see `bot.windows`."""
WINDOWS = range(30, 3651)
NEVER = "never"
"""Instead of a number of days: it does for ever."""


@dataclass(frozen=True)
class Terms:
    """What one person asked for; None: as the company has it."""

    rhythm: Rhythm = Rhythm.AT_ONCE
    hours: Hours | None = None
    """When they work; and then only they are written to."""
    days: frozenset[int] | None = None
    """The days of the week on which they work."""
    not_before: date | None = None
    """Nothing on what they gave until then, but for wins."""
