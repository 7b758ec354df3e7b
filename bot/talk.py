"""What somebody types to the bot: which lead it is about, and who may read it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from bot import rights
from bot.errors import Refused
from bot.ids import EntryId, LeadId, PersonId, WinId
from bot.leads import Lead
from bot.moves import BY_NAME
from bot.notices import Notice, leads_in, notices_in
from bot.people import Person
from bot.saying import desk
from bot.sought import words
from bot.standing import Standing
from bot.store import Reading

RIGHT_AFTER = timedelta(hours=12)
"""How long a message is what somebody answers who writes below it: asked in the morning, answered in the evening."""

MANY = 50
"""So many of their leads are looked through for a name."""
TELLING = 4
"""Letters of a word that names somebody, and not anybody."""


@dataclass(frozen=True)
class Readers:
    """Who may read what this person types about a lead."""

    referrer: bool = False
    """It goes to whoever gave the lead, as news from a person."""
    worker: bool = False
    """It goes from whoever gave the lead to whoever has it, or to the desk."""
    team: bool = False
    """As a note."""

    @property
    def any(self) -> bool:
        return self.referrer or self.worker or self.team


def asks_for_help(words: str) -> bool:
    return words.strip(" ?!.").casefold() == "help"


def lead_meant(unit: Reading, person: Person, text: str, *, thread: str, now: datetime) -> Lead | None:
    """The lead of the message in whose thread this was typed; the one of theirs that is named in it; or that of the
    last message to this person, if it was one.

    `thread` is the front's reference of the message that was replied to, or empty.
    """
    named = None if thread else _named(unit, person, text)
    if named is not None and readers(unit, named, person).any:
        return named
    since = None if thread else now - RIGHT_AFTER
    before = unit.last_said(person.id, since=since, receipt=thread)
    number = lead_of(unit, before) if before else None
    lead = unit.lead(number) if number else None
    return lead if lead and readers(unit, lead, person).any else None


def _named(unit: Reading, person: Person, text: str) -> Lead | None:
    """By the first word of its name, where it is one alone of those that they work or gave and are open."""
    said = set(words(text))
    theirs = (listed(person.id, limit=MANY).items for listed in (unit.worked_by, unit.given_by))
    meant = {lead.id: lead for lead in chain(*theirs) if lead.open and _called(lead) in said}
    return next(iter(meant.values())) if len(meant) == 1 else None


def _called(lead: Lead) -> str | None:
    first = next(iter(words(lead.name)), "")
    return first if len(first) >= TELLING else None


def lead_of(unit: Reading, notice: Notice) -> LeadId | None:
    """The one lead that a message is about, if it is about one."""
    if lead := notice.args.get("lead"):
        return LeadId(int(lead))
    if entry := notice.args.get("entry"):
        return unit.entry(EntryId(int(entry))).lead
    if win := notice.args.get("win"):
        return unit.win(WinId(int(win))).lead
    return _onlylead_of(unit, notice)


def _onlylead_of(unit: Reading, notice: Notice) -> LeadId | None:
    """Of a message that may be about several leads, where it is about one."""
    if "notices" in notice.args:
        gathered = [unit.notice(each) for each in notices_in(notice.args)]
        leads = {lead_of(unit, each) for each in gathered if each is not None}
    else:
        leads = {*leads_in(notice.args, "leads")} if notice.intent in {"updates", "window"} else set()
    return leads.pop() if len(leads) == 1 else None


def readers(unit: Reading, lead: Lead, person: Person) -> Readers:
    setup = unit.setup()
    stands = rights.standings(person, lead, setup, helper=any(h.person == person.id for h in unit.helpers(lead.id)))
    if not rights.may_see(lead, stands):
        return Readers()
    asked = workers(unit, lead)
    return Readers(
        referrer=person.id != lead.referrer and (person.id in asked or Standing.MANAGER in stands),
        worker=person.id == lead.referrer and lead.open and person.id != lead.owner and bool(asked - {person.id}),
        team=_may_note(lead, stands, unit),
    )


def workers(unit: Reading, lead: Lead) -> frozenset[PersonId]:
    """Whom words about this lead go to: its owner, or the desk."""
    return frozenset({lead.owner}) if lead.owner is not None else desk(unit, lead.kind)


def _may_note(lead: Lead, stands: frozenset[Standing], unit: Reading) -> bool:
    try:
        rights.check(BY_NAME["note"], lead, stands, unit.setup())
    except Refused:
        return False
    return True
