"""Taking back what one gave: once somebody works it through whoever has it; and having it forgotten for good."""

from datetime import datetime

from bot import erasing, rights
from bot.answers import Answer
from bot.errors import Refused
from bot.ids import LeadId, PersonId
from bot.leads import Lead
from bot.saying import show_lead, tell
from bot.services.once import once
from bot.services.wins import owner_or_desk
from bot.standing import Standing
from bot.store import Unit
from bot.values import replace


def ask_back(unit: Unit, lead: Lead, *, by: PersonId, now: datetime) -> Answer:
    """Somebody works it already, so the referrer's wish goes to them; who has wished for it already is heard once."""
    if lead.asked_back_at is None:
        asked = replace(lead, asked_back_at=now)
        unit.save(asked)
        unit.record(asked, "withdraw_asked", actor=by, now=now, other=lead.owner, facts={"status": lead.status})
        show_lead(unit, asked, now=now)
        _ask(unit, asked, now=now)
    return Answer("withdraw_asked", lead.id)


def hand_on(unit: Unit, lead: Lead, *, now: datetime) -> None:
    """Whoever gets a lead hears that its referrer would like it back."""
    if lead.asked_back_at is not None:
        _ask(unit, lead, now=now)


def _ask(unit: Unit, lead: Lead, *, now: datetime) -> None:
    for reader in owner_or_desk(unit, lead) - {lead.referrer}:
        about = {"lead": lead.id, "person": reader}
        tell(unit, f"withdraw:{lead.id}:{reader}", reader, "withdraw_asked", about, now=now)


@once
def forget(unit: Unit, lead_id: LeadId, *, by: PersonId, now: datetime) -> Answer:
    """Whoever gave a lead and took it back has all that they gave erased; that they gave it stays.

    Raises NoSuchLead, Refused("erased" | "restricted" | "not_yours" | "moved_on").
    """
    lead = unit.lead(lead_id)
    stands = rights.standings(unit.person(by), lead, unit.setup())
    rights.check_sight(lead, stands)
    if not lead.withdrawn:
        raise Refused("moved_on", lead=lead.id, status=lead.status, owner=lead.owner)
    if not rights.may_forget(lead, stands):
        raise rights.not_theirs(lead, frozenset({Standing.REFERRER}))
    erasing.erase(unit, lead, because="taken_back", by=by, now=now)
    return Answer("forgotten", lead.id)
