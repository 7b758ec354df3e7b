"""Lists of leads that are looked for: by filters, by words; what nobody has; and how many stand where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot import rights
from bot.leads import Kind, Lead, Status
from bot.moves import Move
from bot.people import Person
from bot.setup import Setup
from bot.show.rows import SHOWN, Row, rows
from bot.sought import Sought, Whose
from bot.store import Page, Reading
from bot.values import replace

SOON = timedelta(days=2)
"""A referrer who is to hear something within that time needs a word now: it would reach them."""
STARTS = ("take", "qualify", "ready", "give")

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


def waiting(unit: Reading, person: Person, *, limit: int, offset: int = 0) -> Page[Row]:
    """What nobody has and this person may take, both kinds."""
    setup, found, total = unit.setup(), [], 0
    for kind in Kind:
        page = unit.untaken(kind, (Status.NEW, Status.QUALIFYING, Status.SALES_READY), limit=offset + limit)
        starts = [replace(row, move=_start(row.lead, person, setup)) for row in rows(unit, page, person).items]
        able = [row for row in starts if row.move is not None]
        found += able
        total += (page.total if page.total > len(starts) else len(able)) if able else 0
    return Page(found[offset : offset + limit], total, offset)


def _start(lead: Lead, person: Person, setup: Setup) -> Move | None:
    """How this person can bring a lead that nobody has to somebody."""
    able = {move.name: move for move in rights.open_moves(lead, rights.standings(person, lead, setup), setup)}
    return next((able[name] for name in STARTS if name in able), None)
