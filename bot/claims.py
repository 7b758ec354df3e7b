"""Ids in payloads are claims: what is no history entry of the kind that is meant does not exist for who names it."""

from collections.abc import Collection

from bot.errors import NoSuchLead
from bot.history import Entry
from bot.ids import EntryId
from bot.store import Reading


def entry_of(unit: Reading, number: EntryId, kinds: Collection[str]) -> Entry:
    """Raises NoSuchLead."""
    try:
        entry = unit.entry(number)
    except KeyError:
        raise NoSuchLead from None
    if entry.kind not in kinds:
        raise NoSuchLead
    return entry
