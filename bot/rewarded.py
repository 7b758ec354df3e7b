"""Whose leads are rewarded: what the company has set, and why one is not, as it was on the day it was given."""

from dataclasses import dataclass
from enum import StrEnum

from bot.people import Role


class Unrewarded(StrEnum):
    """Why there is no reward for a lead."""

    DEPARTMENT = "department"
    ROLE = "role"
    TEAM = "team"
    """Whoever gave a candidate manages those who hire."""
    ACCOUNT = "account"
    """They work with that company already."""


@dataclass(frozen=True)
class Rewarded:
    """Everybody, but for these."""

    departments: tuple[str, ...] = ()
    """As people's profiles, or the teams, call them."""
    roles: frozenset[Role] = frozenset()
    teams: bool = False
    """Who manages recruiters is not, for a candidate."""
    accounts: bool = False
    """Who works with a company already is not, for another lead there."""
    words: str = ""
    """The company's own, for people to read instead of ours."""

    def bars(self, department: str) -> bool:
        return department.casefold() in {each.casefold() for each in self.departments}
