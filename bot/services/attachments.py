"""Files that people share about a lead, in its thread or with the message that it came from, are kept as links."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot import rights
from bot.answers import Answer
from bot.attachments import ATTACHED, DETACHED, MOST, Attachment
from bot.errors import NoSuchLead
from bot.history import Entry
from bot.ids import PersonId
from bot.leads import Lead
from bot.notices import Arguments
from bot.saying import say_again, show_lead, tell
from bot.services.once import once
from bot.services.standing import stands_to
from bot.store import Reading, Unit
from bot.talk import lead_of


@once
def share(unit: Unit, stood: str, files: Sequence[Attachment], *, by: PersonId, now: datetime) -> Answer:
    """Somebody shared files in the thread of a lead's card: whoever works it hears.

    `stood`: the front's reference of the message that heads the thread. Raises NoSuchLead where it is about no lead
    that they may see: then it is talk among colleagues, and nothing comes of it.
    """
    lead = _lead_at(unit, stood, by)
    entry = keep(unit, lead, files, by=by, now=now)
    if entry is None:
        return Answer("shared", lead.id)
    show_lead(unit, lead, now=now)
    if lead.owner not in {None, by}:
        _tell(unit, lead, entry, now=now)
    return Answer("shared", lead.id)


def keep(unit: Unit, lead: Lead, files: Sequence[Attachment], *, by: PersonId, now: datetime) -> Entry | None:
    """None where there is nothing new, or as much of it as a lead may have."""
    room = MOST - len(unit.attachments(lead.id)) if files else 0
    if room <= 0 or not (new := unit.attach(lead.id, files[:room], by=by, now=now)):
        return None
    return unit.record(lead, ATTACHED, actor=by, now=now, facts={"status": lead.status, "number": new})


def _tell(unit: Unit, lead: Lead, entry: Entry, *, now: datetime) -> None:
    reader = unit.setup().present(lead.owner) if lead.owner is not None else entry.actor
    about: Arguments = {"lead": lead.id, "entry": entry.id, "person": reader}
    tell(unit, f"attached:{lead.id}:{entry.id}", reader, "attached", about, now=now)


@once
def unshare(unit: Unit, stood: str, references: Collection[str], *, by: PersonId, now: datetime) -> Answer:
    """They deleted the message in which they had shared them. Raises as `share`."""
    lead = _lead_at(unit, stood, by)
    gone = _theirs(unit, lead, references, by)
    if not gone:
        raise NoSuchLead
    number = unit.detach(lead.id, gone)
    unit.record(lead, DETACHED, actor=by, now=now, facts={"status": lead.status, "number": number})
    for key in unit.keys(f"attached:{lead.id}:"):
        say_again(unit, key, now=now)
    show_lead(unit, lead, now=now)
    return Answer("unshared", lead.id)


def _theirs(unit: Reading, lead: Lead, references: Collection[str], by: PersonId) -> frozenset[str]:
    known = frozenset(one.attachment.reference for one in unit.attachments(lead.id) if one.by == by)
    return known.intersection(references)


def _lead_at(unit: Reading, stood: str, by: PersonId) -> Lead:
    """The lead that the message there is about, where they may see it and it is used."""
    notice = unit.said_at(stood)
    number = lead_of(unit, notice) if notice is not None else None
    if number is None:
        raise NoSuchLead
    lead = unit.lead(number)
    if lead.withheld or not rights.may_see(lead, stands_to(unit, unit.person(by), lead)):
        raise NoSuchLead
    return lead
