"""Files that were shared about leads, as the domain asks storage for them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.attachments import Attachment, Shared
from bot.ids import LeadId, PersonId


class AttachmentsReading(Protocol):
    def attachments(self, lead: LeadId) -> Sequence[Shared]:
        """The newest last."""


class AttachmentsWriting(AttachmentsReading, Protocol):
    def attach(self, lead: LeadId, files: Iterable[Attachment], *, by: PersonId, now: datetime) -> int:
        """Each once; returns how many are new."""

    def detach(self, lead: LeadId, references: Collection[str]) -> int:
        """Returns how many there were."""
