"""Slack's own client reads channels, threads, people and files in the sandbox."""

from contextlib import closing
from dataclasses import replace
from http.client import HTTPConnection

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.server import Sandbox
from sandbox.tokens import BOT_TOKEN
from tests.sandbox.blocks import option, section

LEADS = "C0LEADS001"


@pytest.fixture
def trusted(sandbox: Sandbox, client: WebClient) -> WebClient:
    """The client of an app with more scopes than ours."""
    more = {"files:write", "files:read", "usergroups:read", "channels:join", "channels:write.invites"}
    sandbox.world.manifest = replace(sandbox.world.manifest, scopes=sandbox.world.manifest.scopes | more)
    return client


def test_a_page_of_channels_leads_to_the_next(client: WebClient) -> None:
    first = client.conversations_list(limit=2)
    second = client.conversations_list(limit=2, cursor=first["response_metadata"]["next_cursor"])

    names = [one["name"] for one in [*first["channels"], *second["channels"]]]
    assert names == ["general", "leads", "wins"]
    assert second["response_metadata"]["next_cursor"] == ""


def test_private_channels_are_listed_where_the_bot_is_in(client: WebClient) -> None:
    found = client.conversations_list(types="public_channel,private_channel")["channels"]

    assert [one["name"] for one in found if one["is_private"]] == ["hiring"]


def test_history_is_newest_first_and_without_replies(client: WebClient) -> None:
    first = client.chat_postMessage(channel=LEADS, text="first")["ts"]
    client.chat_postMessage(channel=LEADS, text="second")
    client.chat_postMessage(channel=LEADS, text="reply", thread_ts=first)

    history = client.conversations_history(channel=LEADS)["messages"]
    since = client.conversations_history(channel=LEADS, oldest=first)["messages"]
    thread = client.conversations_replies(channel=LEADS, ts=first)["messages"]

    assert [one["text"] for one in history] == ["second", "first"]
    assert [one["text"] for one in since] == ["second"]
    assert [one["text"] for one in thread] == ["first", "reply"]


def test_a_person_has_a_zone_and_an_address(sandbox: Sandbox, client: WebClient) -> None:
    user = client.users_info(user=sandbox.human("mara").id)["user"]

    assert (user["tz"], user["profile"]["email"]) == ("Pacific/Auckland", "mara@sandbox.example")
    assert client.users_lookupByEmail(email="MARA@sandbox.example")["user"]["id"] == user["id"]


def test_a_file_goes_up_in_three_steps_and_is_shown(sandbox: Sandbox, trusted: WebClient) -> None:
    trusted.files_upload_v2(channel=LEADS, filename="chart.png", content=b"picture", title="Chart")

    (message,) = sandbox.human("erin").messages("leads")
    (file,) = message.files
    assert fetched(sandbox, file.as_json("")["url_private"]) == b"picture"
    picture = {"type": "image", "alt_text": "A chart", "slack_file": {"id": file.id}}
    assert trusted.chat_postMessage(channel=LEADS, text="Chart", blocks=[picture])["ok"]


def test_a_channel_is_joined_before_it_is_written_in(sandbox: Sandbox, trusted: WebClient) -> None:
    general = sandbox.world.channel("general").id

    trusted.conversations_join(channel=general)

    assert trusted.chat_postMessage(channel=general, text="Hello")["ok"]


def test_a_refusal_says_where(client: WebClient) -> None:
    picked = {"type": "static_select", "action_id": "a", "options": [option("A")], "initial_option": option("B")}

    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=LEADS, text="x", blocks=[section(accessory=picked)])

    (complaint,) = refused.value.response["response_metadata"]["messages"]
    assert complaint.endswith("[json-pointer:/blocks/0/accessory/initial_option]")


def test_a_permalink_names_channel_and_message(client: WebClient) -> None:
    ts = client.chat_postMessage(channel=LEADS, text="x")["ts"]

    link = client.chat_getPermalink(channel=LEADS, message_ts=ts)["permalink"]

    assert link.endswith(f"/archives/{LEADS}/p{ts.replace('.', '')}")


def test_a_whisper_is_seen_by_one_and_kept_out_of_the_history(sandbox: Sandbox, client: WebClient) -> None:
    erin, ravi = sandbox.human("erin"), sandbox.human("ravi")

    client.chat_postEphemeral(channel=LEADS, user=erin.id, text="Only you")

    assert erin.answers == ["Only you"]
    assert ravi.messages("leads") == []
    assert client.conversations_history(channel=LEADS)["messages"] == []


def fetched(sandbox: Sandbox, path: str) -> bytes:
    with closing(HTTPConnection(sandbox.url.removeprefix("http://"))) as link:
        link.request("GET", path, headers={"Authorization": f"Bearer {BOT_TOKEN}"})
        return link.getresponse().read()
