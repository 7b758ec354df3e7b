"""All leads that somebody may see, for a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot import rights
from bot.ids import PersonId
from bot.leads import Lead
from bot.notices import Notice
from bot.people import Person
from bot.show.leads import without_contact
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


@dataclass(frozen=True)
class Export:
    day: date
    lines: tuple[Exported, ...]


def export(unit: Reading, notice: Notice) -> Export | None:
    """As it is when it is sent; nothing for who has lost the right to it meanwhile."""
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    if not rights.exports(reader, unit.setup()):
        return None
    return Export(date.fromisoformat(str(notice.args["day"])), tuple(_lines(unit, reader)))


def _lines(unit: Reading, reader: Person) -> Iterator[Exported]:
    sight, names, offset = rights.sight(reader, unit.setup()), dict[PersonId, str](), 0
    while leads := unit.sought(EVERY, sight, limit=SOME, offset=offset).items:
        offset += len(leads)
        unknown = {who for lead in leads for who in (lead.referrer, lead.owner) if who} - set(names)
        names |= {who: person.name for who, person in unit.people(unknown).items()}
        for lead in leads:
            owner = names[lead.owner] if lead.owner else ""
            yield Exported(_as_seen(unit, lead, reader), names[lead.referrer], owner)


def _as_seen(unit: Reading, lead: Lead, reader: Person) -> Lead:
    stands = rights.standings(reader, lead, unit.setup())
    return lead if rights.may_see_contact(lead, stands) else without_contact(lead)
