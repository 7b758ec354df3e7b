"""The ledger's anchors, as the domain asks storage for them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.ledger import Anchor


class LedgerReading(Protocol):
    def anchor_due(self, now: datetime) -> bool:
        """Whether a day has gone by since the last one, or since the first entry, and something has settled since."""

    def anchor(self, now: datetime) -> Anchor | None:
        """Of all that has settled, where one is due. It reads every lead's last entry."""

    def anchors(self, *, last: int) -> Sequence[Anchor]:
        """So many at most, the newest ones, in their order."""


class LedgerWriting(LedgerReading, Protocol):
    def lay(self, anchor: Anchor) -> bool:
        """Keep it here and outside; false where that day has one already."""
