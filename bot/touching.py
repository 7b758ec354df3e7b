"""Not to be creepy: who else speaks to them, how often we tried without an answer, whether it is night there, and a no.

It warns, before or after; what happened is recorded all the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.history import Entry
from bot.ids import PersonId
from bot.leads import Lead
from bot.moves import Move
from bot.store import Reading
from bot.whereabouts import outside_hours

WEEK = timedelta(days=7)
MOST = 2
"""Calls and mails a week without an answer, over all of us and all leads that are about them."""
TRIED = frozenset({"called", "wrote"})
ANSWERED = frozenset({"spoke", "met", "meeting", "proposal", "win"})
LATELY = timedelta(days=14)
"""So long whoever spoke to them last is the one who speaks to them, while nobody has the lead."""
AGAIN = frozenset({"wake", "reopen"})
"""Moves after which somebody would get in touch with them again."""
Warnings = Mapping[str, str | int]
"""The facts of them all, and under `warnings` their codes: no, other, often, late. Empty where there are none."""
NONE: Warnings = {}


def before(unit: Reading, able: Iterable[Move], lead: Lead, by: PersonId, now: datetime) -> Warnings:
    """For whoever is about to get in touch, if these moves let them."""
    return warnings(unit, lead, by, now) if any(move.touch for move in able) else {}


def after(unit: Reading, move: Move, lead: Lead, by: PersonId, now: datetime) -> Warnings:
    """For whoever has just made this move."""
    return warnings(unit, lead, by, now, done=move) if move.touch or move.name in AGAIN else {}


def tries(entries: Iterable[Entry], now: datetime) -> list[Entry]:
    """The calls and mails of this week that nobody has answered."""
    waiting: list[Entry] = []
    for entry in entries:
        if entry.undone:
            continue
        if entry.kind in TRIED:
            waiting.append(entry)
        elif entry.kind in ANSWERED:
            waiting.clear()
    return [entry for entry in waiting if entry.at > now - WEEK]


def warnings(unit: Reading, lead: Lead, by: PersonId, now: datetime, *, done: Move | None = None) -> Warnings:
    """For whoever is about to get in touch, or has just `done` so; whoever met them was welcome at that hour."""
    entries, elsewhere = unit.entries(lead.id), _elsewhere(unit, lead)
    tries_now = done is not None and done.name in TRIED
    other = _other(unit, lead, elsewhere if lead.owner else [*entries, *elsewhere], by, now)
    tried = tries(sorted((*entries, *elsewhere), key=lambda entry: entry.at), now)
    local = outside_hours(lead, now) if done is None or tries_now else None
    found: dict[str, Warnings] = {
        "no": {"no": 1} if lead.no_at is not None else {},
        "other": {"has": unit.person(other).name} if other is not None else {},
        "often": _often(tried) if len(tried) >= MOST + tries_now else {},
        "late": {"clock": local.clock, "place": local.place} if local else {},
    }
    codes = " ".join(code for code, facts in found.items() if facts)
    return {name: fact for facts in found.values() for name, fact in facts.items()} | {"warnings": codes}


def _often(tried: Sequence[Entry]) -> Warnings:
    """How many, and until when a week has not gone by since the last but one."""
    return {"many": len(tried), "on": (tried[-MOST].at + WEEK).date().isoformat()}


def _elsewhere(unit: Reading, lead: Lead) -> list[Entry]:
    """What happened to other leads that are about the same person."""
    return [entry for other in unit.about_same(lead) for entry in unit.entries(other)]


def _other(unit: Reading, lead: Lead, entries: Iterable[Entry], by: PersonId, now: datetime) -> PersonId | None:
    """Who has it; or else, of these entries, who spoke to them last."""
    if lead.owner is not None and by not in {lead.owner, unit.setup().present(lead.owner)}:
        return lead.owner
    spoke = [
        e for e in entries if not e.undone and e.kind in TRIED | ANSWERED and e.at > now - LATELY and e.actor != by
    ]
    return max(spoke, key=lambda entry: entry.at).actor if spoke else None
