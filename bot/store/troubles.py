"""What cannot be said and why, as the domain asks storage for it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.ids import NoticeId, PersonId, TroubleId
from bot.notices import Arguments, Notice
from bot.troubles import Cause, Trouble


class TroublesReading(Protocol):
    def trouble(self, trouble: TroubleId) -> Trouble: ...
    def troubles(self) -> Sequence[Trouble]:
        """Those that nobody has mended yet, the oldest first."""

    def troubled(self, now: datetime) -> bool:
        """Whether any is to be tried again, or is over and still holds something up."""

    def parked(self) -> Mapping[TroubleId | None, int]:
        """How many notices are held up by each; None: by nothing that is known."""

    def parked_for(self, reader: PersonId) -> Sequence[Notice]: ...
    def stuck(self, now: datetime) -> Sequence[Notice]:
        """Due, and not said: their place is not set, or attempts failed."""


class TroublesWriting(TroublesReading, Protocol):
    def trouble_at(self, address: str, cause: Cause, now: datetime) -> tuple[Trouble, bool]:
        """The one that holds things up there, and whether it is new or back: somebody is to be told."""

    def park(self, notice: NoticeId, trouble: TroubleId) -> None:
        """Say what holds it up."""

    def mend(self, trouble: TroubleId, now: datetime) -> None: ...
    def mended(self, *, limit: int) -> Sequence[Notice]:
        """Parked notices whose trouble is over, the oldest first; at most so many."""

    def to_try(self, now: datetime) -> Sequence[Trouble]:
        """Those that are to be tried again."""

    def tries(self, trouble: TroubleId) -> bool:
        """Whether one of what it held up is on its way now."""

    def first_parked(self, trouble: TroubleId, *, in_turn: bool) -> Notice | None:
        """Of what it holds up the first; `in_turn`: the one that was tried longest ago."""

    def try_later(self, trouble: TroubleId, due: datetime) -> None: ...
    def unpark(self, notice: NoticeId, due: datetime, args: Arguments) -> None:
        """It waits again; the sweep queues it, or drops it if it is no longer worth saying."""

    def left(self, notice: Notice) -> None:
        """What cannot be changed any more stays as it was shown, or is not said."""
