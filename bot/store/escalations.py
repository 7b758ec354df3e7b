"""Stuck leads, and which of them each manager is still to hear of, as the domain asks storage for them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.ids import LeadId, PersonId
from bot.leads import Lead


class EscalationsWriting(Protocol):
    def managers_due(self, now: datetime, *, limit: int) -> Sequence[Lead]:
        """Leads of whose silence the owner's manager should hear."""

    def escalate(self, lead: LeadId, reader: PersonId, due: datetime) -> None:
        """This reader is to hear of it, not before `due`; once, however often it is said."""

    def escalations_due(self, now: datetime, *, limit: int) -> Sequence[PersonId]:
        """Who is to hear of something now."""

    def next_escalation_of(self, reader: PersonId) -> datetime | None:
        """When the first of what they are to hear of is due."""

    def take_escalations(self, reader: PersonId, now: datetime) -> Sequence[LeadId]:
        """What this reader is to hear of now: it is given out once, and whoever takes it says it."""
