"""The files that were shared about a lead, for whoever may see how to reach them: a name can tell as much."""

from dataclasses import dataclass
from datetime import datetime

from bot.attachments import Shared
from bot.ids import EntryId, LeadId
from bot.joining import parts_of
from bot.leads import Lead
from bot.notices import Notice
from bot.show.leads import named, without_contact
from bot.store import Reading


@dataclass(frozen=True)
class File:
    title: str
    link: str
    """To where it is on the platform, which says who may open it."""
    author: str
    at: datetime


@dataclass(frozen=True)
class Attached:
    """Somebody shared files about what the reader works."""

    lead: Lead
    author: str
    titles: tuple[str, ...]
    """None where they took them away again."""


def files(unit: Reading, lead: Lead) -> tuple[File, ...]:
    """The newest first, with those that who gave it too shared."""
    shared = [(one, each) for one in (lead, *parts_of(unit, lead)) for each in unit.attachments(one.id)]
    shared.sort(key=lambda pair: pair[1].at, reverse=True)
    return tuple(_file(unit, one, each) for one, each in shared)


def _file(unit: Reading, lead: Lead, shared: Shared) -> File:
    file = shared.attachment
    return File(file.name, file.link, named(unit, lead, shared.by), shared.at)


def attached(unit: Reading, notice: Notice) -> Attached | None:
    lead = unit.lead(LeadId(int(str(notice.args["lead"]))))
    entry = unit.entry(EntryId(int(str(notice.args["entry"]))))
    theirs = (one for one in unit.attachments(lead.id) if (one.by, one.at) == (entry.actor, entry.at))
    titles = tuple(one.attachment.name for one in theirs)
    if not titles and not notice.shown:
        return None
    return Attached(without_contact(lead), named(unit, lead, entry.actor), titles)
