"""How often the app may call: Slack's tiers, and one message a second in a channel."""

import math
import time
from collections import deque
from dataclasses import dataclass, field

from sandbox.refusal import RefusalError

WINDOW = 60.0  # seconds; https://docs.slack.dev/apis/web-api/rate-limits: a tier counts calls a minute
BURST = 4.0  # same page: one message a second in a channel, short bursts are tolerated


@dataclass
class Pace:
    """Real seconds, since a client's pace is a duration; one instance a world."""

    calls: dict[str, deque[float]] = field(default_factory=dict)
    room: dict[str, tuple[float, float]] = field(default_factory=dict)

    def method(self, name: str, per_minute: int) -> None:
        now = time.monotonic()
        seen = self.calls.setdefault(name, deque())
        while seen and now - seen[0] > WINDOW:
            seen.popleft()
        if len(seen) >= per_minute:
            raise too_fast(seen[0] + WINDOW - now)
        seen.append(now)

    def channel(self, name: str) -> None:
        """A bucket that holds a small burst and fills by one a second."""
        now = time.monotonic()
        left, then = self.room.get(name, (BURST, now))
        left = min(BURST, left + now - then)
        if left < 1:
            raise too_fast(1 - left)
        self.room[name] = (left - 1, now)


def too_fast(seconds: float) -> RefusalError:
    """429 as Slack says it: whole seconds in Retry-After."""
    return RefusalError("ratelimited", status=429, headers={"Retry-After": str(max(1, math.ceil(seconds)))})
