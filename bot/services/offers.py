"""What whoever gave a lead offers, acted on: whoever has it asks, and they do it, or not now."""

from datetime import datetime, timedelta

from bot import moving, offers, rights, ticking
from bot.answers import Answer
from bot.claims import entry_of
from bot.errors import NoSuchLead, Refused
from bot.history import Entry, Texts
from bot.ids import EntryId, LeadId, PersonId
from bot.leads import Lead, Offer
from bot.saying import show_lead, tell
from bot.services.loop import check_open
from bot.services.once import once
from bot.services.standing import check_works
from bot.show.leads import named
from bot.store import Reading, Unit
from bot.texts import long


@once
def ask_offer(unit: Unit, lead_id: LeadId, offer: Offer, words: str, *, by: PersonId, now: datetime) -> Answer:
    """One message to whoever gave it, be it their liaison; the ask clock starts again. `words`: what advice is about.

    Raises as `to_ask`, and Refused("blank" | "too_long").
    """
    lead = to_ask(unit, lead_id, offer, by=by)
    asks = offer is Offer.ADVICE
    texts = {"note": unit.write_text(lead.id, long(words, field="word", required=True))} if asks else {}
    after = ticking.asked(unit, lead, now=now)
    unit.save(after)
    entry = unit.record(
        after,
        offers.ASKED,
        actor=by,
        now=now,
        other=lead.referrer,
        before=moving.changed(lead, after),
        facts={"status": lead.status, "offer": offer},
        texts=texts,
    )
    about = {"lead": lead.id, "entry": entry.id}
    tell(unit, f"offer:{lead.id}:{entry.id}", lead.referrer, "offer_asked", about, now=now, wait=timedelta())
    show_lead(unit, after, now=now)
    return Answer(offers.ASKED, lead.id, facts={"name": named(unit, lead, lead.referrer)})


def to_ask(unit: Reading, lead_id: LeadId, offer: Offer, *, by: PersonId) -> Lead:
    """The lead of which this person may ask for that now.

    Raises NoSuchLead, Refused as the move *Still working* does, as `offers.check_ask`, "yours_already" or "giver_left".
    """
    lead = unit.lead(lead_id)
    check_works(unit, lead, by=by)
    if lead.referrer == lead.owner:
        raise Refused("yours_already", lead=lead.id)
    if unit.person(lead.referrer).deactivated:
        raise Refused("giver_left", name=named(unit, lead, lead.referrer))
    offers.check_ask(lead, offer, unit.entries(lead.id))
    return lead


@once
def keep_offer(unit: Unit, ask: EntryId, words: str = "", *, by: PersonId, now: datetime) -> Answer:
    """It is done; advice is given by `words`, which go into the lead's history and thread. Raises as `to_answer`."""
    lead, asked = to_answer(unit, ask, by=by)
    texts: Texts = {}
    if asked.facts["offer"] == Offer.ADVICE:
        texts = {"word": unit.write_text(lead.id, long(words, field="word", required=True))}
    return _answer(unit, lead, asked, offers.DONE, texts, now=now)


@once
def put_off_offer(unit: Unit, ask: EntryId, *, by: PersonId, now: datetime) -> Answer:
    """Not now. It may be done later all the same. Raises as `to_answer`."""
    lead, asked = to_answer(unit, ask, by=by)
    if offers.stage(asked, unit.entries(lead.id)) is offers.Stage.LATER:
        return Answer(offers.LATER, lead.id)
    return _answer(unit, lead, asked, offers.LATER, {}, now=now)


def to_answer(unit: Reading, ask: EntryId, *, by: PersonId) -> tuple[Lead, Entry]:
    """What this person offered and is asked for.

    Raises NoSuchLead where it is not theirs, Refused("erased" | "restricted" | "closed" | "given_already").
    """
    asked = entry_of(unit, ask, {offers.ASKED})
    lead = unit.lead(asked.lead)
    if by != lead.referrer or by != asked.other:
        raise NoSuchLead
    rights.check_kept(lead)
    check_open(lead)
    if offers.stage(asked, unit.entries(lead.id)) is offers.Stage.DONE:
        raise Refused("given_already", lead=lead.id)
    return lead, asked


def _answer(unit: Unit, lead: Lead, asked: Entry, kind: str, texts: Texts, *, now: datetime) -> Answer:
    """Whoever has it by now, or covers for them, hears once it cannot be undone any more."""
    facts = {"status": lead.status, "offer": asked.facts["offer"], "ask": asked.id}
    entry = unit.record(lead, kind, actor=lead.referrer, other=asked.actor, now=now, facts=facts, texts=texts)
    if lead.owner is not None:
        reader = unit.setup().present(lead.owner)
        about = {"lead": lead.id, "entry": entry.id, "person": reader}
        tell(unit, f"said:{entry.id}", reader, "offer_answered", about, now=now)
    show_lead(unit, lead, now=now)
    owner = unit.person(lead.owner).name if lead.owner else None
    return Answer(kind, lead.id, undo=entry.id, facts={"owner": owner})
