"""The bot as a process: it comes up whatever Slack does, serves, and ends when it is asked to."""

import signal
import threading

import pytest

from sandbox.methods import APP_TOKEN
from sandbox.server import Sandbox
from tests.processes import Spawned, listening_to, started, until


@pytest.fixture
def environ(sandbox: Sandbox, sqlite_url: str) -> dict[str, str]:
    return listening_to(sandbox, sqlite_url)


def test_it_comes_up_serves_and_ends_at_sigterm(environ: dict[str, str]) -> None:
    with started(environ, kind=Spawned) as bot:
        assert bot.comes_up()["ok"] is True

        bot.gets(signal.SIGTERM)

        assert bot.ends(within=10)[0] == 0


def test_what_is_in_hand_at_sigterm_is_answered_first(sandbox: Sandbox, environ: dict[str, str]) -> None:
    gus = sandbox.human("gus")
    sandbox.world.faults.add("users.info", "slow", seconds=0.8)
    with started(environ, kind=Spawned) as bot:
        bot.comes_up()
        typing = threading.Thread(target=gus.types, args=("/lead", "general"))
        typing.start()
        assert until(lambda: not sandbox.world.faults._queues["users.info"])  # noqa: SLF001 - the call has begun

        bot.gets(signal.SIGTERM)
        typing.join()

        assert bot.ends(within=10)[0] == 0
    assert gus.answers == [
        "Only full members of this workspace can do that. A colleague who is one can log a lead for you."
    ]


def test_slack_that_keeps_us_waiting_does_not_hold_up_the_end(sandbox: Sandbox, environ: dict[str, str]) -> None:
    erin = sandbox.human("erin")
    with started(environ, kind=Spawned) as bot:
        bot.comes_up()
        sandbox.world.faults.add("conversations.open", "timeout_before", times=9)
        erin.types("/lead Acme, jane@acme.example")
        erin.submits()
        assert until(lambda: len(sandbox.world.faults._queues["conversations.open"]) < 9)  # noqa: SLF001 - it has begun

        bot.gets(signal.SIGTERM)

        assert bot.ends(within=10)[0] == 0


def test_it_starts_while_slack_is_away(sandbox: Sandbox, environ: dict[str, str]) -> None:
    sandbox.world.faults.down()

    with started(environ, kind=Spawned) as bot:
        told = bot.comes_up()

    assert told["checks"]["database"] == told["checks"]["sweeps"] == "ok"
    assert told["checks"]["slack"] != "ok"


def test_by_socket_mode_it_connects_as_soon_as_slack_is_back(sandbox: Sandbox, environ: dict[str, str]) -> None:
    sandbox.request_url = ""
    sandbox.world.faults.down()
    with started(environ | {"SLACK_APP_TOKEN": APP_TOKEN}, kind=Spawned) as bot:
        assert bot.comes_up()["checks"]["socket_mode"] == "not connected"

        sandbox.world.faults.up()

        assert until(lambda: bot.ready()["checks"]["socket_mode"] == "ok")
        bot.gets(signal.SIGTERM)
        assert bot.ends(within=10)[0] == 0


def test_without_a_port_socket_mode_ends_at_sigterm_too(sandbox: Sandbox, environ: dict[str, str]) -> None:
    sandbox.request_url = ""
    del environ["PORT"]
    with started(environ | {"SLACK_APP_TOKEN": APP_TOKEN}, kind=Spawned) as bot:
        assert until(lambda: bool(sandbox.push.sockets.open))

        bot.gets(signal.SIGTERM)

        assert bot.ends(within=10)[0] == 0


def test_settings_that_are_missing_have_a_sentence_each() -> None:
    with started({}, kind=Spawned) as bot:
        code, words = bot.ends()

    assert code == 2
    assert "SLACK_BOT_TOKEN is missing" in words
    assert "Traceback" not in words
