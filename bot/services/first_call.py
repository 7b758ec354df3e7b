"""*Not for me*: whoever has first call leaves the lead to the others at once."""

from datetime import datetime

from bot import rights, untaken
from bot.answers import Answer
from bot.errors import Refused
from bot.ids import LeadId, PersonId
from bot.services.once import once
from bot.services.standing import stands_to
from bot.store import Unit


@once
def let_go(unit: Unit, lead_id: LeadId, *, by: PersonId, now: datetime) -> Answer:
    """Raises NoSuchLead, Refused("no_call") where it does not wait for them, or no longer."""
    lead = unit.lead(lead_id)
    rights.check_sight(lead, stands_to(unit, unit.person(by), lead))
    if lead.call != by:
        raise Refused("no_call", lead=lead.id)
    freed = untaken.to_channel(unit, lead, now=now)
    unit.record(freed, "let_go", actor=by, now=now, facts={"status": freed.status})
    return Answer("let_go", lead.id)
