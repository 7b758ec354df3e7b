"""What a lead's card says, and the detail in its thread."""

from dataclasses import dataclass

from bot import notices, offers, rights
from bot.history import Entry
from bot.ids import LeadId
from bot.leads import Kind, Lead, Status
from bot.moves import BY_NAME, LIKELY, Move
from bot.notices import Notice
from bot.offers import Offering
from bot.people import Person
from bot.setup import Place, Setup
from bot.show.absence import Absence, absence
from bot.show.joining import Also, Linked, also, linked
from bot.show.leads import giver_of, givers, name, named
from bot.show.offerings import offerings
from bot.store import Reading
from bot.values import replace

LINES = 20
"""How much of its history a thread shows."""


@dataclass(frozen=True)
class Card:
    """The one living card of a lead: no contact data, and nobody can drop who gave it."""

    lead: Lead
    referrer: str
    givers: str
    """The referrer, and who gave it too."""
    owner: str | None
    wanted: str | None
    """Whom the referrer has in mind, while nobody has it."""
    helpers: tuple[str, ...]
    step: str
    move: Move | None
    """The next move, as its first button; whoever may not make it is told so."""
    call: str | None = None
    """Who has first call."""
    absence: Absence | None = None


@dataclass(frozen=True)
class CardGone:
    """What stays where the card may no longer be: nothing of the lead itself."""

    lead: LeadId
    kind: Kind


@dataclass(frozen=True)
class Ready:
    """A lead that is ready for sales now, said anew at the end of its channel; then who has it."""

    lead: Lead
    referrer: str
    owner: str | None
    call: str | None
    """Who has first call."""
    move: Move | None


@dataclass(frozen=True)
class Line:
    """One line of history, with the names of those in it."""

    entry: Entry
    actor: str
    other: str | None
    words: str = ""
    """What was written for the referrer to read; never a note for the team."""


@dataclass(frozen=True)
class Detail:
    """The thread under a card: what the referrer knows, who helps, what happened."""

    lead: Lead
    referrer: str
    givers: str
    wanted: str | None
    helps: tuple[tuple[str, str], ...]
    """(name, their line to the owner, or nothing where the reader is not the one it was written to)."""
    offers: tuple[Offering, ...]
    lines: tuple[Line, ...]
    also: tuple[Also, ...] = ()
    linked: tuple[Linked, ...] = ()


def card(unit: Reading, notice: Notice) -> Card | CardGone:
    lead = unit.lead(LeadId(int(str(notice.args["lead"]))))
    if not stands_at(lead, str(notice.args["where"])):
        return CardGone(lead.id, lead.kind)
    return card_of(unit, lead)


def card_of(unit: Reading, lead: Lead) -> Card:
    setup = unit.setup()
    return Card(
        lead,
        referrer=giver_of(unit, lead),
        givers=givers(unit, lead),
        owner=unit.person(lead.owner).name if lead.owner else None,
        wanted=unit.person(lead.wanted).name if lead.wanted and not lead.owner else None,
        helpers=tuple(
            unit.person(helper.person).name for helper in unit.helpers(lead.id) if helper.person != lead.referrer
        ),
        step=unit.text(lead.next_step),
        move=next_move(lead, setup),
        call=unit.person(lead.call).name if lead.call else None,
        absence=absence(unit, lead.owner) if lead.open else None,
    )


def ready(unit: Reading, notice: Notice) -> Ready | CardGone | None:
    lead = unit.lead(LeadId(int(str(notice.args["lead"]))))
    waits = lead.status is Status.SALES_READY and lead.owner is None
    if not waits and not notice.shown:
        return None
    if lead.kind is not Kind.SALES:
        return CardGone(lead.id, lead.kind)
    move = BY_NAME["take"] if waits and lead.call is None else None
    return Ready(lead, givers(unit, lead), name(unit, lead.owner), name(unit, lead.call), move)


def next_move(lead: Lead, setup: Setup) -> Move | None:
    able = (BY_NAME[name] for name in LIKELY.get(lead.status, ()) if lead.open)
    return next((move for move in able if rights.starts_here(move, lead, setup)), None)


def stands_at(lead: Lead, where: str) -> bool:
    """A candidate is never shown in the leads channel, nor a customer in the hiring channel."""
    wrong = notices.place(Place.HIRING if lead.kind is Kind.SALES else Place.LEADS)
    return where != wrong and (lead.kind is Kind.TALENT or where.startswith("place:"))


def detail(unit: Reading, notice: Notice) -> Detail | CardGone:
    lead = unit.lead(LeadId(int(str(notice.args["lead"]))))
    if not stands_at(lead, str(notice.args["where"])):
        return CardGone(lead.id, lead.kind)
    return detail_of(unit, lead)


def detail_of(
    unit: Reading, lead: Lead, reader: Person | None = None, *, personal: bool = False, reaches: bool = False
) -> Detail:
    """Where it is not `personal`, what somebody wrote to one person stays with them; without a reader, for all.

    `reaches`: the reader may see how to reach them.
    """
    lines = tuple(line(unit, lead, entry) for entry in unit.entries(lead.id, last=LINES) if _tells(entry))
    return Detail(
        lead,
        referrer=giver_of(unit, lead),
        givers=givers(unit, lead),
        wanted=unit.person(lead.wanted).name if lead.wanted else None,
        helps=tuple(
            (named(unit, lead, h.person), unit.text(h.text) if personal else "") for h in unit.helpers(lead.id)
        ),
        offers=offerings(unit, lead),
        lines=lines if personal else tuple(map(_for_all, lines)),
        also=also(unit, lead, reaches=reaches),
        linked=linked(unit, lead, reader),
    )


def _for_all(one: Line) -> Line:
    """Advice is for all who read of the lead."""
    return one if one.entry.kind == offers.DONE else replace(one, words="")


def last_line(unit: Reading, lead: Lead) -> Line:
    """What was done last, and still stands."""
    return next(line(unit, lead, entry) for entry in reversed(unit.entries(lead.id)) if _tells(entry))


def _tells(entry: Entry) -> bool:
    """What was taken back never was; and how somebody would rather hear is nobody else's business."""
    return not entry.undone and entry.kind not in {"undone", "muted", "unmuted", "snoozed"}


def line(unit: Reading, lead: Lead, entry: Entry) -> Line:
    return Line(
        entry,
        actor=named(unit, lead, entry.actor),
        other=named(unit, lead, entry.other) if entry.other else None,
        words=unit.text(entry.texts.get("word")),
    )
