"""The sandbox fails as it is told to, and as a client sees it; afterwards the work is done, or it is not."""

import http.client
from urllib.error import URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.faults import Kind
from sandbox.methods import BOT_TOKEN
from sandbox.server import Sandbox

LEADS = "C0LEADS001"
SEEN = (SlackApiError, URLError, OSError, http.client.HTTPException)


@pytest.mark.parametrize(
    ("kind", "posted"),
    [
        ("ratelimited", 0),
        ("status", 0),
        ("internal_error", 0),
        ("internal_error_done", 1),
        ("fatal_error", 0),
        ("timeout_before", 0),
        ("timeout_after", 1),
        ("reset_before", 0),
        ("reset_after", 1),
        ("truncated", 1),
    ],
)
def test_a_fault_hits_once(sandbox: Sandbox, kind: Kind, posted: int) -> None:
    client = WebClient(token=BOT_TOKEN, base_url=sandbox.api_url, timeout=1, retry_handlers=[])
    sandbox.world.faults.add("chat.postMessage", kind)

    with pytest.raises(SEEN):
        client.chat_postMessage(channel=LEADS, text="Hello")

    assert len(sandbox.world.channels[LEADS].messages) == posted
    assert client.chat_postMessage(channel=LEADS, text="Hello")["ok"]


@pytest.mark.parametrize("seconds", ["7", "", "٣"])
def test_how_long_to_wait_is_said(sandbox: Sandbox, client: WebClient, seconds: str) -> None:
    sandbox.world.faults.add("chat.postMessage", "ratelimited", retry_after=seconds)

    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=LEADS, text="Hello")

    said = refused.value.response.headers["Retry-After"].encode("latin-1").decode()
    assert (refused.value.response.status_code, said) == (429, seconds)


def test_a_slow_call_is_only_slow(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.world.faults.add("*", "slow", seconds=0.05)

    assert client.chat_postMessage(channel=LEADS, text="Hello")["ok"]


def test_slack_is_down_until_it_is_up(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.world.faults.down()
    with pytest.raises(SEEN):
        client.auth_test()

    sandbox.world.faults.up()

    assert client.auth_test()["ok"]
