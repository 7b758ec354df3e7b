"""What is said to the people of a lead: its referrer, its owner, whoever asked or helped."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot import rights
from bot.history import Entry
from bot.ids import DraftId, EntryId, LeadId, PersonId
from bot.leads import Kind, Lead, Status
from bot.moves import BY_NAME, Move
from bot.notices import Notice
from bot.people import Role
from bot.setup import Place
from bot.show.cards import Line, line
from bot.store import Reading


class Next(StrEnum):
    """Who comes next for a lead that nobody has."""

    WANTED = "wanted"
    MARKETING = "marketing"
    TEAM = "team"
    """Whoever works leads of this kind."""
    ANYONE = "anyone"
    """Nobody is named yet: any colleague may take it."""
    DESK = "desk"


@dataclass(frozen=True)
class Receipt:
    """The direct message that a referrer gets for a lead, kept: it says who comes next and by when they will hear."""

    lead: Lead
    owner: str | None
    next: Next
    wanted: str | None
    place_missing: bool
    """No channel is set yet for leads of this kind."""
    editable: bool
    withdrawable: bool
    rekindable: bool


@dataclass(frozen=True)
class Owned:
    """The owner's message: everything about the lead, contact data too, and the likely moves."""

    lead: Lead
    referrer: str
    helps: tuple[tuple[str, str], ...]
    step: str
    moves: tuple[Move, ...]
    can_touch: bool
    words: str
    """What came with it when it was passed on."""


@dataclass(frozen=True)
class NotTheirs:
    """What is left of an owner's message when somebody else has the lead, or nobody."""

    lead: Lead
    owner: str | None


@dataclass(frozen=True)
class Moved:
    """What the referrer hears of one group of moves."""

    lead: Lead
    owner: str | None
    lines: tuple[Line, ...]
    status: Status
    """What it was after the last of them."""


@dataclass(frozen=True)
class Update:
    """The loop update on a schedule: where it stands, or the honest absence of news."""

    lead: Lead
    owner: str | None
    step: str
    next_by: datetime | None


@dataclass(frozen=True)
class Asked:
    """Somebody would like to know how it goes."""

    lead: Lead
    askers: tuple[str, ...]
    moves: tuple[Move, ...]
    owned: bool
    """False where the desk is asked, since nobody has it."""


@dataclass(frozen=True)
class Answered:
    """The owner's sentence to the referrer."""

    lead: Lead
    owner: str
    words: str


@dataclass(frozen=True)
class Offered:
    """Somebody knows them, or can help: told to the owner."""

    lead: Lead
    helper: str
    words: str


@dataclass(frozen=True)
class Suggested:
    """The referrer has you in mind for it."""

    lead: Lead
    referrer: str
    move: Move | None


@dataclass(frozen=True)
class WithdrawAsked:
    """The referrer would like it withdrawn, but somebody works it already."""

    lead: Lead
    referrer: str


@dataclass(frozen=True)
class CameBack:
    """Kept warm until today: who has it decides again."""

    lead: Lead
    referrer: str
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class DraftKept:
    """What was typed while Slack could not open a form."""

    draft: int
    text: str


@dataclass(frozen=True)
class PlaceMissing:
    """Told to admins, without the lead: leads come in and no channel is set for them."""

    place: Place


def lead_of(unit: Reading, notice: Notice) -> Lead:
    return unit.lead(LeadId(int(str(notice.args["lead"]))))


def name(unit: Reading, person: PersonId | None) -> str | None:
    return unit.person(person).name if person else None


def receipt(unit: Reading, notice: Notice) -> Receipt:
    lead, setup = lead_of(unit, notice), unit.setup()
    stands = rights.standings(unit.person(lead.referrer), lead, setup)
    open_now = {move.name for move in rights.open_moves(lead, stands, setup)}
    place = Place.LEADS if lead.kind is Kind.SALES else Place.HIRING
    return Receipt(
        lead,
        owner=name(unit, lead.owner),
        next=who_is_next(unit, lead),
        wanted=name(unit, lead.wanted),
        place_missing=place not in setup.places and not setup.workers(lead.kind),
        editable=lead.open and lead.owner is None,
        withdrawable=lead.open,
        rekindable="rekind" in open_now,
    )


def who_is_next(unit: Reading, lead: Lead) -> Next:
    setup = unit.setup()
    if lead.wanted:
        return Next.WANTED
    if lead.kind is Kind.SALES and setup.anyone(Role.MARKETER) and lead.status is Status.NEW:
        return Next.MARKETING
    if setup.workers(lead.kind):
        return Next.TEAM
    return Next.ANYONE if lead.kind is Kind.SALES else Next.DESK


def owned(unit: Reading, notice: Notice) -> Owned | NotTheirs:
    lead, setup = lead_of(unit, notice), unit.setup()
    person = unit.person(PersonId(int(str(notice.args["person"]))))
    if lead.owner != person.id:
        return NotTheirs(without_contact(lead), name(unit, lead.owner))
    stands = rights.standings(person, lead, setup)
    return Owned(
        lead,
        referrer=unit.person(lead.referrer).name,
        helps=tuple((unit.person(h.person).name, unit.text(h.text)) for h in unit.helpers(lead.id)),
        step=unit.text(lead.next_step),
        moves=rights.likely_moves(lead, stands, setup),
        can_touch=lead.open,
        words=_passed_on(unit, lead),
    )


def _passed_on(unit: Reading, lead: Lead) -> str:
    passes = [e for e in unit.entries(lead.id) if e.kind == "pass" and e.other == lead.owner and not e.undone]
    return unit.text(passes[-1].texts.get("note")) if passes else ""


def without_contact(lead: Lead) -> Lead:
    """The lead as those may see it who may not see how to reach them."""
    return replace(lead, email="", phone="", link="", person=lead.contact.split()[0] if lead.contact else "")


def moved(unit: Reading, notice: Notice) -> Moved | None:
    lead = lead_of(unit, notice)
    told = [e for e in unit.entries(lead.id, group=int(str(notice.args["group"]))) if is_told(e, lead)]
    if not told:
        return None
    status = Status(str(told[-1].facts.get("status", lead.status)))
    return Moved(lead, name(unit, lead.owner), tuple(line(unit, entry) for entry in told), status)


def is_told(entry: Entry, lead: Lead) -> bool:
    """What the referrer hears: moves that stand and that they did not make themselves."""
    move = BY_NAME.get(entry.kind)
    return move is not None and move.tells and not entry.undone and entry.actor != lead.referrer


def update(unit: Reading, notice: Notice) -> Update | None:
    lead = lead_of(unit, notice)
    if not lead.open or lead.muted:
        return None
    return Update(lead, name(unit, lead.owner), unit.text(lead.next_step), lead.promise_due)


def asked(unit: Reading, notice: Notice) -> Asked | None:
    lead, setup = lead_of(unit, notice), unit.setup()
    entries = [e for e in unit.entries(lead.id) if e.seq >= int(str(notice.args["since"]))]
    askers = tuple(dict.fromkeys(unit.person(e.actor).name for e in entries if e.kind == "asked"))
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    stands = rights.standings(reader, lead, setup)
    if not askers or not lead.open or not rights.may_see(lead, stands):
        return None
    return Asked(without_contact(lead), askers, rights.likely_moves(lead, stands, setup), lead.owner == reader.id)


def answered(unit: Reading, notice: Notice) -> Answered | None:
    entry = unit.entry(EntryId(int(str(notice.args["entry"]))))
    words = unit.text(entry.texts.get("word"))
    if entry.undone or not words:
        return None
    return Answered(unit.lead(entry.lead), unit.person(entry.actor).name, words)


def offered(unit: Reading, notice: Notice) -> Offered:
    helper = PersonId(int(str(notice.args["helper"])))
    lead = lead_of(unit, notice)
    words = next((unit.text(h.text) for h in unit.helpers(lead.id) if h.person == helper), "")
    return Offered(without_contact(lead), unit.person(helper).name, words)


def suggested(unit: Reading, notice: Notice) -> Suggested | None:
    lead = lead_of(unit, notice)
    if lead.owner is not None or not lead.open:
        return None
    setup = unit.setup()
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    moves = rights.likely_moves(lead, rights.standings(reader, lead, setup), setup)
    take = next((move for move in moves if move.name == "take"), None)
    return Suggested(without_contact(lead), unit.person(lead.referrer).name, take)


def withdraw_asked(unit: Reading, notice: Notice) -> WithdrawAsked | None:
    lead = lead_of(unit, notice)
    return WithdrawAsked(without_contact(lead), unit.person(lead.referrer).name) if lead.open else None


def came_back(unit: Reading, notice: Notice) -> CameBack | None:
    lead, setup = lead_of(unit, notice), unit.setup()
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    if lead.status is not Status.NURTURING:
        return None
    moves = rights.likely_moves(lead, rights.standings(reader, lead, setup), setup)
    return CameBack(without_contact(lead), unit.person(lead.referrer).name, moves)


def draft_kept(unit: Reading, notice: Notice) -> DraftKept | None:
    try:
        draft = unit.draft(DraftId(int(str(notice.args["draft"]))))
    except KeyError:
        return None
    return DraftKept(draft.id, draft.text)


def place_missing(unit: Reading, notice: Notice) -> PlaceMissing | None:
    place = Place(str(notice.args["place"]))
    return None if place in unit.setup().places else PlaceMissing(place)
