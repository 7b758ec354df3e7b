"""Your leads today: what an owner is asked in the morning, and what has become of each question since."""

from dataclasses import dataclass
from datetime import date, datetime

from bot import care, notices, rights
from bot.asking import unanswered
from bot.ids import LeadId, PersonId
from bot.leads import Lead, Status
from bot.moves import BY_NAME, Move
from bot.notices import Notice
from bot.people import Person
from bot.show.cards import Line, last_line
from bot.show.leads import named, without_contact
from bot.show.seen import may_see
from bot.store import Reading

ANSWERS = frozenset(BY_NAME) | {"answered", "help_wanted"}
"""Kinds of history entries that answer the question how it goes: each starts the ask clock again."""


FREE = ("give", "take", "decline")
"""What the lead desk does with what nobody has."""


@dataclass(frozen=True)
class Step:
    """A next step of today."""

    lead: Lead
    step: str
    absent: str | None = None
    """Who has it, where the reader covers for them."""


@dataclass(frozen=True)
class Asked:
    """A lead of which the referrer should hear; or that came back. Once answered it says so."""

    lead: Lead
    referrer: str
    answered: Line | None
    """The last thing that happened, where nothing is asked any more."""
    moves: tuple[Move, ...] = ()
    """What can be done with a lead that came back, or that nobody has."""
    stuck: bool = False
    """Still working, twice without a touch."""
    absent: str | None = None
    """Who has it, where the reader covers for them."""
    asker: str | None = None
    """Who asked how it goes, and has no answer yet."""


@dataclass(frozen=True)
class Untold:
    """Whoever it is about does not know where we got their name, and is to be told; then what was done."""

    lead: Lead
    by: date
    answered: Line | None
    absent: str | None = None
    """Who has it, where the reader covers for them."""


@dataclass(frozen=True)
class Today:
    """One message a working morning."""

    day: date
    steps: tuple[Step, ...]
    backs: tuple[Asked, ...]
    asks: tuple[Asked, ...]
    rest: int
    """How many more wait in App Home."""
    untold: tuple[Untold, ...] = ()


def today(unit: Reading, notice: Notice) -> Today:
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    said = datetime.fromisoformat(str(notice.args["at"]))

    def seen(name: str) -> list[LeadId]:
        return [lead for lead in notices.leads_in(notice.args, name) if may_see(unit, reader, lead)]

    return Today(
        date.fromisoformat(str(notice.args["day"])),
        steps=tuple(_step(unit, lead, reader) for lead in seen("steps")),
        backs=tuple(_back(unit, lead, reader, said) for lead in seen("backs")),
        asks=tuple(_ask(unit, lead, reader, said) for lead in seen("asks")),
        rest=int(str(notice.args["rest"])),
        untold=tuple(_untold(unit, lead, reader) for lead in notices.leads_in({"untold": "", **notice.args}, "untold")),
    )


def _step(unit: Reading, number: LeadId, reader: Person) -> Step:
    lead = unit.lead(number)
    return Step(without_contact(lead), unit.text(lead.next_step), _absent(unit, lead, reader))


def _untold(unit: Reading, number: LeadId, reader: Person) -> Untold:
    lead = unit.lead(number)
    waits = lead.open and lead.informed_at is None
    done = None if waits else last_line(unit, lead)
    return Untold(without_contact(lead), care.notice_due(lead), done, _absent(unit, lead, reader))


def _absent(unit: Reading, lead: Lead, reader: Person) -> str | None:
    if lead.owner is None or lead.owner == reader.id or lead.owner not in unit.setup().away:
        return None
    return unit.person(lead.owner).name


def _ask(unit: Reading, number: LeadId, reader: Person, said: datetime) -> Asked:
    lead = unit.lead(number)
    waits = lead.owner in {reader.id, None} and lead.open and not answered(unit, lead, since=said)
    asking = unanswered(unit.entries(lead.id), lead) if waits else []
    return Asked(
        without_contact(lead),
        named(unit, lead, lead.referrer),
        None if waits else last_line(unit, lead),
        _moves(unit, lead, reader, FREE) if waits and lead.owner is None else (),
        stuck=not waits and lead.owner == reader.id and is_stuck(unit, lead),
        asker=named(unit, lead, asking[0].actor) if asking else None,
    )


def _moves(unit: Reading, lead: Lead, reader: Person, names: tuple[str, ...]) -> tuple[Move, ...]:
    """Those of these moves that the reader can make."""
    able = rights.open_moves(lead, rights.standings(reader, lead, unit.setup()), unit.setup())
    return tuple(move for name in names for move in able if move.name == name)


def _back(unit: Reading, number: LeadId, reader: Person, said: datetime) -> Asked:
    lead = unit.lead(number)
    waits = lead.status is Status.NURTURING and lead.moved_at <= said
    able = _moves(unit, lead, reader, ("wake", "warm", "decline")) if waits else ()
    done = None if waits else last_line(unit, lead)
    referrer = named(unit, lead, lead.referrer)
    return Asked(without_contact(lead), referrer, done, able, absent=_absent(unit, lead, reader))


def answered(unit: Reading, lead: Lead, *, since: datetime) -> bool:
    """Whether anything was done with it, or said about it, since its owner was asked."""
    return any(e.at >= since and not e.undone and e.kind in ANSWERS for e in unit.entries(lead.id))


def is_stuck(unit: Reading, lead: Lead) -> bool:
    """Whether its owner is still working on it for the second time, without a touch or a move in between."""
    still = 0
    for entry in reversed(unit.entries(lead.id)):
        if entry.undone or entry.kind not in BY_NAME:
            continue
        if BY_NAME[entry.kind].tells:
            break
        still += entry.kind == "still"
    return still >= 2  # noqa: PLR2004 - twice
