"""What a liaison passes on to whoever gave a lead from outside: how it goes, in words that are ready to be sent."""

from dataclasses import dataclass

from bot import rights
from bot.errors import NoSuchLead, Refused
from bot.leads import Lead
from bot.people import Person
from bot.show.cards import Line, line
from bot.show.leads import without_contact
from bot.show.referrers import is_told
from bot.standing import Standing
from bot.store import Reading


@dataclass(frozen=True)
class Passing:
    lead: Lead
    liaison: str
    last: Line | None
    """What was done last of all that the referrer hears of."""


def passing(unit: Reading, lead: Lead, reader: Person) -> Passing:
    """For their liaison alone; raises NoSuchLead, Refused("not_credited" | "erased" | "restricted")."""
    stands = rights.standings(reader, lead, unit.setup())
    rights.check_sight(lead, stands)
    if Standing.REFERRER not in stands:
        raise Refused("not_credited")
    if not lead.outside:
        raise NoSuchLead
    told = [entry for entry in unit.entries(lead.part_of or lead.id) if is_told(entry, lead)]
    return Passing(without_contact(lead), reader.name, line(unit, lead, told[-1]) if told else None)
