"""Every input that Block Kit knows, filled in the browser, arrives at the app as Slack would have sent it."""

import pytest
from playwright.sync_api import Locator, Page, expect
from slack_sdk import WebClient

from sandbox.server import Sandbox
from tests.sandbox.app import App, Json
from tests.sandbox.little_app import form, plain

pytestmark = pytest.mark.browser

OPTIONS = [{"text": plain(text), "value": text.lower()} for text in ("One", "Two", "Three")]


def asked(label: str, kind: str, **more: object) -> Json:
    element = {"type": kind, "action_id": "it", **more}
    return {"type": "input", "block_id": label, "label": plain(label), "optional": True, "element": element}


INPUTS = [
    asked("Line", "plain_text_input"),
    asked("Lines", "plain_text_input", multiline=True),
    asked("Mail", "email_text_input"),
    asked("Link", "url_text_input"),
    asked("Number", "number_input", is_decimal_allowed=True),
    asked("Select", "static_select", options=OPTIONS),
    asked("Person", "users_select"),
    asked("Room", "conversations_select", filter={"include": ["public"]}),
    asked("Day", "datepicker"),
    asked("Time", "timepicker"),
    asked("Moment", "datetimepicker"),
    asked("Radio", "radio_buttons", options=OPTIONS),
    asked("Boxes", "checkboxes", options=OPTIONS, initial_options=OPTIONS[:1]),
    asked("People", "multi_users_select"),
    asked("Several", "multi_static_select", options=OPTIONS),
    asked("Nothing", "static_select", options=OPTIONS),
]


@pytest.fixture
def view(sandbox: Sandbox, app: App, client: WebClient, page: Page) -> Locator:
    """The form with every input, open before Erin in Madrid."""

    def opened(command: Json) -> None:
        client.views_open(trigger_id=command["trigger_id"], view={**form(), "blocks": INPUTS})

    app.answers["command"] = opened
    page.goto(f"{sandbox.url}/as/erin/leads")
    page.get_by_label("Message leads").fill("/lead")
    page.get_by_label("Message leads").press("Enter")
    return page.get_by_role("dialog")


def choose(view: Locator, group: str, opener: str, *choices: str) -> None:
    """Opens a list of several, and ticks those."""
    within = view.get_by_role("group", name=group).first
    within.get_by_text(opener, exact=True).click()
    for choice in choices:
        within.get_by_label(choice).check()


def fill(view: Locator) -> None:
    for label, typed in (("Mail", "jane@acme.example"), ("Link", "https://acme.example"), ("Number", "1000.50")):
        view.get_by_label(label).fill(typed)
    view.get_by_label("Line", exact=False).first.fill("One line")
    view.get_by_label("Lines").fill("Two\nlines")
    view.get_by_label("Select").select_option("Two")
    view.get_by_label("Person").select_option("Ravi Rao")
    view.get_by_label("Room").select_option("#wins")
    view.get_by_label("Day").fill("2026-12-01")
    view.get_by_label("Time").fill("09:30")
    view.get_by_label("Moment").fill("2026-12-01T09:30")
    view.get_by_role("group", name="Radio").get_by_label("Three").check()
    view.get_by_role("group", name="Boxes").get_by_label("One").uncheck()
    view.get_by_role("group", name="Boxes").get_by_label("Two").check()
    choose(view, "People", "Choose…", "Ravi Rao", "Rita Rossi")
    choose(view, "Several", "Choose…", "One", "Three")


def test_what_is_typed_and_chosen_is_what_the_app_hears(view: Locator, app: App, sandbox: Sandbox) -> None:
    fill(view)
    view.get_by_role("button", name="Send").last.click()
    expect(view).to_have_count(0)

    heard = {label: simple(state["it"]) for label, state in app.heard[-1]["view"]["state"]["values"].items()}
    ravi, rita = sandbox.human("ravi").id, sandbox.human("rita").id
    assert heard == {
        "Line": "One line",
        "Lines": "Two\nlines",
        "Mail": "jane@acme.example",
        "Link": "https://acme.example",
        "Number": "1000.50",
        "Select": "two",
        "Person": ravi,
        "Room": sandbox.world.channel("wins").id,
        "Day": "2026-12-01",
        "Time": "09:30",
        "Moment": 1796113800,  # half past nine in Madrid
        "Radio": "three",
        "Boxes": ["two"],
        "People": [ravi, rita],
        "Several": ["one", "three"],
        "Nothing": None,
    }


def test_a_private_place_is_not_offered_where_the_app_asks_for_public_ones(view: Locator) -> None:
    expect(view.get_by_label("Room").locator("option")).to_have_text(["Choose…", "#general", "#leads", "#wins"])


def simple(state: Json) -> object:
    """What stands in an input's state, with options as their values."""
    (value,) = (found for name, found in state.items() if name != "type")
    if isinstance(value, dict):
        return value["value"]
    return [one["value"] if isinstance(one, dict) else one for one in value] if isinstance(value, list) else value


def test_a_file_is_chosen_in_a_form_and_stays_where_it_is_sent_again(
    sandbox: Sandbox, app: App, client: WebClient, page: Page
) -> None:
    wanted = [
        asked("List", "file_input", filetypes=["csv"], max_files=1),
        asked("Mail", "email_text_input"),
        asked("Lines", "plain_text_input", multiline=True),
    ]

    def opened(command: Json) -> None:
        client.views_open(trigger_id=command["trigger_id"], view={**form(), "blocks": wanted})

    app.answers["command"] = opened
    page.goto(f"{sandbox.url}/as/erin/leads")
    page.get_by_label("Message leads").fill("/lead")
    page.get_by_label("Message leads").press("Enter")
    view = page.get_by_role("dialog")

    view.get_by_label("List").set_input_files({"name": "leads.csv", "mimeType": "text/csv", "buffer": b"name\nAcme\n"})
    view.get_by_label("Mail").fill("nothing")
    view.get_by_label("Lines").fill("Two\nlines")
    view.get_by_role("button", name="Send").last.click()
    expect(view.get_by_text("Please enter a valid email address.")).to_be_visible()
    expect(view.get_by_text("leads.csv")).to_be_visible()
    view.get_by_label("Mail").fill("jane@acme.example")
    view.get_by_role("button", name="Send").last.click()
    expect(view).to_have_count(0)

    heard = app.heard[-1]["view"]["state"]["values"]
    (file,) = heard["List"]["it"]["files"]
    assert (file["name"], file["size"], sandbox.world.files[file["id"]].data) == ("leads.csv", 10, b"name\nAcme\n")
    assert heard["Lines"]["it"]["value"] == "Two\nlines"
