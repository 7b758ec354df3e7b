"""Letting time pass: the steps that the page offers, and the journey that is under way."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

MONDAY_MORNING = time(9)


@dataclass(frozen=True)
class Step:
    """`to` gives the moment that is meant, from the present one and the zone of the person who asks."""

    name: str
    title: str
    to: Callable[[datetime, ZoneInfo], datetime]
    more: str = ""  # what a narrow screen leaves out


def later(**length: int) -> Callable[[datetime, ZoneInfo], datetime]:
    return lambda now, _zone: now + timedelta(**length)


def same_time_on_another_day(now: datetime, zone: ZoneInfo) -> datetime:
    """A day later by the person's own clock, also when the clocks change."""
    return (now.astimezone(zone) + timedelta(days=1)).astimezone(now.tzinfo)


def next_monday(now: datetime, zone: ZoneInfo) -> datetime:
    """The coming Monday at nine, in that zone; on a Monday, a week on."""
    local = now.astimezone(zone)
    day = local.date() + timedelta(days=7 - local.weekday())
    return datetime.combine(day, MONDAY_MORNING, zone).astimezone(now.tzinfo)


STEPS = (
    Step("minutes", "+2 minutes", later(minutes=2)),
    Step("hour", "+1 hour", later(hours=1)),
    Step("day", "+1 day", same_time_on_another_day),
    Step("monday", "Next Monday", next_monday, more="09:00"),
)


class Journey:
    """At most one at a time; it runs in a thread of its own while the page goes on showing the clock."""

    def __init__(self, move: Callable[[datetime], None]) -> None:
        self._move = move
        self._one = threading.Lock()
        self.start: datetime | None = None
        self.end: datetime | None = None

    @property
    def underway(self) -> bool:
        return self._one.locked()

    def percent(self, now: datetime) -> int:
        if not self.start or not self.end or self.end <= self.start:
            return 0
        return max(2, min(100, round(100 * (now - self.start) / (self.end - self.start))))

    def begin(self, now: datetime, to: datetime) -> None:
        """Sets off, unless another journey is still under way."""
        if self._one.acquire(blocking=False):
            self.start, self.end = now, to
            threading.Thread(target=self._travel, args=(to,), daemon=True, name="journey").start()

    def _travel(self, to: datetime) -> None:
        try:
            self._move(to)
        finally:
            self._one.release()
