"""Slack's built-in Socket Mode client connects to the sandbox, hears and answers."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from sandbox.methods import APP_TOKEN, BOT_TOKEN
from sandbox.server import Sandbox

Json = dict[str, Any]
Heard = list[tuple[str, Json]]


@contextmanager
def connected(sandbox: Sandbox, answer: Callable[[Json], Json | None] = lambda _: None) -> Iterator[Heard]:
    heard: Heard = []

    def hear(client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        heard.append((request.type, request.payload))
        client.send_socket_mode_response(SocketModeResponse(request.envelope_id, answer(request.payload)))

    client = SocketModeClient(APP_TOKEN, web_client=WebClient(token=BOT_TOKEN, base_url=sandbox.api_url))
    client.socket_mode_request_listeners.append(hear)
    before = len(sandbox.push.sockets.open)
    client.connect()
    assert sandbox.world.wait_until(lambda: len(sandbox.push.sockets.open) > before)
    yield heard
    closing = threading.Thread(
        target=client.close, daemon=True
    )  # which the SDK sometimes never ends, connected just so
    closing.start()
    closing.join(5)
    assert sandbox.world.wait_until(lambda: len(sandbox.push.sockets.open) == before)


def test_a_command_is_answered_in_its_acknowledgement(sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")

    with connected(sandbox, lambda form: {"text": f"You said {form['text']}"}) as heard:
        erin.types("/lead Acme")

    assert [kind for kind, _ in heard] == ["slash_commands"]
    assert erin.answers == ["You said Acme"]


def test_events_and_interactions_come_too(sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")

    with connected(sandbox) as heard:
        erin.says("Hello")
        erin.shortcut("Log a lead")

    assert [(kind, one["type"]) for kind, one in heard] == [
        ("events_api", "event_callback"),
        ("interactive", "shortcut"),
    ]


def test_each_payload_goes_to_one_of_two_connections(sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")

    with connected(sandbox) as one, connected(sandbox) as other:
        for _ in range(4):
            erin.types("/lead")

    assert (len(one), len(other)) == (2, 2)


def test_nobody_connected_means_that_the_command_fails(sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")

    erin.types("/lead")

    assert erin.answers == [':warning: /lead failed with the error "dispatch_failed"']


def test_a_connection_that_is_refreshed_comes_again(sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")

    with connected(sandbox) as heard:
        (first,) = sandbox.push.sockets.open
        sandbox.push.sockets.refresh()
        assert sandbox.world.wait_until(lambda: [*sandbox.push.sockets.open, first][0] is not first, timeout=10)
        erin.types("/lead")

    assert len(heard) == 1


def test_a_bot_token_opens_no_socket(sandbox: Sandbox) -> None:
    with pytest.raises(SlackApiError, match="not_allowed_token_type"):
        WebClient(base_url=sandbox.api_url).apps_connections_open(app_token=BOT_TOKEN)
