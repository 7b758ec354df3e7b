"""What the company has set, and who changed it, as the domain asks storage for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.ids import PersonId
from bot.setup import Setup


@dataclass(frozen=True)
class Change:
    """That somebody changed a setting."""

    key: str
    by: PersonId
    at: datetime


class SettingsReading(Protocol):
    def setup(self) -> Setup: ...
    def changes(self, *, limit: int) -> Sequence[Change]:
        """Of the settings, the newest first."""


class SettingsWriting(SettingsReading, Protocol):
    def set(self, key: str, value: object, *, by: PersonId, now: datetime) -> None:
        """A setting, as JSON: "place.leads", "role.rep", "reports.7", "desk.sales", "days_off". Append-only."""
