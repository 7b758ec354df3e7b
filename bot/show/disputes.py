"""A claim on a lead's credit, as each of those whom it concerns reads it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot import rights
from bot.deciding import deciders, may_decide
from bot.disputes import Dispute, Outcome, Proof, decided_by
from bot.errors import NoSuchLead, Refused
from bot.ids import DisputeId, PersonId
from bot.joining import givers
from bot.leads import Lead
from bot.notices import Notice
from bot.people import BESIDE
from bot.saying import calendar
from bot.show.leads import named, without_contact
from bot.store import Reading


class Part(StrEnum):
    """What its reader is in it."""

    CLAIMS = "claims"
    GAVE = "gave"
    DECIDES = "decides"
    HEARS = "hears"
    """Gave it too, or has it."""


@dataclass(frozen=True)
class Claim:
    """What is claimed, and what came of it; without contact data."""

    number: DisputeId
    lead: Lead
    part: Part
    claimant: str
    giver: str
    """Who had the credit as it was claimed."""
    gave_too: bool
    """Whoever claims it stands beside who gave it: they say that they gave it first."""
    proof: Proof
    day: date
    record: str
    said: str
    answer: str
    answer_day: date | None
    decides: str
    """Who is asked to decide; nobody where nobody is neutral."""
    until: datetime
    outcome: Outcome | None
    settled_by: str
    """Nobody where the older record stands."""
    reason: str


def claim(unit: Reading, notice: Notice) -> Claim | None:
    """Nothing for who would only hear now what is settled already."""
    dispute = unit.dispute(DisputeId(int(str(notice.args["dispute"]))))
    if not dispute.open and not notice.shown and notice.intent != "dispute_settled":
        return None
    return claim_of(unit, dispute, PersonId(int(str(notice.args["person"]))))


def claim_of(unit: Reading, dispute: Dispute, reader: PersonId) -> Claim:
    lead = unit.lead(dispute.lead)
    began = next(one for one in unit.entries(lead.id) if one.facts.get("dispute") == dispute.id)
    giver = began.other or lead.referrer
    asked = sorted(deciders(unit, lead, dispute.by))
    return Claim(
        dispute.id,
        without_contact(lead),
        _part(unit, dispute, lead, giver, reader),
        claimant=named(unit, lead, dispute.by),
        giver=named(unit, lead, giver),
        gave_too=dispute.by in givers(unit, lead),
        proof=dispute.proof,
        day=dispute.day,
        record=unit.text(dispute.record),
        said=unit.text(dispute.said),
        answer=unit.text(dispute.answer),
        answer_day=dispute.answer_day,
        decides=BESIDE.join(unit.person(one).name for one in asked),
        until=decided_by(calendar(unit, dispute.by), dispute.at),
        outcome=dispute.outcome,
        settled_by=named(unit, lead, dispute.settled_by) if dispute.settled_by else "",
        reason=unit.text(dispute.reason),
    )


def _part(unit: Reading, dispute: Dispute, lead: Lead, giver: PersonId, reader: PersonId) -> Part:
    if reader == dispute.by:
        return Part.CLAIMS
    if reader == giver:
        return Part.GAVE
    return Part.DECIDES if may_decide(unit, lead, dispute.by, reader) else Part.HEARS


def to_answer(unit: Reading, number: DisputeId, reader: PersonId, part: Part) -> Claim:
    """For the form in which this is answered, or decided. Raises NoSuchLead where that is not theirs; Refused."""
    dispute = unit.dispute(number)
    found = claim_of(unit, dispute, reader)
    if found.part is not part:
        raise NoSuchLead
    rights.check_kept(unit.lead(dispute.lead))
    if not dispute.open:
        raise Refused("dispute_settled", lead=dispute.lead)
    return found
