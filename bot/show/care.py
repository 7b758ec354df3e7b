"""What whoever a lead is about is told; and, for admins, what their choice would do now, and what was erased."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot import care, rights
from bot.ids import LeadId
from bot.keeping import Care, Ending, Keeping
from bot.leads import Basis, Kind, Lead, NameFrom
from bot.moves import BY_NAME
from bot.people import Person
from bot.show.setup import setup_for
from bot.store import Page, Reading, Remains

NAMED = 50
"""So many numbers of leads are named of each sort."""
SHOWN = 10
KEPT = ("email", "phone", "link", "about", "need", "how_known")


@dataclass(frozen=True)
class NoticeText:
    """What the text says that is ready to be sent."""

    kind: Kind
    name: str
    """The first name of whoever reads it, if we know it."""
    writer: str
    company: str
    address: str
    basis: Basis
    name_from: NameFrom
    referrer: str
    """Only where the referrer says that they know."""
    kept: tuple[str, ...]
    """The fields in which something is kept of them."""


@dataclass(frozen=True)
class Rehearsal:
    """What a choice would do now: how many, and the first of them by number; never what they say."""

    locked: Page[LeadId]
    erased: Mapping[Ending | None, Page[LeadId]]
    """None: of whom nobody has had contact."""


def notice_text(unit: Reading, lead: Lead, reader: Person) -> NoticeText:
    """For whoever may say that they know; raises as that move would."""
    setup = unit.setup()
    rights.check(BY_NAME["inform"], lead, rights.standings(reader, lead, setup), setup)
    given = [what for what in KEPT if getattr(lead, what)]
    told = {"about" if what in {"need", "how_known"} else what: what for what in given}
    return NoticeText(
        lead.kind,
        next(iter(lead.contact.split()), ""),
        reader.name,
        setup.care.company,
        setup.care.address,
        lead.basis,
        lead.name_from,
        unit.person(lead.referrer).name if lead.aware and not lead.unnamed else "",
        ("name", *told),
    )


def rehearse(unit: Reading, person: Person, chosen: Care, now: datetime) -> Rehearsal:
    """As the sweep would do it, were this chosen now; raises Refused("not_admin")."""
    setup_for(unit, person)
    nobody: Page[LeadId] = Page((), 0)
    locked = unit.forgotten(now - care.LOCKED, locked=False, limit=NAMED) if chosen.locks else nobody
    erased: dict[Ending | None, Page[LeadId]] = {}
    if chosen.keeping is Keeping.ERASE:
        erased[None] = unit.forgotten(now - care.ERASED, locked=True, limit=NAMED)
    for how, months in chosen.months.items():
        erased[how] = unit.ended(how, care.last_day(months, now), limit=NAMED) if months else nobody
    return Rehearsal(locked, {how: page for how, page in erased.items() if page.total})


def erased_for(unit: Reading, person: Person, *, offset: int = 0) -> Page[Remains]:
    """The leads that were erased, with the hashes that remain; raises Refused("not_admin")."""
    setup_for(unit, person)
    return unit.remains(limit=SHOWN, offset=offset)
