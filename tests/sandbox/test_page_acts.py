"""What acts at once on the page tells the app what Slack would: choices, menus, shortcuts, and what is in App Home."""

import pytest
from playwright.sync_api import Page, expect
from slack_sdk import WebClient

from sandbox.server import Sandbox
from tests.sandbox.app import App, Json
from tests.sandbox.little_app import button, plain

pytestmark = pytest.mark.browser

OPTIONS = [{"text": plain(text), "value": text.lower()} for text in ("Qualify", "Close")]


def actions(*elements: Json) -> list[Json]:
    return [{"type": "actions", "block_id": "moves", "elements": list(elements)}]


def heard(app: App) -> Json:
    """The one action that the app heard of last."""
    (action,) = app.heard[-1]["actions"]
    return dict(action)


def test_a_choice_in_a_message_is_heard_and_may_be_made_again(
    sandbox: Sandbox, app: App, client: WebClient, page: Page
) -> None:
    select = {"type": "static_select", "action_id": "update", "placeholder": plain("Update…"), "options": OPTIONS}
    client.chat_postMessage(channel=sandbox.world.channel("leads").id, text="Acme", blocks=actions(select))
    page.goto(f"{sandbox.url}/as/ravi/leads")

    with page.expect_response("**/act"):
        page.get_by_label("Update…").select_option("Qualify")

    assert heard(app)["selected_option"]["value"] == "qualify"
    expect(page.get_by_label("Update…")).to_have_value("")


def test_a_menu_opens_and_its_option_is_heard(sandbox: Sandbox, app: App, client: WebClient, page: Page) -> None:
    menu = {"type": "overflow", "action_id": "more", "options": OPTIONS}
    client.chat_postMessage(channel=sandbox.world.channel("leads").id, text="Acme", blocks=actions(menu))
    page.goto(f"{sandbox.url}/as/ravi/leads")

    page.get_by_role("button", name="More").click()
    with page.expect_response("**/act"):
        page.get_by_role("button", name="Close", exact=True).click()

    assert heard(app)["selected_option"]["value"] == "close"
    expect(page.get_by_role("button", name="Close", exact=True)).to_be_hidden()


def test_a_button_in_app_home_is_heard_with_its_view(sandbox: Sandbox, app: App, client: WebClient, page: Page) -> None:
    erin = sandbox.human("erin")
    client.views_publish(user_id=erin.id, view={"type": "home", "blocks": actions(button("Ask Ravi", "ask"))})
    page.goto(f"{sandbox.url}/as/erin/home")

    with page.expect_response("**/act"):
        page.get_by_role("button", name="Ask Ravi").click()

    assert heard(app)["action_id"] == "ask"
    assert app.heard[-1]["container"]["type"] == "view"
    assert app.events("app_home_opened")


def test_a_message_becomes_a_lead_by_its_shortcut(sandbox: Sandbox, app: App, page: Page) -> None:
    sandbox.human("wanda").says("Acme sighed about payroll", "general")
    page.goto(f"{sandbox.url}/as/erin/general")

    page.get_by_text("Acme sighed").hover()
    page.get_by_role("button", name="What to do with this message").click()
    with page.expect_response("**/shortcut"):
        page.get_by_role("button", name="Log this as a lead").click()

    assert (app.heard[-1]["type"], app.heard[-1]["message"]["text"]) == ("message_action", "Acme sighed about payroll")


def test_the_global_shortcut_is_beside_the_composer(sandbox: Sandbox, app: App, page: Page) -> None:
    page.goto(f"{sandbox.url}/as/erin/general")

    page.get_by_role("button", name="Shortcuts").click()
    with page.expect_response("**/shortcut"):
        page.get_by_role("button", name="Log a lead").click()

    assert app.heard[-1]["type"] == "shortcut"
