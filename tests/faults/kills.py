"""What a bot is ordered before `main`, in the child: to kill itself at the nth passing of one of its functions.

The code under test knows nothing of it; a SIGKILL of one's own is as sudden as anybody else's.
"""

import importlib
import os
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import wraps
from itertools import count
from pathlib import Path
from threading import Event
from typing import Any, Literal

READ_ONLY = -1


@dataclass(frozen=True)
class Kill:
    """At the nth passing, `before` or `after` this function, once the file `armed_by` is there."""

    function: str
    """As in "storage.store:SqlStore.write"."""
    when: Literal["before", "after"]
    armed_by: str
    nth: int = 1
    since: str = ""
    """Another function, which must have been passed before any passing counts."""
    by: int = signal.SIGKILL

    def __str__(self) -> str:
        since = f" since {self.since}" if self.since else ""
        return f"{self.when} passing {self.nth} of {self.function}{since}"


def armed(kill: Kill) -> None:
    """Has this process keep the order."""
    order, begun, passings = Path(kill.armed_by), Event(), count(1)

    def begins() -> None:
        if order.exists():
            begun.set()

    def pass_by() -> None:
        if (begun.is_set() or (not kill.since and order.exists())) and next(passings) == kill.nth:
            os.kill(os.getpid(), kill.by)

    if kill.since:
        _wrap(kill.since, "after", begins)
    _wrap(kill.function, kill.when, pass_by)


def _wrap(name: str, when: str, then: Callable[[], None]) -> None:
    module, _, path = name.partition(":")
    *outer, last = path.split(".")
    owner: Any = importlib.import_module(module)
    for each in outer:
        owner = getattr(owner, each)
    setattr(owner, last, _watched(getattr(owner, last), when, then))


def _watched(function: Callable[..., Any], when: str, then: Callable[[], None]) -> Callable[..., Any]:
    @wraps(function)
    def passed(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - any function
        if when == "before":
            then()
        done = function(*args, **kwargs)
        if when == "after":
            then()
        return done

    return passed


def limited(pages: int, url: str) -> None:
    """Its SQLite file is full after so many pages more, or may only be read."""
    if pages == READ_ONLY:
        read_only(url)
    else:
        full_after(pages, url)


def full_after(pages: int, url: str) -> None:
    """Its connections let the file grow by so many pages: https://www.sqlite.org/pragma.html, max_page_count."""
    engine: Any = importlib.import_module("storage.engine")
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection, connection:
        (now,) = connection.execute("PRAGMA page_count").fetchone()
    connection.close()
    engine._PRAGMAS = (*engine._PRAGMAS, f"max_page_count={now + pages}")  # noqa: SLF001 - no setting of ours has it


def read_only(url: str) -> None:
    """Its connections may only read the file: https://www.sqlite.org/uri.html, mode."""
    engine: Any = importlib.import_module("storage.engine")
    file, create = url.removeprefix("sqlite:///"), engine.create_engine

    def opens() -> sqlite3.Connection:
        return sqlite3.connect(f"file:{file}?mode=ro", uri=True, check_same_thread=False)

    engine.create_engine = lambda where, **how: create(where, creator=opens, **how)
