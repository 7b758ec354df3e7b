"""Slack's own client talks to the sandbox as it talks to Slack."""

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.records import BOT_USER
from sandbox.server import Sandbox
from tests.sandbox.blocks import actions, button


def test_the_client_is_who_the_token_says(client: WebClient) -> None:
    assert client.auth_test()["user_id"] == BOT_USER


def test_a_posted_message_is_read_by_the_members(sandbox: Sandbox, client: WebClient) -> None:
    posted = client.chat_postMessage(channel=sandbox.world.channel("leads").id, text="Hello")

    erin = sandbox.human("erin")
    assert [(one.ts, one.text) for one in erin.messages("leads")] == [(posted["ts"], "Hello")]


def test_an_edit_is_seen_in_place(sandbox: Sandbox, client: WebClient) -> None:
    leads = sandbox.world.channel("leads").id
    ts = client.chat_postMessage(channel=leads, text="Hello")["ts"]

    client.chat_update(channel=leads, ts=ts, text="Good morning")

    (message,) = sandbox.human("erin").messages("leads")
    assert (message.text, message.edited is not None) == ("Good morning", True)


def test_a_direct_message_reaches_one_person(sandbox: Sandbox, client: WebClient) -> None:
    erin, ravi = sandbox.human("erin"), sandbox.human("ravi")

    room = client.conversations_open(users=erin.id)["channel"]["id"]
    client.chat_postMessage(channel=room, text="For you")

    assert [one.text for one in erin.dms()] == ["For you"]
    assert ravi.dms() == []


def test_a_scope_that_the_manifest_lacks_is_named(sandbox: Sandbox, client: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        client.conversations_join(channel=sandbox.world.channel("general").id)

    assert refused.value.response["error"] == "missing_scope"
    assert refused.value.response["needed"] == "channels:join"


def test_history_finds_a_message_by_its_metadata(sandbox: Sandbox, client: WebClient) -> None:
    leads = sandbox.world.channel("leads").id
    metadata = {"event_type": "notice", "event_payload": {"key": "abc"}}
    client.chat_postMessage(channel=leads, text="Hello", metadata=metadata)

    (message,) = client.conversations_history(channel=leads, include_all_metadata=True)["messages"]

    assert message["metadata"] == metadata


def test_an_edit_of_the_text_leaves_the_buttons(sandbox: Sandbox, client: WebClient) -> None:
    leads = sandbox.world.channel("leads").id
    ts = client.chat_postMessage(channel=leads, text="Hello", blocks=[actions(button())])["ts"]

    client.chat_update(channel=leads, ts=ts, text="Good morning")
    assert sandbox.human("erin").sees("Take", "leads").text == "Good morning"

    client.chat_update(channel=leads, ts=ts, text="Good night", blocks=[])
    assert sandbox.human("erin").sees("Good night", "leads").blocks == []
