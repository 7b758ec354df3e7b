"""The weekly digest: when each reader's comes, whose leads it is about, and the numbers that it is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.calendars import Calendar
from bot.ids import PersonId
from bot.leads import Kind, Lead, Status
from bot.loop_health import Loop
from bot.moves import TABLE
from bot.people import Role
from bot.setup import Setup, Weekly

WHAT = "digest"
USUAL = Weekly()
GRACE = timedelta(hours=12)
"""After an outage a digest so late is still worth saying."""
WEEKS = 8
"""How far back the picture looks."""

NEW, MOVED, WON, LOST = "new", "moved", "won", "lost"
COUNTED: Mapping[str, str] = {"logged": NEW, "win": WON, "lose": LOST} | {
    move.name: MOVED for move in TABLE if move.tells and move.name not in {"win", "lose", "decline", "unwin"}
}
"""What each kind of history entry counts as; what is not here is not counted."""


def reads(setup: Setup) -> frozenset[PersonId]:
    """Who gets a digest without asking."""
    return setup.roles.get(Role.MANAGER, frozenset()) | setup.roles.get(Role.MARKETER, frozenset())


def next_digest(reader: Calendar, after: datetime, weekly: Weekly = USUAL) -> datetime:
    """The first moment after `after`: on its day of the week where the reader is, or the next working day."""
    day = _its_day(reader.today(after), weekly) - timedelta(days=7)
    while True:
        works = day if reader.works_on(day) else reader.day_after(day)
        if (moment := reader.at(works, weekly.hour)) > after:
            return moment
        day += timedelta(days=7)


def _its_day(day: date, weekly: Weekly) -> date:
    """The last one that was the digest's, be it this one."""
    return day - timedelta(days=(day.isoweekday() - weekly.day) % 7)


def key(person: PersonId, day: date, weekly: Weekly = USUAL) -> str:
    """The digest's name: one a person and week, whatever happens to clocks, zones, machines and days off."""
    year, week, _ = _its_day(day, weekly).isocalendar()
    return f"{WHAT}:{person}:{year}-W{week:02}"


def week_starts(reader: Calendar, at: datetime) -> tuple[datetime, ...]:
    """The moments at which the last weeks began, the oldest first; the last week ends at `at`."""
    local = reader.local(at)
    return tuple(reader.at(local.date() - timedelta(days=7 * n), local.time()) for n in range(WEEKS, 0, -1))


@dataclass(frozen=True)
class Scheduled:
    """Somebody's next digest."""

    person: PersonId
    zone: str
    """The zone that the moment was reckoned in."""
    next_at: datetime


@dataclass(frozen=True)
class Scope:
    """Whose leads: all of them, or only those that fulfil each condition that is set."""

    owners: frozenset[PersonId] | None = None
    """Those that these people have."""
    person: PersonId | None = None
    """Those that they gave or have."""
    kind: Kind | None = None


def scope(person: PersonId, setup: Setup) -> Scope:
    """A manager's team, or everybody's; a marketer's possible customers; anybody else's own."""
    if setup.has(person, Role.MANAGER):
        return Scope(owners=setup.reports.get(person))
    return Scope(kind=Kind.SALES) if setup.has(person, Role.MARKETER) else Scope(person=person)


def within(lead: Lead, scope: Scope) -> bool:
    return (
        (scope.owners is None or lead.owner in scope.owners)
        and (scope.person is None or scope.person in {lead.owner, lead.referrer})
        and scope.kind in {None, lead.kind}
    )


@dataclass(frozen=True)
class Giver:
    who: PersonId
    many: int
    """Leads that they gave in the last week."""
    unnamed: bool = False
    """Of those for which they would rather not be named."""


@dataclass(frozen=True)
class Numbers:
    """What the store counts for one digest."""

    weeks: Sequence[Mapping[str, int]]
    """For each week, the oldest first, how many leads were new, moved, won, lost."""
    pipeline: Mapping[tuple[Kind, Status], int]
    """Open leads."""
    givers: Sequence[Giver]
    """Who gave in the last week, most first."""
    loop: Loop
