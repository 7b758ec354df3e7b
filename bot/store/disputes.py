"""Who says that they knew them before, as the domain asks storage for it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.disputes import Dispute
from bot.ids import DisputeId, LeadId


class DisputesReading(Protocol):
    def dispute(self, dispute: DisputeId) -> Dispute:
        """Raises NoSuchLead."""

    def disputes(self, lead: LeadId) -> Sequence[Dispute]:
        """In the order in which they came."""


class DisputesWriting(DisputesReading, Protocol):
    def add_dispute(self, dispute: Dispute) -> Dispute:
        """Its id is given here."""

    def save_dispute(self, dispute: Dispute) -> None: ...
    def disputes_due(self, now: datetime, *, limit: int) -> Sequence[Dispute]: ...
