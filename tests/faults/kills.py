"""What a bot is ordered before `main`, in the child: to kill itself at the nth passing of one of its functions.

The code under test knows nothing of it; a SIGKILL of one's own is as sudden as anybody else's.
"""

import importlib
import os
import signal
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from itertools import count
from pathlib import Path
from typing import Any, Literal


@dataclass(frozen=True)
class Kill:
    """At the nth passing, `before` or `after` this function, once the file `armed_by` is there."""

    function: str
    """As in "storage.store:SqlStore.write"."""
    when: Literal["before", "after"]
    armed_by: str
    nth: int = 1

    def __str__(self) -> str:
        return f"{self.when} passing {self.nth} of {self.function}"


def armed(kill: Kill) -> None:
    module, _, path = kill.function.partition(":")
    *outer, name = path.split(".")
    owner: Any = importlib.import_module(module)
    for each in outer:
        owner = getattr(owner, each)
    setattr(owner, name, _deadly(getattr(owner, name), kill))


def _deadly(function: Callable[..., Any], kill: Kill) -> Callable[..., Any]:
    passings, order = count(1), Path(kill.armed_by)

    def pass_by() -> None:
        if order.exists() and next(passings) == kill.nth:
            os.kill(os.getpid(), signal.SIGKILL)

    @wraps(function)
    def passed(*args: Any, **kwargs: Any) -> Any:
        if kill.when == "before":
            pass_by()
        done = function(*args, **kwargs)
        if kill.when == "after":
            pass_by()
        return done

    return passed


def full_after(pages: int, url: str) -> None:
    """Its connections to SQLite let the file grow by so many pages: https://www.sqlite.org/pragma.html#pragma_max_page_count."""
    engine = importlib.import_module("storage.engine")
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        (now,) = connection.execute("PRAGMA page_count").fetchone()
    connection.close()
    engine._PRAGMAS = (*engine._PRAGMAS, f"max_page_count={now + pages}")  # noqa: SLF001 - no setting of ours has it
