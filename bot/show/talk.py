"""What answers somebody who typed to the bot, and what whoever gave a lead wrote to whoever has it."""

from dataclasses import dataclass

from bot import sensitive
from bot.ids import DraftId, EntryId, LeadId, PersonId
from bot.leads import Lead
from bot.notices import Notice
from bot.sensitive import Topic
from bot.show.leads import givers, name, named, without_contact
from bot.store import Reading
from bot.talk import Readers, readers


@dataclass(frozen=True)
class Asking:
    """What should become of these words?"""

    draft: DraftId
    text: str
    command: str
    lead: Lead | None
    """That they seem to be about."""
    readers: Readers
    givers: str = ""
    owner: str | None = None
    topic: Topic | None = None
    """What the law protects and they seem to be about."""
    unseen: bool = False
    """Files came with them, which nobody but their author can open."""


@dataclass(frozen=True)
class Settled:
    """What stands where that was asked, once it is answered."""

    lead: Lead | None


@dataclass(frozen=True)
class Remarked:
    """Whoever gave the lead writes to whoever has it, or to the desk."""

    lead: Lead
    author: str
    words: str
    owned: bool


def typed(unit: Reading, notice: Notice) -> Asking | Settled:
    number = notice.args.get("lead")
    lead = without_contact(unit.lead(LeadId(int(number)))) if number else None
    try:
        draft = unit.draft(DraftId(int(str(notice.args["draft"]))))
    except KeyError:
        return Settled(lead)
    command, unseen = str(notice.args["command"]), bool(notice.args.get("unseen"))
    if lead is None:
        return Asking(draft.id, draft.text, command, None, Readers(), unseen=unseen)
    may = readers(unit, lead, unit.person(PersonId(int(str(notice.args["person"])))))
    gave, owner = givers(unit, lead), name(unit, lead.owner)
    topic = sensitive.topic(draft.text)
    return Asking(draft.id, draft.text, command, lead, may, gave, owner, topic, unseen=unseen)


def remarked(unit: Reading, notice: Notice) -> Remarked | None:
    entry = unit.entry(EntryId(int(str(notice.args["entry"]))))
    lead, words = unit.lead(entry.lead), unit.text(entry.texts.get("word"))
    reader = PersonId(int(str(notice.args["person"])))
    return (
        Remarked(without_contact(lead), named(unit, lead, entry.actor), words, lead.owner == reader) if words else None
    )
