"""Lists that admins bring from the platform, as the domain asks storage for them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.ids import IncomingId
from bot.importing import Fate, Outcome
from bot.incoming import Incoming, Told, Waiting
from bot.leads import Given


class IncomingReading(Protocol):
    def incoming(self, number: IncomingId) -> Incoming:
        """Raises NoSuchLead. Inside a change it stays locked."""

    def incoming_at_work(self) -> Sequence[Incoming]:
        """Those that go on by themselves, the oldest first."""

    def incoming_due(self, now: datetime) -> bool:
        """Whether one of them waits for somebody to go on with it."""

    def incoming_waiting(self, number: IncomingId, *, after: int, limit: int) -> Sequence[Waiting]:
        """Rows behind this one, in their order."""

    def incoming_fates(self, number: IncomingId) -> Mapping[Fate, int]: ...

    def incoming_told(
        self, number: IncomingId, *, fate: Fate | None = None, limit: int | None = None
    ) -> Sequence[Told]:
        """What became of its rows, in their order; none once they are erased."""


class IncomingWriting(IncomingReading, Protocol):
    def add_incoming(self, one: Incoming) -> Incoming:
        """Its id is given here."""

    def save_incoming(self, one: Incoming) -> None: ...

    def claim_incoming(self, now: datetime, until: datetime) -> Incoming | None:
        """One that is due, and nobody else's until then."""

    def incoming_over(self, now: datetime, *, limit: int) -> Sequence[Incoming]:
        """Whose time to wait is over."""

    def add_waiting(self, number: IncomingId, rows: Sequence[Waiting]) -> None:
        """Those that are there already stay as they are."""

    def note_outcomes(self, number: IncomingId, outcomes: Sequence[Outcome], *, brought: bool) -> None:
        """What became of these rows, or would; of those that were `brought` nothing else stays."""

    def erase_waiting(self, number: IncomingId) -> None:
        """All its rows."""

    def erase_from_waiting(self, given: Given) -> int:
        """The rows that speak of somebody, in whatever list they wait; returns how many."""
