"""What whoever gave a lead offers besides: as it is shown with the lead, asked for, and answered."""

from dataclasses import dataclass

from bot import offers
from bot.errors import NoSuchLead
from bot.history import Entry
from bot.ids import EntryId, PersonId
from bot.leads import Lead, Offer
from bot.notices import Notice
from bot.people import Person
from bot.show.leads import lead_of, named, without_contact
from bot.show.owners import NotTheirs, OutOfSight, concerned, over
from bot.store import Reading


@dataclass(frozen=True)
class OfferAsked:
    """Whoever has the lead comes back to what its giver offered."""

    lead: Lead
    ask: EntryId
    offer: Offer
    owner: str
    giver: str
    """Who introduces them, or is mentioned: also who gave it from outside."""
    question: str
    """What advice is wanted on."""
    stage: offers.Stage


@dataclass(frozen=True)
class OfferAnswered:
    """To whoever has it."""

    lead: Lead
    offer: Offer
    referrer: str
    done: bool
    words: str
    """The advice."""


def offer_asked(unit: Reading, notice: Notice) -> OfferAsked | NotTheirs | OutOfSight | None:
    entry, lead = unit.entry(EntryId(int(str(notice.args["entry"])))), lead_of(unit, notice)
    reader = unit.person(PersonId(int(str(entry.other))))
    if not lead.open or lead.owner in {None, reader.id} or reader.id != lead.referrer:
        return over(unit, notice, lead, reader)
    return _asked(unit, lead, entry, reader)


def offer_to_answer(unit: Reading, lead: Lead, ask: Entry, reader: Person) -> OfferAsked:
    """For the form in which advice is given. Raises NoSuchLead for what is asked otherwise, or by nobody any more."""
    if lead.owner is None or ask.facts["offer"] != Offer.ADVICE:
        raise NoSuchLead
    return _asked(unit, lead, ask, reader)


def _asked(unit: Reading, lead: Lead, ask: Entry, reader: Person) -> OfferAsked:
    return OfferAsked(
        without_contact(lead),
        ask.id,
        Offer(str(ask.facts["offer"])),
        owner=unit.person(lead.owner).name if lead.owner else "",
        giver=lead.outside or reader.name,
        question=unit.text(ask.texts.get("note")),
        stage=offers.stage(ask, unit.entries(lead.id)),
    )


def offer_answered(unit: Reading, notice: Notice) -> OfferAnswered | NotTheirs | OutOfSight | None:
    entry, lead = unit.entry(EntryId(int(str(notice.args["entry"])))), lead_of(unit, notice)
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    if not lead.open or reader.id not in concerned(unit, lead):
        return over(unit, notice, lead, reader)
    return OfferAnswered(
        without_contact(lead),
        Offer(str(entry.facts["offer"])),
        referrer=named(unit, lead, lead.referrer),
        done=entry.kind == offers.DONE,
        words=unit.text(entry.texts.get("word")),
    )
