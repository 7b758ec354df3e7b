"""What comes again and again for somebody, and when the next thing does."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.clocks import Thing
from bot.ids import PersonId


class SchedulesReading(Protocol):
    def moments(self) -> Mapping[Thing, datetime]:
        """When the first of each is due, of those that ever are; aware UTC."""

    def next_due(self) -> datetime | None:
        """The earliest moment at which a sweep will have something to do; for the sandbox's clock and readiness."""


class SchedulesWriting(SchedulesReading, Protocol):
    def schedule(self, name: str, person: PersonId, due: datetime, *, only_new: bool = False) -> None:
        """The next moment of something that comes again and again for somebody; `only_new`: unless there is one."""

    def reschedule(self, name: str, person: PersonId, due: datetime) -> None:
        """Theirs comes then, if there is one."""

    def unschedule(self, name: str, person: PersonId) -> None: ...
    def planned(self, name: str) -> Sequence[PersonId]:
        """Whoever has one."""

    def scheduled(self, name: str, now: datetime, *, limit: int) -> Sequence[PersonId]:
        """For whom it is due, locked against other replicas; each must be scheduled anew."""
