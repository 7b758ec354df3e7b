"""The carriers bring queued notices to `deliver`: in order within a lane, one at a time, at the platform's pace."""

from collections.abc import Callable
from typing import Protocol

from bot.deliver import Outcome
from bot.ids import NoticeId

Deliver = Callable[[NoticeId, int], Outcome]
"""Say this notice, at least for the nth time."""


class Carrier(Protocol):
    """One way of carrying, by the engine of the database."""

    def start(self, deliver: Deliver) -> None:
        """Carry in threads of its own, until `stop`."""

    def stop(self, timeout: float) -> None:
        """Begin nothing new, and wait so many seconds for what is in hand; the rest is taken up at the next start."""

    def drain(self, timeout: float) -> None:
        """Wait until nothing is queued or being sent; raises TimeoutError after so many seconds."""

    @property
    def alive(self) -> bool:
        """Whether it carries: started, and not fallen over."""
