"""What a move makes of a lead, and how it is taken back: pure, from one value to the next."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from bot.carrying import Carrying
from bot.history import Fields
from bot.ids import PersonId, TextId
from bot.leads import CLOSED, Basis, Kind, Lead, Status
from bot.moves import Ends, Move
from bot.rewarded import Unrewarded
from bot.values import replace

_KEPT = ("version", "seq")
"""Counted on by every change, and never set back."""


def apply(move: Move, lead: Lead, given: Carrying, *, by: PersonId, marketing: bool, now: datetime) -> Lead:
    """The lead after the move. `marketing`: a marketer is named, so what is given back stays ready for sales."""
    status = _end(move, lead, marketing=marketing)
    kept = lead.owner if status is not Status.NEW or move.name == "wake" else None
    return replace(
        lead,
        kind=lead.kind.other if move.name == "rekind" else lead.kind,
        status=status,
        resume=_resume(lead, status),
        owner=_owner(move, given, by=by, kept=None if move.name in {"back", "rekind"} else kept),
        back_on=given.on if move.name == "warm" else (lead.back_on if status is Status.NURTURING else None),
        spoke_at=now if move.touch else lead.spoke_at,
        moved_at=now,
        withdrawn=move.name == "withdraw" or (lead.withdrawn and status is lead.status),
        asked_back_at=None if status in CLOSED else lead.asked_back_at,
    )


def _resume(lead: Lead, status: Status) -> Status | None:
    """What is closed already keeps where it was."""
    if status not in CLOSED:
        return None
    return lead.resume if lead.status in CLOSED else lead.status


def _end(move: Move, lead: Lead, *, marketing: bool) -> Status:
    end = move.ends[lead.kind]
    if isinstance(end, Status):
        return end
    return {
        Ends.SAME: lead.status,
        Ends.RESUME: lead.resume or (Status.ACCEPTED if lead.owner else Status.NEW),
        Ends.WAKE: Status.ACCEPTED if lead.owner else Status.NEW,
        Ends.RETURN: Status.SALES_READY if marketing and lead.kind is Kind.SALES else Status.NEW,
    }[end]


def _owner(move: Move, given: Carrying, *, by: PersonId, kept: PersonId | None) -> PersonId | None:
    if move.name == "take":
        return by
    return given.owner if given.owner is not None else kept


def with_step(lead: Lead, step: TextId | None, on: date | None) -> Lead:
    """The lead with its next step and the day of it; without a step it keeps the one that it has."""
    return lead if step is None else replace(lead, next_step=step, next_on=on)


def changed(before: Lead, after: Lead) -> Fields:
    """The fields as they were where the move changed them: ids, enums, days and moments, never a text."""
    now = vars(after)
    return {name: frozen(was) for name, was in vars(before).items() if was != now[name] and name not in _KEPT}


def frozen(value: object) -> str | int | None:
    """As it is kept with a history entry."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value if isinstance(value, (int, str)) else None


def taken_back(lead: Lead, were: Mapping[str, str | int | None]) -> Lead:
    """The lead with those fields as they were; those of its parts are not its own (see `bot.telling`)."""
    was: dict[str, Any] = {name: _thawed(name, value) for name, value in were.items() if name.isidentifier()}
    return replace(lead, **was)


def _thawed(name: str, value: str | int | None) -> object:
    thaw = next((thaw for ending, thaw in _THAW.items() if name.endswith(ending)), None)
    return value if thaw is None or value is None else thaw(str(value))


_THAW: Mapping[str, Callable[[str], object]] = {
    "_at": datetime.fromisoformat,
    "_due": datetime.fromisoformat,
    "_on": date.fromisoformat,
    "not_before": date.fromisoformat,
    "basis": Basis,
    "kind": Kind,
    "status": Status,
    "resume": Status,
    "unrewarded": Unrewarded,
}
