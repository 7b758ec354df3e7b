"""How many rows of a list are brought in at a time, so that whoever clicks meanwhile hardly waits."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

FEWEST, MOST = 50, 500
"""Rows in one transaction."""
HOLD, REST = 0.1, 0.01
"""Seconds that a transaction should take, and that others have between two: SQLite has one writer, and whoever clicks
waits for it meanwhile, and looks every tenth of a second at least: https://sqlite.org/c3ref/busy_timeout.html."""


class Strides:
    """As many rows next as the last ones say: they are timed."""

    def __init__(self) -> None:
        self.many = FEWEST

    @contextmanager
    def timed(self) -> Iterator[None]:
        before = monotonic()
        yield
        self.many = max(FEWEST, min(MOST, 2 * self.many, int(self.many * HOLD / (monotonic() - before))))
