"""An installation of Leadloop: one database, one or more bots that run on it, and the strict Slack that they know."""

import json
import socket
import tempfile
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from sandbox.clock import Clock
from sandbox.methods import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from sandbox.people import Human
from sandbox.server import Sandbox
from sandbox.world import World
from storage.engine import open_engine
from storage.store import SqlStore
from tests.faults.forks import Bot, Forks
from tests.faults.kills import Kill
from tests.faults.stores import MEMORY, SECRET, Database
from tests.processes import free_port
from tests.slack.company import MONDAY

LOOK = 0.005
"""Real seconds between two looks at what a process does."""
BOOT = 20.0
QUIET = 40.0
"""Real seconds in which everything must be said once nothing fails any more."""
FEW = 100
"""So many messages can be said in that time, whatever the pace."""
SWEEP = 0.2
"""Real seconds between two sweeps where people move the time: `app.MOVED_TICK`."""


def until(holds: Callable[[], bool], seconds: float = BOOT, *, look: float = LOOK) -> bool:
    ends, pause = monotonic() + seconds, threading.Event()
    while not holds():
        if monotonic() > ends:
            return False
        pause.wait(look)
    return True


@dataclass(frozen=True)
class Shape:
    """How it is installed."""

    engine: str = "sqlite"
    way: str = "http"
    replicas: int = 1
    marketing: bool = False
    patience: float = 0.03

    def __str__(self) -> str:
        many = f", {self.replicas} replicas" if self.replicas > 1 else ""
        return f"{self.engine} over {self.way}{many}{', with marketing' if self.marketing else ''}"


@dataclass
class Installation:
    """`boots`, `kills` and `stops` name a replica by its number."""

    shape: Shape
    sandbox: Sandbox
    database: Database
    forks: Forks
    folder: Path
    store: SqlStore
    """The test's own look at the database."""
    bots: dict[int, Bot] = field(default_factory=dict)
    ports: dict[int, int] = field(default_factory=dict)
    ended: list[int] = field(default_factory=list)
    """The exit statuses of those that were asked to stop while they served."""

    @property
    def world(self) -> World:
        return self.sandbox.world

    def human(self, name: str) -> Human:
        return self.sandbox.human(name)

    def boots(self, n: int = 0, kill: Kill | None = None, *, pages: int | None = None) -> None:
        """`pages`: so many more than now its SQLite file may have, or READ_ONLY."""
        if n not in self.bots:
            self.bots[n] = self.forks.start(self._environ(n), self.folder / f"bot-{n}.log", kill, pages)

    def hears(self, n: int = 0) -> bool:
        """Waits until it does; False if it has ended instead."""
        bot = self.bots[n]
        return until(lambda: bot.ended() or self._listens(n)) and not bot.ended()

    def boots_all(self) -> None:
        for n in range(self.shape.replicas):
            self.boots(n)
        for n in range(self.shape.replicas):
            if not self.hears(n):
                raise AssertionError(f"replica {n} does not come up: {self.words()}")

    def kills(self, n: int = 0) -> None:
        if bot := self.bots.pop(n, None):
            bot.kill()

    def stops(self, n: int = 0) -> None:
        """SIGTERM, and whatever it has in hand."""
        if bot := self.bots.pop(n, None):
            served = self._answers(n)
            bot.is_told_to_stop()
            code = bot.ends(10.0)
            self.ended += [code] if served else []

    def mends(self) -> None:
        """Slack, the database and all replicas are there."""
        self.world.faults.clear()
        self.database.mends()
        for n in [n for n, bot in self.bots.items() if bot.ended() or not self._hangs_on()]:
            self.kills(n)
        self.boots_all()

    def _hangs_on(self) -> bool:
        """Whether no connection of Socket Mode was cut: the SDK looks for that every ten seconds, of real ones."""
        return self.shape.way == "http" or len(self.sandbox.push.sockets.open) >= len(self.bots)

    def passes(self, **by: float) -> None:
        self.world.move(self.world.now() + timedelta(**by))

    def is_quiet(self) -> bool:
        """Nothing is due, being said or on its way, either way; asked after a sweep."""
        if self.world.faults.landing or self.sandbox.push.under_way:
            return False
        now = self.world.now()
        with self.store.read() as reading:
            if reading.going() or reading.overdue(now):
                return False
            due = reading.next_due()
            return due is None or due > now

    def comes_to_rest(self) -> None:
        """Raises TimeoutError, with what is left to say, when it does not become less any more."""
        quiet_since: list[float] = []
        left = -1

        def rested() -> bool:
            if not self.is_quiet():
                quiet_since.clear()
                return False
            quiet_since.append(monotonic())
            return monotonic() - quiet_since[0] > SWEEP + LOOK

        while not until(rested, QUIET, look=0.02):
            before, left = left, len(self.left())
            if 0 <= before <= left or left < FEW:
                raise TimeoutError(f"not everything was said: {self.left()}\n{self.words()}")

    def left(self) -> list[str]:
        with self.store.engine.connect() as connection:
            found = connection.exec_driver_sql(
                "SELECT key, address, state, due, attempts, error FROM notices WHERE state NOT IN ('sent', 'dropped')"
            )
            return [str(tuple(row)) for row in found]

    def words(self) -> str:
        """What the bots wrote, the end of it."""
        logs = sorted(self.folder.glob("bot-*.log"))
        return "\n".join(f"--- {log.name}\n{log.read_text()[-6000:]}" for log in logs)

    def _listens(self, n: int) -> bool:
        if self.shape.way == "socket":
            return len(self.sandbox.push.sockets.open) >= len(self.bots) and self._answers(n)
        return self._answers(n)

    def _answers(self, n: int) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.ports[n])) == 0

    def ready(self, n: int = 0) -> dict[str, Any]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.ports[n]}/readyz", timeout=5) as answer:
            return dict(json.load(answer))

    def _environ(self, n: int) -> dict[str, str]:
        where = {"DATABASE_URL": self.database.url, "PORT": str(self.ports[n])}
        way = {"SLACK_APP_TOKEN": APP_TOKEN} if self.shape.way == "socket" else {"SLACK_SIGNING_SECRET": SIGNING_SECRET}
        return (
            where
            | way
            | {
                "SLACK_API_URL": self.sandbox.api_url,
                "SLACK_BOT_TOKEN": BOT_TOKEN,
                "SECRET_KEY": SECRET,
                "ERASURE_LIST": str(self.folder / "leadloop.erased"),
                "LEADLOOP_PATIENCE": str(self.shape.patience),
                "LEADLOOP_CLOCK_OFFSET_FILE": str(self.world.clock.file),
                "LOG_LEVEL": "WARNING",
            }
        )


@contextmanager
def installed(shape: Shape, sandbox: Sandbox, database: Database, forks: Forks) -> Iterator[Installation]:
    """On Monday morning, in a fresh world, with no bot running yet."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        clock = Clock(file=Path(folder) / "clock")
        clock.move(MONDAY)
        sandbox.fresh(World(clock))
        store = SqlStore(open_engine(database.url), secret_key=SECRET)
        ports = {n: free_port() for n in range(shape.replicas)}
        urls = [f"http://127.0.0.1:{port}/slack/events" for port in ports.values()]
        sandbox.request_url = "" if shape.way == "socket" else " ".join(urls)
        made = Installation(shape, sandbox, database, forks, Path(folder), store, ports=ports)
        try:
            yield made
        finally:
            sandbox.world.faults.clear()
            sandbox.push.thrice = 0
            for n in tuple(made.bots):
                made.kills(n)
            until(lambda: not sandbox.push.sockets.open, 2.0)
            store.close()
