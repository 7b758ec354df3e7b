"""Nothing of a lead is said to a person who may not see it, whatever they were told before."""

import re

from bot import rights
from bot.ids import LeadId, PersonId
from bot.notices import Notice
from bot.people import Person
from bot.show.owners import OutOfSight
from bot.store import Reading
from bot.talk import lead_of

_READER = re.compile(r"person:(\d+)$")
"""Of somebody's direct messages, and of the threads below them."""


def as_seen(unit: Reading, notice: Notice, shown: object | None) -> object | None:
    """What the notice says, where its reader may see the lead; else what is left of it, or nothing."""
    reader = _READER.search(notice.address)
    lead = lead_of(unit, notice) if shown is not None and reader else None
    if reader is None or lead is None or may_see(unit, unit.person(PersonId(int(reader[1]))), lead):
        return shown
    return OutOfSight(lead) if notice.shown else None


def may_see(unit: Reading, reader: Person, number: LeadId) -> bool:
    lead = unit.lead(number)
    return rights.may_see(lead, rights.standings(reader, lead, unit.setup()))
