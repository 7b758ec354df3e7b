"""*Tell us what's wrong*: it reaches the lead desk with the screen that it came from."""

from datetime import datetime

from bot import rights, texts
from bot.answers import Answer
from bot.ids import LeadId, PersonId, RemarkId
from bot.leads import Kind
from bot.remarks import Remark, Screen
from bot.saying import desk, tell
from bot.services.once import once
from bot.services.standing import stands_to
from bot.store import Unit


@once
def tell_wrong(
    unit: Unit, text: str, screen: Screen, *, by: PersonId, now: datetime, lead_id: LeadId | None = None
) -> Answer:
    """Raises Refused("blank" | "too_long"), and NoSuchLead where the lead is not theirs to see."""
    text = texts.long(text, field="word", required=True)
    kind = Kind.SALES
    if lead_id is not None:
        lead = unit.lead(lead_id)
        rights.check_sight(lead, stands_to(unit, unit.person(by), lead))
        kind = lead.kind
    remark = unit.add_remark(Remark(RemarkId(0), by, text, screen, lead_id, now))
    for reader in desk(unit, kind):
        tell(unit, f"remark:{remark.id}:{reader}", reader, "remark", {"remark": remark.id}, now=now)
    return Answer("told_wrong")
