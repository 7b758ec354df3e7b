"""The bot as a process of its own, as anybody starts it."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest

from sandbox.methods import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from sandbox.server import Sandbox

ROOT = Path(__file__).parent.parent.parent


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


@pytest.fixture
def environ(sandbox: Sandbox, sqlite_url: str) -> dict[str, str]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    sandbox.request_url = f"http://127.0.0.1:{port}/slack/events"
    return {
        "SLACK_API_URL": sandbox.api_url,
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "PORT": port,
        "DATABASE_URL": sqlite_url,
    }


@contextlib.contextmanager
def started(environ: dict[str, str], *arguments: str) -> Iterator[Process]:
    process = Process(environ, *arguments)
    try:
        yield process
    finally:
        process.words()


def test_it_comes_up_serves_and_ends_at_sigterm(environ: dict[str, str]) -> None:
    with started(environ) as bot:
        assert bot.comes_up()["ok"] is True

        bot.process.send_signal(signal.SIGTERM)

        assert bot.ends(within=10)[0] == 0


def test_what_is_in_hand_at_sigterm_is_answered_first(sandbox: Sandbox, environ: dict[str, str]) -> None:
    gus = sandbox.human("gus")
    sandbox.world.faults.add("users.info", "slow", seconds=0.8)
    with started(environ) as bot:
        bot.comes_up()
        typing = threading.Thread(target=gus.types, args=("/lead", "general"))
        typing.start()
        assert until(lambda: not sandbox.world.faults._queues["users.info"])  # noqa: SLF001 - the call has begun

        bot.process.send_signal(signal.SIGTERM)
        typing.join()

        assert bot.ends(within=10)[0] == 0
    assert gus.answers == ["Only full members of this workspace can do that."]


def test_slack_that_keeps_us_waiting_does_not_hold_up_the_end(sandbox: Sandbox, environ: dict[str, str]) -> None:
    erin = sandbox.human("erin")
    with started(environ) as bot:
        bot.comes_up()
        sandbox.world.faults.add("conversations.open", "timeout_before", times=9)
        erin.types("/lead Acme, jane@acme.example")
        erin.submits()
        assert until(lambda: len(sandbox.world.faults._queues["conversations.open"]) < 9)  # noqa: SLF001 - it has begun

        bot.process.send_signal(signal.SIGTERM)

        assert bot.ends(within=10)[0] == 0


def test_it_starts_while_slack_is_away(sandbox: Sandbox, environ: dict[str, str]) -> None:
    sandbox.world.faults.down()

    with started(environ) as bot:
        told = bot.comes_up()

    assert told["checks"]["database"] == told["checks"]["sweeps"] == "ok"
    assert told["checks"]["slack"] != "ok"


def test_by_socket_mode_it_connects_as_soon_as_slack_is_back(sandbox: Sandbox, environ: dict[str, str]) -> None:
    sandbox.request_url = ""
    sandbox.world.faults.down()
    with started(environ | {"SLACK_APP_TOKEN": APP_TOKEN}) as bot:
        assert bot.comes_up()["checks"]["socket_mode"] == "not connected"

        sandbox.world.faults.up()

        assert until(lambda: bot.ready()["checks"]["socket_mode"] == "ok")
        bot.process.send_signal(signal.SIGTERM)
        assert bot.ends(within=10)[0] == 0


def test_without_a_port_socket_mode_ends_at_sigterm_too(sandbox: Sandbox, environ: dict[str, str]) -> None:
    sandbox.request_url = ""
    del environ["PORT"]
    with started(environ | {"SLACK_APP_TOKEN": APP_TOKEN}) as bot:
        assert until(lambda: bool(sandbox.push.sockets.open))

        bot.process.send_signal(signal.SIGTERM)

        assert bot.ends(within=10)[0] == 0


def test_settings_that_are_missing_have_a_sentence_each() -> None:
    with started({}) as bot:
        code, words = bot.ends()

    assert code == 2
    assert "SLACK_BOT_TOKEN is missing" in words
    assert "Traceback" not in words
