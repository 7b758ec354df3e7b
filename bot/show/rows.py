"""One lead in a list, as its reader sees it."""

from dataclasses import dataclass

from bot import rights
from bot.leads import Lead
from bot.moves import Move
from bot.people import Person
from bot.show.leads import giver, givers, without_contact
from bot.store import Page, Reading

SHOWN = 10
"""How many leads of a list App Home shows at once."""


@dataclass(frozen=True)
class Row:
    """One lead in a list."""

    lead: Lead
    referrer: str
    owner: str | None
    move: Move | None = None
    """What the reader may do next with it."""


def rows(unit: Reading, page: Page[Lead], reader: Person) -> Page[Row]:
    setup = unit.setup()
    names = unit.people({who for lead in page.items for who in (lead.referrer, lead.owner) if who is not None})
    items = []
    for lead in page.items:
        moves = rights.likely_moves(lead, rights.standings(reader, lead, setup), setup)
        owner = names[lead.owner].name if lead.owner else None
        gave = givers(unit, lead) if lead.parts else giver(lead, names)
        items.append(Row(without_contact(lead), gave, owner, next(iter(moves), None)))
    return Page(items, page.total, page.offset)
