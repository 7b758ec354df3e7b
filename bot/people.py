"""People: who they are to the company, whatever platform they come from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.ids import PersonId

UNNAMED = "\ufdd0"
"""For the name of somebody who would rather not be named: a front says "a colleague". No name has this letter."""
THROUGH = "\ufdd1"
"""Between the name of somebody outside who gave a lead, and that of their liaison: a front says "through". Neither."""
BESIDE = "\ufdd2"
"""Between the names of several who gave the same lead: a front says "and". Nor has any name this one."""


class Role(StrEnum):
    """What an admin may name people to be; the lead desk is kept apart, since it has a deputy and one a kind."""

    REP = "rep"
    RECRUITER = "recruiter"
    MARKETER = "marketer"
    MANAGER = "manager"
    ADMIN = "admin"
    PRIVACY = "privacy"
    """Answers who asks what is held about them."""


@dataclass(frozen=True)
class Identity:
    """Who somebody is on a platform, for instance ("slack", "T0123", "U0456")."""

    platform: str
    team: str
    user: str


@dataclass(frozen=True)
class Profile:
    """What a platform tells about somebody."""

    name: str
    zone: str
    """An IANA name, for instance "Pacific/Auckland"."""
    locale: str = "en-GB"
    guest: bool = False
    workspace_admin: bool = False
    deactivated: bool = False
    bot: bool = False
    department: str | None = None
    """None: the platform was not asked."""


@dataclass(frozen=True)
class Person:
    """Somebody of the company."""

    id: PersonId
    name: str
    zone: str
    locale: str
    guest: bool
    workspace_admin: bool
    deactivated: bool
    known: bool
    """False while the platform could not tell who this is: such a person may log a lead and move none."""
    seen_at: datetime
    """When the platform last told who this is; aware UTC."""
    home_opened: bool = False
    """Whether they have ever opened App Home, so that it is kept fresh."""
    department: str = ""
    """As the platform's profile has it, if an admin chose a field of it."""
    home_filter: str = ""
    """What they look for in App Home, as `bot.sought.written` has it; empty while nothing is filtered."""

    @property
    def member(self) -> bool:
        """Whether this is a full member of the company, as far as the platform says."""
        return self.known and not (self.guest or self.deactivated)

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name
