"""What is owed to whoever a lead is about, as the domain asks storage for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.ids import LeadId
from bot.keeping import Ending
from bot.leads import Lead
from bot.store.pages import Page


@dataclass(frozen=True)
class Remains:
    """What is left of a lead that was erased: proof to whoever still has a text, nothing to others."""

    lead: LeadId
    at: datetime
    because: str
    """A code: why it was erased."""
    seals: Mapping[str, str]
    """Of each text of its history, by the entry's number and what it was: the SHA-256 of its salt and body."""


class CareReading(Protocol):
    def forgotten(self, before: datetime, *, locked: bool, limit: int) -> Page[LeadId]:
        """Of whom nobody has had contact: logged before, or said to be needed; or `locked` before."""

    def ended(self, how: Ending, last: date, *, limit: int) -> Page[LeadId]:
        """Those that ended so on that day or before."""

    def remains(self, *, limit: int, offset: int = 0) -> Page[Remains]:
        """What was erased, the last first."""


class CareWriting(CareReading, Protocol):
    def care_due(self, now: datetime, *, limit: int) -> Sequence[Lead]: ...
    def care_anew(self, now: datetime) -> None:
        """The company has chosen anew: all that is still kept is looked at."""
