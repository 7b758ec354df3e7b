"""Correcting a lead that somebody works: whoever gave it says what is wrong, whoever has it takes that over."""

from datetime import datetime, timedelta
from typing import Any

from bot import rights
from bot.answers import Answer
from bot.claims import entry_of
from bot.corrections import CORRECTION, LEFT, TAKEN_OVER, Stage, check_decision, differing, stage, undecided
from bot.errors import Refused
from bot.history import Entry
from bot.ids import EntryId, PersonId
from bot.leads import Given, Lead
from bot.objecting import check_objection
from bot.retelling import show_told
from bot.saying import show_lead, tell
from bot.services.once import once
from bot.services.wins import owner_or_desk
from bot.store import Unit
from bot.values import replace


def propose(unit: Unit, lead: Lead, given: Given, *, by: PersonId, now: datetime) -> Answer:
    """In the transaction of an edit that is no longer its referrer's alone. Raises Refused("unchanged")."""
    changes = differing(lead, given)
    if not changes:
        raise Refused("unchanged", field="name")
    texts = {field: unit.write_text(lead.id, text) for field, text in changes.items()}
    entry = unit.record(
        lead, CORRECTION, actor=by, now=now, other=lead.owner, facts={"status": lead.status}, texts=texts
    )
    show_lead(unit, lead, now=now)
    show_told(unit, lead, now=now)
    ask_owner(unit, lead, entry, now=now)
    return Answer("correction", lead.id, facts={"owner": lead.owner})


def ask_owner(unit: Unit, lead: Lead, correction: Entry, *, now: datetime) -> None:
    """Whoever has it, or covers for them."""
    for reader in owner_or_desk(unit, lead) - {lead.referrer}:
        about = {"lead": lead.id, "entry": correction.id, "person": reader}
        key = f"correction:{lead.id}:{correction.id}:{reader}"
        tell(unit, key, reader, "correction", about, now=now, wait=timedelta())


def hand_on(unit: Unit, lead: Lead, *, now: datetime) -> None:
    """Whoever gets a lead gets what nobody has decided yet."""
    if unit.keys(f"correction:{lead.id}:"):
        waiting = undecided(unit.entries(lead.id))
        if waiting:
            ask_owner(unit, lead, waiting, now=now)


@once
def take_over(unit: Unit, correction: EntryId, *, by: PersonId, now: datetime) -> Answer:
    """What the referrer says stands, wherever the lead is shown; they hear of it."""
    lead, entry = _decide(unit, correction, by)
    fields: dict[str, Any] = {field: unit.text(text) for field, text in entry.texts.items()}
    corrected = replace(lead, **fields)
    check_objection(unit, corrected)
    unit.save(corrected)
    unit.index(corrected)
    _record(unit, corrected, entry, TAKEN_OVER, by=by, now=now)
    return Answer("correction_taken_over", lead.id)


@once
def leave_as_it_is(unit: Unit, correction: EntryId, *, by: PersonId, now: datetime) -> Answer:
    """It may still be taken over; whoever gave it hears how it is."""
    lead, entry = _decide(unit, correction, by)
    if stage(entry, unit.entries(lead.id)) is not Stage.LEFT:
        _record(unit, lead, entry, LEFT, by=by, now=now)
    return Answer("correction_left", lead.id)


def _decide(unit: Unit, correction: EntryId, by: PersonId) -> tuple[Lead, Entry]:
    """Raises NoSuchLead for what is no correction, or of no lead of theirs; Refused where it is decided."""
    entry = entry_of(unit, correction, {CORRECTION})
    lead = unit.lead(entry.lead)
    check_decision(lead, rights.standings(unit.person(by), lead, unit.setup()))
    now_at = stage(entry, unit.entries(lead.id))
    if now_at is Stage.TAKEN_OVER:
        raise Refused("taken_over", lead=lead.id)
    if now_at is Stage.REPLACED:
        raise Refused("replaced", lead=lead.id)
    return lead, entry


def _record(unit: Unit, lead: Lead, correction: Entry, kind: str, *, by: PersonId, now: datetime) -> None:
    facts: dict[str, str | int | None] = {"status": lead.status, "correction": correction.id}
    unit.record(lead, kind, actor=by, now=now, other=lead.referrer, facts=facts)
    show_lead(unit, lead, now=now)
    show_told(unit, lead, now=now)
    if by != lead.referrer:
        about = {"lead": lead.id, "entry": correction.id}
        key = f"decided:{lead.id}:{correction.id}"
        tell(unit, key, lead.referrer, "correction_decided", about, now=now, wait=timedelta())
