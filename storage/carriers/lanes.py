"""Which lanes have something to say and are free: one message in flight a lane, and a rest after each; real time."""

from collections.abc import Iterable
from math import inf
from time import monotonic

from bot.deliver import Outcome
from bot.patience import Patience


class Lanes:
    """In memory: after a restart the lanes with unsure messages rest until a late request has landed."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._filled: set[str] = set()
        """Where something is queued, as far as we know."""
        self._in_flight: set[str] = set()
        self._rests_until: dict[str, float] = {}

    def fill(self, lanes: Iterable[str]) -> float:
        """There may be something in them; returns the monotonic moment at which the first of them is free."""
        lanes = set(lanes)
        self._filled |= lanes
        return min(map(self._free_at, lanes), default=inf)

    def take(self) -> list[str]:
        """All that have something and are free; they count as empty until `begin`, or until they are filled again."""
        now = monotonic()
        free = [lane for lane in self._filled if self._free_at(lane) <= now]
        self._filled.difference_update(free)
        return free

    def next(self) -> float:
        """The monotonic moment at which there is something to take."""
        return min(map(self._free_at, self._filled), default=inf)

    def begin(self, lane: str) -> None:
        self._filled.add(lane)
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

    def _free_at(self, lane: str) -> float:
        return inf if lane in self._in_flight else self._rests_until.get(lane, 0.0)

    @property
    def busy(self) -> bool:
        return bool(self._in_flight)
