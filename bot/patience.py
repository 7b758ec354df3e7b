"""Durations: real, monotonic time, in one value that tests scale; calendar time is an argument (`now=`) everywhere."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime

Clock = Callable[[], datetime]
"""Tells the present moment, aware UTC; read in the fronts and the scheduler's ticks only."""


@dataclass(frozen=True)
class Patience:
    """All the waiting that the bot does, in seconds."""

    tick: float = 5.0
    """Between two sweeps."""
    poll: float = 1.0
    """Between two looks of the local carrier at the outbox, when nobody wakes it."""
    pace: float = 1.0
    """Between two messages in one lane, as https://docs.slack.dev/apis/web-api/rate-limits asks."""
    request: float = 10.0
    """For a whole request to arrive, head and body; who takes longer is hung up on."""
    view: float = 1.5
    """For views.open and the like: the trigger lives three seconds."""
    lookup: float = 1.0
    """For users.info before an answer."""
    send: float = 10.0
    """For one call that says something."""
    progress: float = 3.0
    """Between two edits of a message that says how far something is."""
    settle: float = 30.0
    """Until a request whose end is unknown has surely landed or surely not."""
    retry: float = 2.0
    """Before the first new attempt; doubled each time, up to `retry_most`."""
    retry_most: float = 300.0
    heartbeat: float = 10.0
    """Between two signs of life of a replica; after three missed ones others take up what it was sending."""
    stop: float = 8.0
    """For what is in hand at SIGTERM."""

    def scaled(self, factor: float) -> "Patience":
        return Patience(**{f.name: getattr(self, f.name) * factor for f in fields(self)})
