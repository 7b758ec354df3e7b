"""What somebody is asked once before it is done: whether they were asked already."""

from datetime import datetime

from bot.answers import Answer
from bot.ids import Origin
from bot.store import Store


def is_first(store: Store, about: str, *, now: datetime) -> bool:
    """True once for each name of a question; forgotten with other old intentions."""
    origin = Origin(about)
    with store.write() as unit:
        if unit.claim(origin, now) is not None:
            return False
        unit.settle(origin, Answer("other"))
        return True
