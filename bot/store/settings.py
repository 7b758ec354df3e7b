"""What the company has set, and who changed it, as the domain asks storage for it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.ids import PersonId
from bot.setup import Setup


@dataclass(frozen=True)
class Change:
    """That somebody changed a setting; values as JSON."""

    key: str
    by: PersonId
    at: datetime
    value: Any = None
    was: Any = None
    """None where it was not set before."""


class SettingsReading(Protocol):
    def setup(self) -> Setup: ...
    def changes(self, *, limit: int, offset: int = 0) -> Sequence[Change]:
        """Of the company's settings, the newest first; what people asked for themselves is theirs."""

    def last_changes(self, keys: Collection[str]) -> Sequence[Change]:
        """The last one of each of these settings."""


class SettingsWriting(SettingsReading, Protocol):
    def set(self, key: str, value: object, *, by: PersonId, now: datetime) -> None:
        """A setting, as JSON: "place.leads", "role.rep", "reports.7", "desk.sales", "days_off". Append-only."""
