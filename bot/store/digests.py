"""The digest's schedule and its numbers, as the domain asks storage for them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.digests import Numbers, Scheduled, Scope
from bot.ids import PersonId
from bot.leads import Lead
from bot.store.pages import Page
from bot.thanks import Win


class DigestsReading(Protocol):
    def digests(self) -> Mapping[PersonId, tuple[Scheduled, str | None]]:
        """Each person's schedule, with the zone where they are now; None for those who have left."""

    def next_digest_of(self, person: PersonId) -> datetime | None:
        """None for who reads none."""

    def numbers(self, scope: Scope, weeks: Sequence[datetime], at: datetime) -> Numbers:
        """What a digest counts; `weeks` are the moments at which they began, and the last ends at `at`."""

    def waiting_long(self, scope: Scope, at: datetime, *, limit: int) -> Sequence[Lead]:
        """Open leads without news from a person in time, those that wait longest first."""

    def thanks_outstanding(self, scope: Scope, *, limit: int) -> Page[Win]:
        """Standing wins for which nobody has thanked yet, the oldest first."""


class DigestsWriting(DigestsReading, Protocol):
    def schedule_digest(self, person: PersonId, zone: str, next_at: datetime, *, was: str | None = None) -> None:
        """Somebody's first one, or one in another zone than it `was`."""

    def digest_follows(self, person: PersonId, zone: str, next_at: datetime) -> None:
        """The one after one that was due."""

    def no_digest(self, person: PersonId) -> None: ...
    def digests_due(self, now: datetime, *, limit: int) -> Sequence[Scheduled]: ...
