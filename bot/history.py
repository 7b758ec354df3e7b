"""What happened to a lead: who did what, when; ids, enums and numbers only, texts beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.ids import EntryId, LeadId, PersonId, TextId, WinId

UNDO = timedelta(minutes=2)
"""How long a move can be taken back, and how long others wait to hear of it."""

Fields = Mapping[str, str | int | None]
Texts = Mapping[str, TextId]


@dataclass(frozen=True)
class Entry:
    """One line of a lead's history."""

    id: EntryId
    lead: LeadId
    seq: int
    kind: str
    """The name of the move, or: logged, edited, undone, helped, asked, answered."""
    actor: PersonId
    at: datetime
    group: int
    """The seq of the first entry of its group: moves within two minutes become one message."""
    before: Fields = field(default_factory=dict)
    """The lead's fields as they were, for Undo: dates and moments in ISO 8601."""
    facts: Fields = field(default_factory=dict)
    """What came of it: the status after, the reason's code, the day."""
    texts: Texts = field(default_factory=dict)
    """What was written with it (word, reason, note, step, thanks, values, buys), in rows that can be erased."""
    other: PersonId | None = None
    """The second person that it concerns: the new owner, who asked."""
    win: WinId | None = None
    undone: bool = False

    def can_be_undone(self, now: datetime) -> bool:
        return not self.undone and now - self.at < UNDO
