"""What those whom it concerns read where a manager changed who has the credit for a lead."""

from dataclasses import dataclass

from bot import rights
from bot.ids import EntryId, LeadId, PersonId
from bot.joining import givers, whole_of
from bot.leads import Lead
from bot.notices import Notice
from bot.show.leads import named, without_contact
from bot.store import Reading


@dataclass(frozen=True)
class CreditChanged:
    number: LeadId
    lead: Lead | None
    """None where its reader does not see it: whoever lost the credit for a candidate."""
    by: str
    to: str
    was: str
    stays: bool
    """Whoever had it gave it too, and stands beside."""
    reason: str


def credit_changed(unit: Reading, notice: Notice) -> CreditChanged:
    """It is said to each of them, also to who does not see the lead any more: not by its number among the arguments."""
    entry = unit.entry(EntryId(int(str(notice.args["change"]))))
    lead, reader = unit.lead(entry.lead), unit.person(PersonId(int(str(notice.args["person"]))))
    was = PersonId(int(str(entry.facts["was"])))

    def called(who: PersonId) -> str:
        """Who would rather not be named knows that it is about them."""
        return reader.name if who == reader.id else named(unit, lead, who)

    sees = not lead.withheld and rights.may_see(lead, rights.standings(reader, lead, unit.setup()))
    return CreditChanged(
        lead.id,
        without_contact(lead) if sees else None,
        by=unit.person(entry.actor).name,
        to=called(entry.other or lead.referrer),
        was=called(was),
        stays=was in givers(unit, whole_of(unit, lead)),
        reason=unit.text(entry.texts.get("reason")),
    )
