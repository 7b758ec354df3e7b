"""Whether the referrer has asked how it goes, and nobody has answered yet."""

from collections.abc import Iterable

from bot.history import Entry
from bot.leads import Lead
from bot.moves import BY_NAME


def is_news(entry: Entry, lead: Lead) -> bool:
    """Something that a person did or said, and that the referrer hears of."""
    told = entry.kind == "answered" or (entry.kind in BY_NAME and BY_NAME[entry.kind].tells)
    return told and entry.actor != lead.referrer


def unanswered(entries: Iterable[Entry], lead: Lead) -> list[Entry]:
    """Who has asked since there last was news."""
    waiting: list[Entry] = []
    for entry in entries:
        if entry.kind == "asked":
            waiting.append(entry)
        elif not entry.undone and is_news(entry, lead):
            waiting.clear()
    return waiting
