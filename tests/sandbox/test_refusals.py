"""Each Web API method refuses what Slack refuses, in Slack's words; one case a line."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sandbox import methods
from sandbox.methods import BOT_TOKEN
from sandbox.records import BOT_USER
from sandbox.server import Sandbox
from sandbox.world import World
from tests.sandbox.blocks import home, modal, section

Json = dict[str, Any]
LEADS, GENERAL, HIRING = "C0LEADS001", "C0GENERAL1", "C0HIRING01"
ERIN = "U0ERIN0000"


def archive(world: World) -> None:
    world.channel("leads").archived = True


def leave(world: World) -> None:
    world.channel("hiring").members.remove(BOT_USER)


def revoke(world: World) -> None:
    world.tokens.revoke()


def dismiss(world: World) -> None:
    world.user("erin").deleted = True


def no_messages_tab(world: World) -> None:
    world.manifest = replace(world.manifest, messages_tab=False)


def no_home_tab(world: World) -> None:
    world.manifest = replace(world.manifest, home_tab=False)


def no_history(world: World) -> None:
    world.manifest = replace(world.manifest, scopes=world.manifest.scopes - {"im:history"})


def as_is(_world: World) -> None:
    """The workspace as it comes."""


Given = Callable[[World], None]
POST = "chat.postMessage"
REFUSED: list[tuple[str, str, Json, Given]] = [
    ("unknown_method", "chat.postPoem", {}, as_is),
    ("token_revoked", "auth.test", {}, revoke),
    ("invalid_arguments", POST, {"text": "x"}, as_is),
    ("channel_not_found", POST, {"channel": "C404", "text": "x"}, as_is),
    ("channel_not_found", POST, {"channel": "leads", "text": "x"}, as_is),
    ("channel_not_found", POST, {"channel": HIRING, "text": "x"}, leave),
    ("not_in_channel", POST, {"channel": GENERAL, "text": "x"}, as_is),
    ("is_archived", POST, {"channel": LEADS, "text": "x"}, archive),
    ("channel_not_found", POST, {"channel": ERIN, "text": "x"}, dismiss),
    ("messages_tab_disabled", POST, {"channel": ERIN, "text": "x"}, no_messages_tab),
    ("no_text", POST, {"channel": LEADS, "text": " "}, as_is),
    ("invalid_blocks", POST, {"channel": LEADS, "blocks": [section("")]}, as_is),
    ("invalid_arguments", POST, {"channel": LEADS, "blocks": "{"}, as_is),
    ("thread_not_found", POST, {"channel": LEADS, "text": "x", "thread_ts": "1.1"}, as_is),
    ("invalid_metadata_format", POST, {"channel": LEADS, "text": "x", "metadata": "{"}, as_is),
    ("invalid_metadata_schema", POST, {"channel": LEADS, "text": "x", "metadata": {"event_type": "a"}}, as_is),
    (
        "metadata_too_large",
        POST,
        {"channel": LEADS, "text": "x", "metadata": {"event_type": "a", "event_payload": {"a": "x" * 20000}}},
        as_is,
    ),
    ("message_not_found", "chat.update", {"channel": LEADS, "ts": "1.1", "text": "x"}, as_is),
    ("message_not_found", "chat.delete", {"channel": LEADS, "ts": "1.1"}, as_is),
    ("user_not_in_channel", "chat.postEphemeral", {"channel": HIRING, "user": ERIN, "text": "x"}, as_is),
    ("user_not_found", "users.info", {"user": "U404"}, as_is),
    ("users_not_found", "users.lookupByEmail", {"email": "nobody@sandbox.example"}, as_is),
    ("user_not_found", "conversations.open", {"users": "U404"}, as_is),
    ("cannot_dm_bot", "conversations.open", {"users": BOT_USER}, as_is),
    ("user_disabled", "conversations.open", {"users": ERIN}, dismiss),
    ("channel_not_found", "conversations.info", {"channel": HIRING}, leave),
    ("not_in_channel", "conversations.history", {"channel": GENERAL}, as_is),
    ("missing_scope", "conversations.history", {"channel": "D0ERIN0000"}, no_history),
    ("missing_scope", "conversations.join", {"channel": GENERAL}, as_is),
    ("invalid_types", "conversations.list", {"types": "secret"}, as_is),
    ("invalid_cursor", "conversations.list", {"cursor": "here"}, as_is),
    ("invalid_trigger_id", "views.open", {"trigger_id": "1.1.a", "view": modal(section())}, as_is),
    ("invalid_arguments", "views.open", {"trigger_id": "1.1.a", "view": home()}, as_is),
    ("not_found", "views.update", {"view_id": "V404", "view": modal(section())}, as_is),
    ("not_enabled", "views.publish", {"user_id": ERIN, "view": home()}, no_home_tab),
    ("invalid_arguments", "views.publish", {"user_id": ERIN, "view": modal(section())}, as_is),
    ("user_not_found", "views.publish", {"user_id": "U404", "view": home()}, as_is),
    ("not_allowed_token_type", "apps.connections.open", {}, as_is),
]


@pytest.mark.parametrize(("error", "method", "args", "given"), REFUSED)
def test_refused(sandbox: Sandbox, error: str, method: str, args: Json, given: Given) -> None:
    sandbox.world.dm(ERIN)
    given(sandbox.world)

    answer = methods.call(sandbox.world, method, BOT_TOKEN, args, sandbox.url)

    assert answer.body["error"] == error
    assert sandbox.world.calls[-1].outcome == error


@pytest.mark.parametrize(("token", "error"), [("", "not_authed"), ("xoxb-stolen", "invalid_auth")])
def test_a_wrong_token_opens_nothing(sandbox: Sandbox, token: str, error: str) -> None:
    assert methods.call(sandbox.world, "auth.test", token, {}, sandbox.url).body["error"] == error


def test_an_edit_of_more_than_4000_characters_is_too_long(sandbox: Sandbox) -> None:
    ts = sandbox.world.post(sandbox.world.from_bot(LEADS, "Hello")).ts

    too_long = {"channel": LEADS, "ts": ts, "text": "x" * 4001}
    answer = methods.call(sandbox.world, "chat.update", BOT_TOKEN, too_long, sandbox.url)

    assert answer.body["error"] == "msg_too_long"


def test_the_fifth_message_of_a_second_in_one_channel_has_to_wait(sandbox: Sandbox) -> None:
    sandbox.world.rates = "strict"
    hello = {"channel": LEADS, "text": "Hello"}

    answers = [methods.call(sandbox.world, POST, BOT_TOKEN, hello, sandbox.url) for _ in range(5)]

    assert [one.status for one in answers] == [200, 200, 200, 200, 429]
    assert answers[-1].headers["Retry-After"] == "1"


def test_a_trigger_is_good_once_and_for_three_seconds(sandbox: Sandbox) -> None:
    world = sandbox.world
    opens = {"trigger_id": world.tickets.trigger(ERIN), "view": modal(section(), submit=None)}

    first, second = (methods.call(world, "views.open", BOT_TOKEN, opens, sandbox.url).body for _ in range(2))
    world.tickets.trigger_seconds = 0.0
    late = opens | {"trigger_id": world.tickets.trigger(ERIN)}
    third = methods.call(world, "views.open", BOT_TOKEN, late, sandbox.url).body

    assert first["ok"]
    assert (second["error"], third["error"]) == ("exchanged_trigger_id", "expired_trigger_id")


def test_a_fourth_form_does_not_fit_on_the_stack(sandbox: Sandbox) -> None:
    world, view = sandbox.world, modal(section(), submit=None)

    def shown(method: str) -> Json:
        args = {"trigger_id": world.tickets.trigger(ERIN), "view": view}
        return methods.call(world, method, BOT_TOKEN, args, sandbox.url).body

    outcomes = [shown(method).get("error") for method in ("views.open", *["views.push"] * 3)]

    assert outcomes == [None, None, None, "push_limit_reached"]
    assert len(sandbox.human("erin").forms) == 3


def test_an_out_of_date_hash_is_a_conflict(sandbox: Sandbox) -> None:
    def publish(**more: str) -> Json:
        args = {"user_id": ERIN, "view": home(section())} | more
        return methods.call(sandbox.world, "views.publish", BOT_TOKEN, args, sandbox.url).body

    old = publish()["view"]["hash"]
    newer = publish(hash=old)["view"]["hash"]

    assert newer != old
    assert publish(hash=old)["error"] == "hash_conflict"
