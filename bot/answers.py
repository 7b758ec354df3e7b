"""What a service answers: a code and facts, which the front words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.ids import EntryId, LeadId

Fact = str | int | bool | None


@dataclass(frozen=True)
class Answer:
    """The outcome of one intention; kept under its origin, so that a second click is answered with it again."""

    code: str
    lead: LeadId | None = None
    undo: EntryId | None = None
    """What can be taken back for two minutes."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
