"""What is said to a lead's owner, or to who could be: their message, and what others ask and offer."""

from dataclasses import dataclass

from bot import rights
from bot.asking import is_news
from bot.history import Entry
from bot.ids import EntryId, LeadId, PersonId, WinId
from bot.leads import Lead
from bot.moves import Move
from bot.notices import Notice
from bot.offers import Offering
from bot.people import Person
from bot.saying import desk
from bot.show.absence import Absence, absence
from bot.show.attachments import files
from bot.show.cards import Line, line
from bot.show.joining import Also, Linked, also, linked
from bot.show.leads import giver_of, givers, lead_of, name, named, without_contact
from bot.show.offerings import offerings
from bot.store import Reading


@dataclass(frozen=True)
class Owned:
    """The owner's message: everything about the lead but how to reach them, and the likely moves."""

    lead: Lead
    referrer: str
    givers: str
    """The referrer, and who gave it too."""
    helps: tuple[tuple[str, str], ...]
    offers: tuple[Offering, ...]
    step: str
    moves: tuple[Move, ...]
    can_touch: bool
    words: str
    """What came with it when it was passed on."""
    passed_by: str | None = None
    """Who passed it on to its owner, or gave it to them."""
    absence: Absence | None = None
    """Its owner is away, and the reader covers for them."""
    owed: WinId | None = None
    """The win that still wants the owner's words of thanks."""
    also: tuple[Also, ...] = ()
    linked: tuple[Linked, ...] = ()
    files: tuple[str, ...] = ()
    """What was shared about it, by name."""


@dataclass(frozen=True)
class NotTheirs:
    """What is left of an owner's message when somebody else has the lead, or nobody."""

    lead: Lead
    referrer: str
    owner: str | None


@dataclass(frozen=True)
class Asked:
    """Somebody would like to know how it goes."""

    lead: Lead
    askers: tuple[str, ...]
    moves: tuple[Move, ...]
    owned: bool
    """False where the desk is asked, since nobody has it."""
    answered: Line | None = None
    """What somebody did or said since."""


@dataclass(frozen=True)
class Offered:
    """Somebody knows them, or can help: told to the owner."""

    lead: Lead
    referrer: str
    helper: str
    words: str


@dataclass(frozen=True)
class Suggested:
    """The referrer has you in mind for it, or you work with that company already."""

    lead: Lead
    referrer: str
    move: Move | None
    call: bool = False
    """You have first call, until `lead.desk_due`."""
    works_with: bool = False
    left: bool = False
    """You left it to the others."""


@dataclass(frozen=True)
class OutOfSight:
    """The reader does not see it any more, or it is for others to look after; nothing of it is said."""

    lead: LeadId


@dataclass(frozen=True)
class WithdrawAsked:
    """The referrer would like it withdrawn, but somebody works it already."""

    lead: Lead
    referrer: str
    move: Move


@dataclass(frozen=True)
class HelpWanted:
    """Whoever has it asks for help: their manager, or who gave it."""

    lead: Lead
    owner: str
    words: str
    gave: bool
    """The reader gave it."""


def owned(unit: Reading, notice: Notice) -> Owned | NotTheirs | None:
    """Nothing for who never heard that they had it, and has it no more."""
    lead, setup = lead_of(unit, notice), unit.setup()
    person = unit.person(PersonId(int(str(notice.args["person"]))))
    if lead.owner is None or person.id not in {lead.owner, setup.present(lead.owner)}:
        return _not_theirs(unit, lead) if notice.shown else None
    stands, passed = rights.standings(person, lead, setup), _passed_on(unit, lead)
    return Owned(
        lead if rights.may_see_contact(lead, stands) else without_contact(lead),
        referrer=giver_of(unit, lead),
        givers=givers(unit, lead),
        helps=tuple((named(unit, lead, h.person), unit.text(h.text)) for h in unit.helpers(lead.id)),
        offers=offerings(unit, lead),
        step=unit.text(lead.next_step),
        moves=rights.likely_moves(lead, stands, setup),
        can_touch=lead.open,
        words=unit.text(passed.texts.get("note")) if passed else "",
        passed_by=unit.person(passed.actor).name if passed else None,
        absence=absence(unit, lead.owner) if lead.owner != person.id else None,
        owed=next((win.id for win in unit.unthanked(person.id) if win.lead == lead.id), None),
        also=also(unit, lead),
        linked=linked(unit, lead, person),
        files=tuple(file.title for file in files(unit, lead)),
    )


def _passed_on(unit: Reading, lead: Lead) -> Entry | None:
    """How its owner came to it, if somebody else saw to that."""
    came = [e for e in unit.entries(lead.id) if not e.undone and (e.other == lead.owner or e.kind == "take")]
    came = [e for e in came if e.kind in {"pass", "give", "take"}]
    return came[-1] if came and came[-1].kind != "take" else None


def asked(unit: Reading, notice: Notice) -> Asked | NotTheirs | OutOfSight | None:
    lead, setup = lead_of(unit, notice), unit.setup()
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    stands = rights.standings(reader, lead, setup)
    if not lead.open or not rights.may_see(lead, stands) or reader.id not in concerned(unit, lead):
        return over(unit, notice, lead, reader)
    entries = [e for e in unit.entries(lead.id) if e.seq >= int(str(notice.args["since"])) and not e.undone]
    askers = tuple(dict.fromkeys(named(unit, lead, e.actor) for e in entries if e.kind == "asked"))
    news = [e for e in entries if is_news(e, lead)]
    moves = rights.likely_moves(lead, stands, setup)
    return Asked(
        without_contact(lead), askers, moves, lead.owner is not None, line(unit, lead, news[-1]) if news else None
    )


def concerned(unit: Reading, lead: Lead) -> frozenset[PersonId]:
    """Who has it, or covers for them; or the desk."""
    if lead.owner is None:
        return desk(unit, lead.kind)
    return frozenset({lead.owner, unit.setup().present(lead.owner)})


def over(unit: Reading, notice: Notice, lead: Lead, reader: Person) -> NotTheirs | OutOfSight | None:
    """What is left of a message whose buttons are of no use any more; nothing where it was never shown."""
    if not notice.shown:
        return None
    unseen = not rights.may_see(lead, rights.standings(reader, lead, unit.setup()))
    if unseen or (lead.open and lead.owner is None):
        return OutOfSight(lead.id)
    return _not_theirs(unit, lead)


def _not_theirs(unit: Reading, lead: Lead) -> NotTheirs:
    return NotTheirs(without_contact(lead), givers(unit, lead), name(unit, lead.owner))


def offered(unit: Reading, notice: Notice) -> Offered:
    helper = PersonId(int(str(notice.args["helper"])))
    lead = lead_of(unit, notice)
    words = next((unit.text(h.text) for h in unit.helpers(lead.id) if h.person == helper), "")
    return Offered(without_contact(lead), givers(unit, lead), named(unit, lead, helper), words)


def suggested(unit: Reading, notice: Notice) -> Suggested | NotTheirs | OutOfSight | None:
    """Once it is for nobody any more, or for somebody else, that is what the message says; a new one is not sent."""
    lead, setup = lead_of(unit, notice), unit.setup()
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    stands = rights.standings(reader, lead, setup)
    if not rights.may_see(lead, stands) or lead.owner is not None or not lead.open:
        return over(unit, notice, lead, reader)
    moves = rights.likely_moves(lead, stands, setup)
    take = next((move for move in moves if move.name == "take"), None)
    referrer = named(unit, lead, lead.referrer)
    left = any(entry.kind == "let_go" and entry.actor == reader.id for entry in unit.entries(lead.id))
    return Suggested(
        without_contact(lead), referrer, take, lead.call == reader.id, lead.wanted != reader.id, left and not lead.call
    )


def withdraw_asked(unit: Reading, notice: Notice) -> WithdrawAsked | NotTheirs | OutOfSight | None:
    lead, reader = lead_of(unit, notice), unit.person(PersonId(int(str(notice.args["person"]))))
    able = rights.open_moves(lead, rights.standings(reader, lead, unit.setup()), unit.setup())
    withdraw = next((move for move in able if move.name == "withdraw"), None)
    if withdraw is None or not lead.asked_back_at:
        return over(unit, notice, lead, reader)
    return WithdrawAsked(without_contact(lead), named(unit, lead, lead.referrer), withdraw)


def help_wanted(unit: Reading, notice: Notice) -> HelpWanted | NotTheirs | OutOfSight | None:
    entry = unit.entry(EntryId(int(str(notice.args["entry"]))))
    lead, reader = unit.lead(entry.lead), unit.person(PersonId(int(str(notice.args["person"]))))
    if not lead.open:
        return over(unit, notice, lead, reader)
    gave = reader.id == lead.referrer
    return HelpWanted(without_contact(lead), unit.person(entry.actor).name, unit.text(entry.texts.get("note")), gave)
