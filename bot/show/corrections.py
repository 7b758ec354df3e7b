"""A correction: to whoever decides, field by field to read, and to whoever gave the lead once it is decided."""

from dataclasses import dataclass

from bot import rights
from bot.claims import entry_of
from bot.corrections import CORRECTION, FIELDS, Stage, check_decision, stage
from bot.history import Entry
from bot.ids import EntryId, PersonId
from bot.leads import Lead
from bot.notices import Notice
from bot.people import Person
from bot.show.leads import lead_of, named, without_contact
from bot.show.owners import NotTheirs, OutOfSight, over
from bot.store import Reading


@dataclass(frozen=True)
class Correction:
    """What whoever gave the lead would have otherwise: which fields, and nothing of what stands in them."""

    lead: Lead
    entry: EntryId
    referrer: str
    fields: tuple[str, ...]
    stage: Stage


@dataclass(frozen=True)
class Changes:
    """What a form shows of it: a field, what stands there, what it would be."""

    lead: Lead
    referrer: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Decided:
    """Whoever has the lead took it over, or left it as it is."""

    lead: Lead
    owner: str
    taken_over: bool


def correction(unit: Reading, notice: Notice) -> Correction | NotTheirs | OutOfSight | None:
    entry = unit.entry(EntryId(int(str(notice.args["entry"]))))
    lead, reader = lead_of(unit, notice), unit.person(PersonId(int(str(notice.args["person"]))))
    if not lead.open or not rights.may_tell(lead, rights.standings(reader, lead, unit.setup())):
        return over(unit, notice, lead, reader)
    found = stage(entry, unit.entries(lead.id))
    return Correction(without_contact(lead), entry.id, named(unit, lead, entry.actor), _fields(entry), found)


def changes(unit: Reading, number: EntryId, reader: Person) -> Changes:
    """Raises NoSuchLead, or Refused where it is not for this reader to decide, or nobody reads how to reach them."""
    entry = entry_of(unit, number, {CORRECTION})
    lead = unit.lead(entry.lead)
    stands = rights.standings(reader, lead, unit.setup())
    check_decision(lead, stands)
    rights.check_contact(lead, stands)
    fields = tuple((field, str(getattr(lead, field)), unit.text(entry.texts[field])) for field in _fields(entry))
    return Changes(lead, named(unit, lead, entry.actor), fields)


def _fields(entry: Entry) -> tuple[str, ...]:
    return tuple(field for field in FIELDS if field in entry.texts)


def decided(unit: Reading, notice: Notice) -> Decided | None:
    lead, entry = lead_of(unit, notice), unit.entry(EntryId(int(str(notice.args["entry"]))))
    last = [one for one in unit.entries(lead.id) if one.facts.get("correction") == entry.id]
    if not last:
        return None
    taken_over = stage(entry, last) is Stage.TAKEN_OVER
    return Decided(without_contact(lead), unit.person(last[-1].actor).name, taken_over)
