"""Lists of leads that are looked for: by filters, by words; and how many stand where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot import rights
from bot.leads import Kind, Status
from bot.people import Person
from bot.show.rows import SHOWN, Row, rows
from bot.sought import Sought, Whose
from bot.store import Page, Reading

SOON = timedelta(days=2)
"""A referrer who is to hear something within that time needs a word now: it would reach them."""

Board = Mapping[tuple[Kind, Status], int]


@dataclass(frozen=True)
class Found:
    """One page of what somebody looked for."""

    sought: Sought
    page: Page[Row]
    leads_team: bool
    """The reader has a team to look at."""


def found(unit: Reading, sought: Sought, person: Person, *, offset: int = 0) -> Found:
    seen = rights.sight(person, unit.setup())
    page = unit.sought(sought, seen, limit=SHOWN, offset=offset)
    return Found(sought, rows(unit, page, person), seen.leads_team)


def team_of(unit: Reading, person: Person) -> Sought:
    """The team's open leads for who has one, else all that they may see."""
    return Sought(Whose.TEAM if rights.sight(person, unit.setup()).leads_team else Whose.ALL)


def board(unit: Reading, person: Person) -> Board:
    """How many of the team's open leads stand where; nothing for who has no team."""
    seen = rights.sight(person, unit.setup())
    return unit.board(Sought(Whose.TEAM), seen) if seen.leads_team else {}
