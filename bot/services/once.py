"""Once per intention: one transaction for each command, answered a second time with its first outcome."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from bot import windows
from bot.answers import Answer
from bot.errors import Crossed
from bot.ids import Origin
from bot.store import Store, Unit

P = ParamSpec("P")
TRIES = 3
"""Of a change that crosses others: whoever asked for it is not troubled with that."""


def once(work: Callable[Concatenate[Unit, P], Answer]) -> Callable[Concatenate[Store, Origin, P], Answer]:
    """Make a service of what happens inside one transaction.

    The service takes the store and the command's origin first. A retry, a double click or a replay carries the same
    origin and gets the first answer; what was refused left nothing behind and is judged again.
    """

    def attempt(tried: int, store: Store, origin: Origin, *args: P.args, **kwargs: P.kwargs) -> Answer:
        with store.write() as unit:
            if tried:
                unit.take_turn()
            first = unit.claim(origin, cast("datetime", kwargs["now"]))  # every service is told by this name
            if first is not None:
                return first
            answer = work(unit, *args, **kwargs)
            windows.follow(unit, now=cast("datetime", kwargs["now"]))
            unit.settle(origin, answer)
            return answer

    @wraps(work)
    def service(store: Store, origin: Origin, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
        for tried in range(TRIES - 1):
            with suppress(Crossed):
                return attempt(tried, store, origin, *args, **kwargs)
        return attempt(TRIES - 1, store, origin, *args, **kwargs)

    return service
