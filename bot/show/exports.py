"""All leads that somebody may see, for a file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot import rights
from bot.ids import PersonId
from bot.leads import Lead
from bot.notices import Notice
from bot.people import Person
from bot.privacy import Seen
from bot.show.leads import giver, givers, without_contact
from bot.show.splits import Portion, portions
from bot.show.withheld import FileGone
from bot.sought import Sought, Stage
from bot.store import Reading

EVERY = Sought(stage=Stage.ANY)
SOME = 1000


@dataclass(frozen=True)
class Exported:
    """One line of the file; contact data only where its reader may see it."""

    lead: Lead
    referrer: str
    owner: str
    credit: tuple[Portion, ...] = ()
    """Where it is split between several."""


@dataclass(frozen=True)
class Export:
    day: date
    lines: tuple[Exported, ...]


@dataclass(frozen=True)
class ExportGone:
    """To who took a file: it is taken away, since somebody in it was erased."""

    day: date


def export(unit: Reading, notice: Notice) -> Export | FileGone | None:
    """The leads that were noted, as they are when it is sent; nothing for who has lost the right to it meanwhile."""
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    at = datetime.fromisoformat(str(notice.args["at"]))
    if notice.shown and unit.holds_erased(reader.id, Seen.EXPORT, at):
        return FileGone()
    if not rights.exports(reader, unit.setup()):
        return None
    noted = unit.disclosed(reader.id, Seen.EXPORT, at)
    leads = [lead for lead in exported(unit, reader) if lead.id in noted]
    return Export(at.date(), tuple(_lines(unit, leads, reader)))


def exported(unit: Reading, reader: Person) -> Iterator[Lead]:
    """All that they may see, but for what is held back."""
    sight, offset = rights.sight(reader, unit.setup()), 0
    while leads := unit.sought(EVERY, sight, limit=SOME, offset=offset).items:
        offset += len(leads)
        yield from (lead for lead in leads if not lead.withheld)


def _lines(unit: Reading, leads: Sequence[Lead], reader: Person) -> Iterator[Exported]:
    names = unit.people({who for lead in leads for who in (lead.referrer, lead.owner) if who})
    for lead in leads:
        owner = names[lead.owner].name if lead.owner else ""
        gave = givers(unit, lead) if lead.parts else giver(lead, names)
        yield Exported(_as_seen(unit, lead, reader), gave, owner, portions(unit, lead) if lead.parts else ())


def _as_seen(unit: Reading, lead: Lead, reader: Person) -> Lead:
    stands = rights.standings(reader, lead, unit.setup())
    return lead if rights.may_see_contact(lead, stands) else without_contact(lead)


def file_gone(_: Reading, notice: Notice) -> ExportGone:
    return ExportGone(date.fromisoformat(str(notice.args["day"])))
