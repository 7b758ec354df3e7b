"""Which lanes are free: one message in flight a lane, and a rest after each; real, monotonic time."""

from collections.abc import Iterable
from time import monotonic

from bot.deliver import Outcome
from bot.patience import Patience
from storage.store.outbox import Queued


class Lanes:
    """In memory: after a restart the lanes with unsure messages rest until a late request has landed."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._in_flight: set[str] = set()
        self._rests_until: dict[str, float] = {}

    def free(self, heads: Iterable[Queued]) -> list[Queued]:
        now = monotonic()
        return [
            head for head in heads if head.lane not in self._in_flight and self._rests_until.get(head.lane, 0.0) <= now
        ]

    def wait(self, heads: Iterable[Queued]) -> float:
        """Seconds until the first of the resting lanes is free, at most until the next look."""
        now = monotonic()
        rests = (self._rests_until.get(head.lane, 0.0) - now for head in heads if head.lane not in self._in_flight)
        return max(0.0, min((self._patience.poll, *rests)))

    def begin(self, lane: str) -> None:
        self._in_flight.add(lane)

    def end(self, lane: str, outcome: Outcome) -> None:
        self._in_flight.discard(lane)
        if outcome.again is not None:
            self.rest(lane, outcome.again)
        elif outcome.said:
            self.rest(lane, self._patience.pace)
        else:
            self._rests_until.pop(lane, None)

    def rest(self, lane: str, seconds: float) -> None:
        now = monotonic()
        self._rests_until = {other: until for other, until in self._rests_until.items() if until > now}
        self._rests_until[lane] = now + seconds

    @property
    def busy(self) -> bool:
        return bool(self._in_flight)
