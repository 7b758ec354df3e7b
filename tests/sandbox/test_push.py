"""Slack calls the app: signed, for three seconds, and again only for events."""

import hashlib
import hmac
import threading

import pytest
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier
from slack_sdk.webhook import WebhookClient

from sandbox.methods import SIGNING_SECRET
from sandbox.people import Human
from sandbox.server import Sandbox
from tests.sandbox.app import App, Json
from tests.sandbox.blocks import actions, asks, button, home, modal, section, select


def test_a_command_comes_as_slack_sends_it_and_its_answer_is_private(sandbox: Sandbox, app: App) -> None:
    erin, ravi = sandbox.human("erin"), sandbox.human("ravi")
    app.answers["command"] = lambda form: {"text": f"You said {form['text']}"}

    erin.types("/lead Acme, Jane & Joe")

    (form,) = app.heard
    assert (form["command"], form["user_id"], form["channel_name"]) == ("/lead", erin.id, "leads")
    assert erin.answers == ["You said Acme, Jane & Joe"]
    assert ravi.messages("leads") == []


def test_every_call_is_signed_with_the_sandbox_s_own_time(sandbox: Sandbox, app: App) -> None:
    sandbox.human("erin").types("/lead")

    headers, body = app.headers[0], app.bodies[0]
    stamp = headers["X-Slack-Request-Timestamp"]
    expected = hmac.new(SIGNING_SECRET.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    assert headers["X-Slack-Signature"] == f"v0={expected}"
    assert SignatureVerifier(SIGNING_SECRET).is_valid(body, stamp, headers["X-Slack-Signature"])


@pytest.mark.parametrize(("status", "error"), [(500, "dispatch_failed"), (404, "dispatch_failed")])
def test_a_command_that_fails_says_so(sandbox: Sandbox, app: App, status: int, error: str) -> None:
    app.statuses.append(status)
    erin = sandbox.human("erin")

    erin.types("/lead")

    assert erin.answers == [f':warning: /lead failed with the error "{error}"']
    assert len(app.heard) == 1


def test_an_app_that_does_not_answer_in_time_is_not_waited_for(sandbox: Sandbox, app: App) -> None:
    erin, app.hold, sandbox.push.patience = sandbox.human("erin"), threading.Event(), 0.1

    erin.types("/lead")

    app.hold.set()
    sandbox.push.patience = 3.0
    assert erin.answers == [':warning: /lead failed with the error "operation_timeout"']


def test_an_event_is_told_again_until_it_is_heard(sandbox: Sandbox, app: App) -> None:
    app.statuses[:] = [500, 500]
    erin = sandbox.human("erin")

    erin.says("Hello")

    assert sandbox.world.wait_until(lambda: len(app.heard) == 3)
    assert {one["event_id"] for one in app.heard} == {app.heard[0]["event_id"]}
    assert app.headers[1]["X-Slack-Retry-Num"] == "1"
    assert app.headers[1]["X-Slack-Retry-Reason"] == "http_error"


def test_only_what_the_manifest_subscribes_to_is_told(sandbox: Sandbox, app: App) -> None:
    erin = sandbox.human("erin")

    erin.says("Not for the bot", "leads")
    erin.says("For the bot: @leadloop", "leads")
    erin.opens_home()

    assert [one["event"]["type"] for one in app.heard] == ["app_mention", "app_home_opened"]


def test_a_button_is_pressed_and_its_form_opened(sandbox: Sandbox, app: App, client: WebClient) -> None:
    leads = sandbox.world.channel("leads").id
    client.chat_postMessage(channel=leads, text="Acme", blocks=[section(), actions(button("I'll take it", value="7"))])
    ravi = sandbox.human("ravi")
    app.answers["block_actions"] = lambda payload: opened(client, payload)

    ravi.clicks("I'll take it", "leads")

    (payload,) = app.heard
    assert (payload["actions"][0]["value"], payload["container"]["type"]) == ("7", "message")
    assert payload["message"]["text"] == "Acme"
    assert ravi.form is not None


def test_what_is_typed_in_a_form_arrives(sandbox: Sandbox, app: App, client: WebClient) -> None:
    erin = with_form(sandbox, app, client)

    erin.sets("Company", "Acme")
    erin.sets("Kind", "Talent")
    erin.sets("Owner", "ravi")
    assert erin.submits() == {}

    values = app.heard[-1]["view"]["state"]["values"]
    assert values["company"]["typed"] == {"type": "plain_text_input", "value": "Acme"}
    assert values["kind"]["pick"]["selected_option"]["value"] == "talent"
    assert values["owner"]["who"]["selected_user"] == sandbox.human("ravi").id
    assert erin.form is None


def test_a_refused_form_stays_open_with_what_was_typed(sandbox: Sandbox, app: App, client: WebClient) -> None:
    erin = with_form(sandbox, app, client)
    app.answers["view_submission"] = lambda _: {"response_action": "errors", "errors": {"company": "Who is that?"}}

    erin.sets("Company", "x")
    said = erin.submits()

    assert said == {"Company": "Who is that?"}
    assert erin.form is not None
    assert erin.form.state["company"]["typed"]["value"] == "x"


def test_a_required_field_is_asked_for_before_the_app_hears(sandbox: Sandbox, app: App, client: WebClient) -> None:
    erin = with_form(sandbox, app, client)
    before = len(app.heard)

    assert erin.submits() == {"Company": "Please complete this required field."}
    assert len(app.heard) == before


def test_an_error_under_an_unknown_field_is_slack_s_own_trouble(sandbox: Sandbox, app: App, client: WebClient) -> None:
    erin = with_form(sandbox, app, client)
    app.answers["view_submission"] = lambda _: {"response_action": "errors", "errors": {"nothing": "Who?"}}
    erin.sets("Company", "Acme")

    (said,) = erin.submits().values()

    assert said.startswith("We had some trouble connecting.")


def test_what_was_typed_survives_an_update_in_place(sandbox: Sandbox, app: App, client: WebClient) -> None:
    erin = with_form(sandbox, app, client)
    erin.sets("Company", "Acme")
    assert erin.form is not None

    client.views_update(view_id=erin.form.id, hash=erin.form.hash, view=modal(asks("Company"), asks("Phone")))

    assert erin.form.state["company"]["typed"]["value"] == "Acme"
    assert "phone" in erin.form.state


def test_a_stranger_cannot_press_what_is_in_a_private_channel(sandbox: Sandbox, client: WebClient) -> None:
    hiring = sandbox.world.channel("hiring").id
    client.chat_postMessage(channel=hiring, text="A candidate", blocks=[actions(button("Screening"))])

    with pytest.raises(LookupError, match="sees no 'Screening'"):
        sandbox.human("erin").clicks("Screening")


def test_a_response_url_replaces_its_message_and_is_good_five_times(
    sandbox: Sandbox, app: App, client: WebClient
) -> None:
    leads = sandbox.world.channel("leads").id
    client.chat_postMessage(channel=leads, text="Acme", blocks=[actions(button())])
    ravi = sandbox.human("ravi")
    ravi.clicks("Take")
    url = app.heard[0]["response_url"]

    statuses = [WebhookClient(url).send(text=f"Answer {n}", replace_original=True).status_code for n in range(6)]

    assert statuses == [200, 200, 200, 200, 200, 404]
    assert [one.text for one in ravi.messages("leads")] == ["Answer 4"]


def test_a_home_button_is_pressed_where_it_was_published(sandbox: Sandbox, app: App, client: WebClient) -> None:
    erin = sandbox.human("erin")
    client.views_publish(user_id=erin.id, view=home(section(), actions(button("Settings"))))

    erin.clicks("Settings", "home")

    assert app.heard[0]["view"]["type"] == "home"
    assert app.heard[0]["container"]["type"] == "view"


def test_a_message_is_made_a_lead_by_its_shortcut(sandbox: Sandbox, app: App) -> None:
    erin = sandbox.human("erin")
    message = erin.says("Acme is looking for payroll", "leads")

    erin.message_shortcut("Log this as a lead", message)
    erin.shortcut("Log a lead")

    assert [one["type"] for one in app.heard] == ["message_action", "shortcut"]
    assert app.heard[0]["message"]["text"] == "Acme is looking for payroll"


def opened(client: WebClient, payload: Json) -> None:
    owner = {"type": "users_select", "action_id": "who"}
    kind = select("Sales", "Talent")
    view = modal(asks("Company"), asks("Kind", kind, optional=True), asks("Owner", owner, optional=True))
    client.views_open(trigger_id=payload["trigger_id"], view=view)


def with_form(sandbox: Sandbox, app: App, client: WebClient) -> Human:
    app.answers["command"] = lambda payload: opened(client, payload)
    erin = sandbox.human("erin")
    erin.types("/lead")
    return erin
