"""The bot as a process of its own, as anybody starts it: `python app.py` with some settings."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

from sandbox.methods import BOT_TOKEN, SIGNING_SECRET
from sandbox.server import Sandbox

ROOT = Path(__file__).parent.parent


class Process:
    """`python app.py` with these settings; `ready()` is what it says of itself."""

    def __init__(self, environ: dict[str, str], *arguments: str) -> None:
        self.port = environ.get("PORT", "")
        self.process = subprocess.Popen(
            [sys.executable, "app.py", *arguments],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"]} | environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def ready(self) -> dict[str, Any]:
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
        words, _ = self.process.communicate(timeout=within)
        return self.process.returncode, words

    def words(self) -> str:
        self.process.kill()
        return self.ends()[1]


def until(holds: Callable[[], bool], seconds: float = 20.0) -> bool:
    waiting = threading.Event()
    return any(holds() or waiting.wait(0.05) for _ in range(int(seconds / 0.05)))


def listening_to(sandbox: Sandbox, database_url: str) -> dict[str, str]:
    """The settings of a bot that hears this sandbox over HTTP, on a port of its own."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    sandbox.request_url = f"http://127.0.0.1:{port}/slack/events"
    return {
        "SLACK_API_URL": sandbox.api_url,
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "PORT": port,
        "DATABASE_URL": database_url,
    }


@contextlib.contextmanager
def started(environ: dict[str, str], *arguments: str) -> Iterator[Process]:
    process = Process(environ, *arguments)
    try:
        yield process
    finally:
        process.words()
