"""What the company has set: places, roles, the lead desk, working time; and what its people would rather have."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.ids import PersonId
from bot.keeping import Care
from bot.leads import Kind
from bot.people import Person, Role
from bot.rewarded import Rewarded
from bot.terms import USUAL, WAKING, WEEKDAYS, WINDOW, WORKING, Cadences, Hours, Terms


class Place(StrEnum):
    """A channel of the company, by what it is for."""

    LEADS = "leads"
    WINS = "wins"
    HIRING = "hiring"


class Step(StrEnum):
    """What an admin does once, in this order."""

    CHANNELS = "channels"
    DESK = "desk"
    WORKERS = "workers"
    MANAGERS = "managers"
    CARE = "care"
    TEST = "test"
    COMMAND = "command"


class Mark(StrEnum):
    """What was done once, and is no setting."""

    NO_MANAGERS = "no_managers"
    TRIAL_SENT = "trial_sent"
    TESTED = "tested"
    HEARD = "heard"
    """The command has reached us."""


@dataclass(frozen=True)
class Away:
    """Somebody is away, and somebody else looks after what they have."""

    until: date
    """The last day away, theirs."""
    cover: PersonId
    since: datetime
    back: datetime
    """When their first working day begins."""


@dataclass(frozen=True)
class Weekly:
    """When the digest comes, where its reader is."""

    day: int = 1
    """Monday, as ISO 8601 numbers the days."""
    hour: time = time(9)


@dataclass(frozen=True)
class Setup:
    """The settings that hold now. An empty one is a company that has set nothing, and works."""

    places: Mapping[Place, str] = field(default_factory=dict)
    """The front's own reference of each place that is set."""
    roles: Mapping[Role, frozenset[PersonId]] = field(default_factory=dict)
    reports: Mapping[PersonId, frozenset[PersonId]] = field(default_factory=dict)
    """Whom each manager manages; a manager without an entry manages everybody."""
    desks: Mapping[Kind, tuple[PersonId, ...]] = field(default_factory=dict)
    """The lead desk of each kind: one person, then a deputy."""
    days_off: frozenset[date] = frozenset()
    digest: Weekly = Weekly()
    profile_field: str = ""
    """The front's own reference of the field of people's profiles that says where they work."""
    teams: Mapping[str, frozenset[PersonId]] = field(default_factory=dict)
    """Who works where, by the team's name, where no such field is chosen."""
    days: frozenset[int] = WEEKDAYS
    """The days of the week on which people work, as ISO 8601 numbers them."""
    working: Hours = WORKING
    waking: Hours = WAKING
    """Outside these hours nobody is written to, unless they just clicked."""
    cadences: Cadences = USUAL
    window: int = WINDOW
    """Days; 0 where a lead counts as its givers' for ever."""
    terms: Mapping[PersonId, Terms] = field(default_factory=dict)
    """What people would rather have."""
    looks: Mapping[Kind, tuple[str, ...]] = field(default_factory=dict)
    """What we look for, in a few lines a kind, for everybody who gives leads."""

    rewarded: Rewarded = field(default_factory=Rewarded)
    """Whose leads are."""
    care: Care = field(default_factory=Care)
    """What whoever a lead is about is told, and how long they are kept."""
    marks: frozenset[Mark] = frozenset()
    command: str = "/lead"
    """What the company calls it, as App Home last heard."""
    away: Mapping[PersonId, Away] = field(default_factory=dict)

    def present(self, person: PersonId) -> PersonId:
        """They, or whoever covers for them while they are away; of a circle of covers the last one."""
        seen: set[PersonId] = set()
        while person in self.away and person not in seen:
            seen.add(person)
            person = self.away[person].cover
        return person

    def department(self, person: Person) -> str:
        """Where somebody works: as their profile says, if a field of it is chosen, else as the teams do, else empty."""
        if self.profile_field:
            return person.department
        return next((name for name, people in self.teams.items() if person.id in people), "")

    def has(self, person: PersonId, role: Role) -> bool:
        return person in self.roles.get(role, frozenset())

    def anyone(self, role: Role) -> bool:
        return bool(self.roles.get(role))

    def workers(self, kind: Kind) -> frozenset[PersonId]:
        """Who is named to work leads of this kind; empty while nobody is."""
        return self.roles.get(Role.REP if kind is Kind.SALES else Role.RECRUITER, frozenset())

    def manages(self, manager: PersonId, person: PersonId) -> bool:
        if manager == person or not self.has(manager, Role.MANAGER):
            return False
        return manager not in self.reports or person in self.reports[manager]

    def is_admin(self, person: Person) -> bool:
        """Workspace owners and admins, until the company names its own."""
        if self.anyone(Role.ADMIN):
            return self.has(person.id, Role.ADMIN)
        return person.workspace_admin and person.member

    def desk(self, kind: Kind) -> tuple[PersonId, ...]:
        """Who gets what nobody has: who is named to, and deputies; of possible colleagues else all who recruit.

        Empty where the admins stand in: no dead ends.
        """
        return self.desks.get(kind, ()) or (tuple(sorted(self.workers(kind))) if kind is Kind.TALENT else ())

    def is_desk(self, person: Person, kind: Kind) -> bool:
        desk = self.desk(kind)
        return person.id in desk if desk else self.is_admin(person)
