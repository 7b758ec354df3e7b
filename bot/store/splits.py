"""How credit is split, as the domain asks storage for it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.ids import LeadId, SplitId
from bot.splits import Share, Split


class SplitsReading(Protocol):
    def split(self, split: SplitId) -> Split:
        """Raises NoSuchLead."""

    def splits(self, lead: LeadId) -> Sequence[Split]:
        """All that was proposed for it, the newest first."""

    def shares(self, split: SplitId) -> Sequence[Share]:
        """Whoever sourced it first."""


class SplitsWriting(SplitsReading, Protocol):
    def add_split(self, split: Split, shares: Sequence[Share]) -> Split:
        """Its id is given here, to the shares too."""

    def save_split(self, split: Split) -> None: ...
    def save_share(self, share: Share) -> None: ...
    def splits_due(self, now: datetime, *, limit: int) -> Sequence[Split]: ...
