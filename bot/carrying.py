"""What a person filled in with a move, checked before anything changes."""

from dataclasses import dataclass
from datetime import date

from bot import money, reasons
from bot.carried import Carried
from bot.errors import Refused
from bot.ids import PersonId
from bot.leads import Kind
from bot.money import Money
from bot.moves import Move
from bot.texts import line, long

CHECKLIST = ("who", "reach", "need", "expects")
"""The sales-ready signal: who it is, how to reach them, what they need, and that they expect us."""


@dataclass(frozen=True)
class Typed:
    """As the front read it from a form; texts are raw, and all of it is optional."""

    owner: PersonId | None = None
    on: date | None = None
    step: str = ""
    reason: str = ""
    word: str = ""
    thanks: str = ""
    amount: str = ""
    currency: str = ""
    may_name: bool = False
    checklist: tuple[str, ...] = ()
    values: str = ""
    buys: str = ""
    knows_source: bool = False
    agrees: bool = False
    """They agreed that we keep them."""
    note: str = ""


@dataclass(frozen=True)
class Carrying:
    """The same, normalised and complete for its move."""

    owner: PersonId | None
    on: date | None
    reason: str
    money: Money | None
    may_name: bool
    knows_source: bool
    agrees: bool
    texts: dict[str, str]
    """word, note, step, thanks, values, buys: those that say something."""


def carry(move: Move, kind: Kind, typed: Typed, *, today: date) -> Carrying:
    """Raises Refused with the wrong field: needed, in_the_past, too_long, not_a_reason, or as money.read does."""
    asked = set(move.carries(kind))
    _check_days(move, typed, asked, today=today)
    texts = {
        what: long(getattr(typed, what), field=what)
        for what in ("word", "thanks", "note", "values", "buys")
        if what in asked
    }
    if Carried.STEP in asked:
        texts["step"] = line(typed.step, field="step")
    given = Carrying(
        owner=typed.owner if Carried.OWNER in asked else None,
        on=typed.on if Carried.ON in asked else None,
        reason=_reason(typed.reason, kind) if Carried.REASON in asked else "",
        money=money.read(typed.amount, typed.currency or "EUR") if Carried.AMOUNT in asked else None,
        may_name=typed.may_name,
        knows_source=typed.knows_source,
        agrees=typed.agrees,
        texts={what: text for what, text in texts.items() if text},
    )
    _check_complete(move, given, typed)
    return given


def _check_days(move: Move, typed: Typed, asked: set[Carried], *, today: date) -> None:
    """A next step, a meeting and a day to come back on lie ahead; who was hired may have started already."""
    if Carried.ON in asked and typed.on is not None and typed.on < today and move.name not in {"win", "meeting"}:
        raise Refused("in_the_past", field="on")


def _reason(reason: str, kind: Kind) -> str:
    if reason and reason not in reasons.OF[kind]:
        raise Refused("not_a_reason", field="reason")
    return reason


def _check_complete(move: Move, given: Carrying, typed: Typed) -> None:
    there = {
        Carried.OWNER: given.owner is not None,
        Carried.ON: given.on is not None,
        Carried.REASON: bool(given.reason),
        Carried.CHECKLIST: set(typed.checklist) >= set(CHECKLIST),
    }
    for what in move.needs:
        if not there.get(what, what in given.texts):
            raise Refused("needed", field=what)
