"""A correction: what whoever gave a lead would change once somebody works it; its owner takes that over or not."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from bot import rights
from bot.errors import Refused
from bot.history import Entry
from bot.leads import Given, Lead
from bot.standing import Standing

FIELDS = ("name", "person", "email", "phone", "link", "about", "need", "how_known", "help")
CORRECTION, TAKEN_OVER, LEFT = "correction", "corrected", "correction_left"
"""Entries: the first has a text for each field that is to change, the others its id among their facts."""


class Stage(StrEnum):
    OPEN = "open"
    TAKEN_OVER = "taken_over"
    LEFT = "left"
    """As it is; it may still be taken over."""
    REPLACED = "replaced"
    """Whoever gave it has corrected it anew, or alone while nobody had it."""


def differing(known: Given, given: Given) -> Mapping[str, str]:
    """The fields that would change, with what they would be."""
    wanted = {field: str(getattr(given, field)) for field in FIELDS}
    return {field: text for field, text in wanted.items() if text != getattr(known, field)}


def stage(correction: Entry, entries: Sequence[Entry]) -> Stage:
    """How far it is; `entries` are all of its lead."""
    stages = [_decided(entry, correction) for entry in entries if entry.seq > correction.seq]
    return next((found for found in reversed(stages) if found), Stage.OPEN)


def _decided(entry: Entry, correction: Entry) -> Stage | None:
    if entry.kind in {CORRECTION, "edited"}:
        return Stage.REPLACED
    if entry.facts.get("correction") != correction.id:
        return None
    return Stage.TAKEN_OVER if entry.kind == TAKEN_OVER else Stage.LEFT


def check_decision(lead: Lead, stands: frozenset[Standing]) -> None:
    """It is for whoever may tell its referrer how it goes; raises as `rights.check` does."""
    rights.check_sight(lead, stands)
    if not lead.open:
        raise Refused("closed", lead=lead.id)
    rights.check_tells(lead, stands)


def undecided(entries: Sequence[Entry]) -> Entry | None:
    """The correction that still waits for somebody's word."""
    last = next((entry for entry in reversed(entries) if entry.kind == CORRECTION), None)
    return last if last and stage(last, entries) is Stage.OPEN else None
