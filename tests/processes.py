"""The bot as a process of its own, with some settings."""

import atexit
import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.request
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

from sandbox.methods import BOT_TOKEN, SIGNING_SECRET
from sandbox.server import Sandbox
from tests.faults.forks import Forks

ROOT = Path(__file__).parent.parent
_ports = count()


class Process:
    """`app.py` with these settings and arguments, in a process of its own; what it writes is kept."""

    def __init__(self, environ: dict[str, str], *arguments: str) -> None:
        """Forked from a process that has imported what it needs, which takes a tenth of a start."""
        self.port = environ.get("PORT", "")
        one, folder = forks()
        self._log = folder / f"{next(_numbers)}.log"
        self._bot = one.start({"PATH": os.environ["PATH"]} | environ, self._log, arguments=arguments)

    @property
    def pid(self) -> int:
        return self._bot.pid

    def gets(self, signal: int) -> None:
        os.kill(self.pid, signal)

    def ready(self) -> dict[str, Any]:
        """What it says of itself."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                return dict(json.load(answer))
        except HTTPError as error:
            with error:
                return dict(json.load(error))
        except OSError:
            return {}

    def comes_up(self) -> dict[str, Any]:
        assert until(lambda: "checks" in self.ready()), self.words()
        return self.ready()

    def ends(self, within: float = 20.0) -> tuple[int, str]:
        return self._bot.ends(within), self._log.read_text()

    def words(self) -> str:
        self._bot.kill()
        return self.ends()[1]


class Spawned(Process):
    """The same as anybody starts it: `python app.py`."""

    def __init__(self, environ: dict[str, str], *arguments: str) -> None:
        self.port = environ.get("PORT", "")
        self._process = subprocess.Popen(
            [sys.executable, "app.py", *arguments],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"]} | environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    @property
    def pid(self) -> int:
        return self._process.pid

    def ends(self, within: float = 20.0) -> tuple[int, str]:
        words, _ = self._process.communicate(timeout=within)
        return self._process.returncode, words

    def words(self) -> str:
        self._process.kill()
        return self.ends()[1]


_numbers = count(1)


@cache
def forks() -> tuple[Forks, Path]:
    """One of them a pytest process, gone with it; and where what its children write is kept."""
    folder = Path(tempfile.mkdtemp())
    one = Forks()
    atexit.register(shutil.rmtree, folder)
    atexit.register(one.__exit__)
    return one, folder


def until(holds: Callable[[], bool], seconds: float = 20.0) -> bool:
    waiting = threading.Event()
    return any(holds() or waiting.wait(0.05) for _ in range(int(seconds / 0.05)))


def free_port() -> int:
    """Another one each time, and others than those of other processes; below those that the system itself hands out:
    one of these may be taken while a bot is about to come again.

    https://docs.kernel.org/networking/ip-sysctl.html: ip_local_port_range begins at 32768.
    """
    while True:
        port = 20_000 + os.getpid() % 400 * 30 + next(_ports) % 30
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


def listening_to(sandbox: Sandbox, database_url: str) -> dict[str, str]:
    """The settings of a bot that hears this sandbox over HTTP, on a port of its own."""
    port = str(free_port())
    sandbox.request_url = f"http://127.0.0.1:{port}/slack/events"
    return {
        "SLACK_API_URL": sandbox.api_url,
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "PORT": port,
        "DATABASE_URL": database_url,
        **secret_of(database_url),
    }


def secret_of(database_url: str) -> dict[str, str]:
    """As the settings ask for it; a SQLite file has one beside it."""
    return {} if database_url.startswith("sqlite") else {"SECRET_KEY": "hush"}


@contextlib.contextmanager
def started(environ: dict[str, str], *arguments: str, kind: type[Process] = Process) -> Iterator[Process]:
    process = kind(environ, *arguments)
    try:
        yield process
    finally:
        process.words()
