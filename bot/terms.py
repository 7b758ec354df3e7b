"""When people work and may be written to: what the company has set, and what somebody would rather have."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True)
class Hours:
    """From one time of day to a later one of the same day, where somebody is."""

    starts: time
    ends: time

    def hold(self, moment: time) -> bool:
        return self.starts <= moment < self.ends


WORKING = Hours(time(9), time(17))
WAKING = Hours(time(8), time(19))
"""Outside these hours people are left in peace."""
WEEKDAYS = frozenset(range(1, 6))
"""Monday to Friday, as ISO 8601 numbers them."""


@dataclass(frozen=True)
class Terms:
    """What one person asked for; None: as the company has it."""

    hours: Hours | None = None
    """When they work; and then only they are written to."""
    days: frozenset[int] | None = None
    """The days of the week on which they work."""
