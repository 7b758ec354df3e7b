"""What nobody has taken, to the lead desk."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot import rights, untaken
from bot.ids import LeadId, PersonId
from bot.leads import Lead
from bot.moves import Move
from bot.notices import Notice
from bot.people import Person
from bot.show.leads import givers, without_contact
from bot.store import Reading

BUTTONS = ("give", "qualify", "take", "decline")


@dataclass(frozen=True)
class Waiting:
    """A lead that somebody should take."""

    lead: Lead
    referrer: str
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class AtDesk:
    """To the desk; empty once all of them are looked after."""

    waiting: tuple[Waiting, ...]


def at_desk(unit: Reading, notice: Notice) -> AtDesk | None:
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    leads = [unit.lead(LeadId(int(number))) for number in str(notice.args["leads"]).split()]
    waiting = _waiting(unit, leads, reader)
    return AtDesk(waiting) if waiting or notice.shown else None


def _waiting(unit: Reading, leads: Iterable[Lead], reader: Person) -> tuple[Waiting, ...]:
    """Those of them that nobody has still, and that the reader may see."""
    setup, found = unit.setup(), []
    for lead in leads:
        stands = rights.standings(reader, lead, setup)
        if untaken.waits(lead) and rights.may_see(lead, stands):
            able = {move.name: move for move in rights.open_moves(lead, stands, setup)}
            moves = tuple(able[name] for name in BUTTONS if name in able)
            if moves:  # else somebody else is the desk now
                found.append(Waiting(without_contact(lead), givers(unit, lead), moves))
    return tuple(found)
