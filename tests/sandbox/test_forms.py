"""Forms in the hands of a person: every kind of input, the stack, and what the app's answers do to it."""

import pytest
from slack_sdk import WebClient

from sandbox.people import Human
from sandbox.server import Sandbox
from tests.sandbox.app import App, Json
from tests.sandbox.blocks import actions, asks, button, modal, option, plain, section, select

OPTIONS = [option("Sales"), option("Talent")]


def typed(kind: str, **more: object) -> Json:
    return {"type": kind, "action_id": "it", **more}


def opens(sandbox: Sandbox, app: App, client: WebClient, *blocks: Json, **more: object) -> Human:
    """Erin with a form of these blocks open."""
    app.answers["command"] = lambda form: show(client, form, modal(*blocks, **more))
    erin = sandbox.human("erin")
    erin.types("/lead")
    return erin


def show(client: WebClient, payload: Json, view: Json) -> None:
    client.views_open(trigger_id=payload["trigger_id"], view=view)


def push(client: WebClient, payload: Json, view: Json) -> None:
    client.views_push(trigger_id=payload["trigger_id"], view=view)


@pytest.mark.parametrize(
    ("element", "given", "state"),
    [
        (typed("plain_text_input"), "Acme", {"value": "Acme"}),
        (typed("email_text_input"), "a@b.example", {"value": "a@b.example"}),
        (typed("url_text_input"), "https://a.example", {"value": "https://a.example"}),
        (typed("number_input", is_decimal_allowed=True), "12.5", {"value": "12.5"}),
        (typed("datepicker"), "2026-12-01", {"selected_date": "2026-12-01"}),
        (typed("timepicker"), "09:30", {"selected_time": "09:30"}),
        (typed("datetimepicker"), "1767225600", {"selected_date_time": 1767225600}),
        (typed("static_select", options=OPTIONS), "Talent", {"selected_option": option("Talent")}),
        (typed("radio_buttons", options=OPTIONS), "Sales", {"selected_option": option("Sales")}),
        (typed("checkboxes", options=OPTIONS), ["Sales", "Talent"], {"selected_options": OPTIONS}),
        (typed("multi_static_select", options=OPTIONS), ["Sales"], {"selected_options": [option("Sales")]}),
        (typed("users_select"), "ravi", {"selected_user": "U0RAVI0000"}),
        (typed("multi_users_select"), ["ravi", "rita"], {"selected_users": ["U0RAVI0000", "U0RITA0000"]}),
        (typed("channels_select"), "wins", {"selected_channel": "C0WINS0001"}),
        (typed("conversations_select"), "#leads", {"selected_conversation": "C0LEADS001"}),
    ],
)
def test_an_input_arrives_as(
    sandbox: Sandbox, app: App, client: WebClient, element: Json, given: object, state: Json
) -> None:
    erin = opens(sandbox, app, client, asks("It", element))

    erin.sets("It", given)
    assert erin.submits() == {}

    assert app.heard[-1]["view"]["state"]["values"]["it"]["it"] == {"type": element["type"], **state}


@pytest.mark.parametrize(
    ("element", "given", "said"),
    [
        (typed("email_text_input"), "jane", "Please enter a valid email address."),
        (typed("number_input", is_decimal_allowed=False), "1.5", "Please enter a whole number."),
        (typed("number_input", is_decimal_allowed=True), "1.000,50", "Please enter a valid number."),
        (typed("number_input", is_decimal_allowed=True), "NaN", "Please enter a valid number."),
        (typed("number_input", is_decimal_allowed=True, min_value="1"), "-1", "Please enter a number in the range."),
        (typed("plain_text_input", min_length=3), "ab", "Please enter at least 3 characters."),
        (typed("plain_text_input", max_length=3), "abcd", "Please enter at most 3 characters."),
    ],
)
def test_slack_itself_refuses(
    sandbox: Sandbox, app: App, client: WebClient, element: Json, given: object, said: str
) -> None:
    erin = opens(sandbox, app, client, asks("It", element))

    erin.sets("It", given)

    assert erin.submits() == {"It": said}
    assert len(app.heard) == 1


def test_an_answer_may_push_update_and_clear(sandbox: Sandbox, app: App, client: WebClient) -> None:
    erin = opens(sandbox, app, client, section("one"))
    answers: list[Json] = [
        {"response_action": "push", "view": modal(section("two"))},
        {"response_action": "update", "view": modal(section("three"))},
        {"response_action": "clear"},
    ]
    app.answers["view_submission"] = lambda _: answers.pop(0)

    depths = []
    for _ in range(3):
        erin.submits()
        depths.append(len(erin.forms))

    assert depths == [2, 2, 0]


def test_a_form_that_is_sent_uncovers_the_one_below(sandbox: Sandbox, app: App, client: WebClient) -> None:
    erin = opens(sandbox, app, client, section("one"), actions(button("More")))
    app.answers["block_actions"] = lambda payload: push(client, payload, modal(section("two")))
    erin.clicks("More")
    assert len(erin.forms) == 2

    erin.submits()

    assert [view.body["blocks"][0]["text"]["text"] for view in erin.forms] == ["one"]


def test_an_answer_with_a_view_that_slack_refuses_is_trouble(sandbox: Sandbox, app: App, client: WebClient) -> None:
    erin = opens(sandbox, app, client, section("one"))
    app.answers["view_submission"] = lambda _: {"response_action": "update", "view": modal(title=plain("x" * 25))}

    (said,) = erin.submits().values()

    assert "must be less than 25 characters" in said


def test_closing_is_told_to_those_who_asked(sandbox: Sandbox, app: App, client: WebClient) -> None:
    quiet, told = {"notify_on_close": False}, {"notify_on_close": True}

    for wish in (quiet, told):
        opens(sandbox, app, client, section(), **wish).closes()

    closed = [one for one in app.heard if one.get("type") == "view_closed"]
    assert [one["is_cleared"] for one in closed] == [False]
    assert "trigger_id" not in closed[0]
    assert sandbox.human("erin").forms == []


def test_an_input_without_ids_forgets_what_was_typed(sandbox: Sandbox, app: App, client: WebClient) -> None:
    nameless = {"type": "input", "label": plain("Company"), "element": {"type": "plain_text_input"}}
    erin = opens(sandbox, app, client, nameless)
    erin.sets("Company", "Acme")
    assert erin.form is not None

    client.views_update(view_id=erin.form.id, view=modal(nameless))

    ((state,),) = ([*typing.values()] for typing in erin.form.state.values())
    assert state["value"] is None


def test_an_input_that_dispatches_tells_at_once(sandbox: Sandbox, app: App, client: WebClient) -> None:
    erin = opens(sandbox, app, client, asks("Kind", select("Sales", "Talent"), dispatch_action=True))

    erin.sets("Kind", "Talent")

    (act,) = app.heard[-1]["actions"]
    assert act["selected_option"]["value"] == "talent"
    assert app.heard[-1]["view"]["state"]["values"]["kind"]["pick"]["selected_option"]["value"] == "talent"


def test_menus_in_messages_act(sandbox: Sandbox, app: App, client: WebClient) -> None:
    menu = {"type": "overflow", "action_id": "more", "options": [option("Withdraw"), option("Edit")]}
    shown = [actions(menu, select("Sales", "Talent"))]
    client.chat_postMessage(channel="C0LEADS001", text="Acme", blocks=shown)
    erin = sandbox.human("erin")

    erin.clicks("Edit")
    erin.picks("Talent")

    assert [one["actions"][0]["selected_option"]["value"] for one in app.heard] == ["edit", "talent"]


def test_an_external_select_offers_what_the_app_suggests(sandbox: Sandbox, app: App, client: WebClient) -> None:
    erin = opens(sandbox, app, client, asks("Lead", typed("external_select")))
    app.answers["block_suggestion"] = lambda payload: {"options": [option(payload["value"].title())]}
    assert erin.form is not None

    (offered,) = erin.suggestions(erin.form, "lead", "it", "acme")
    erin.fills("lead", "it", offered)

    assert erin.form.state["lead"]["it"]["selected_option"] == option("Acme")
