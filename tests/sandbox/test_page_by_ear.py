"""The page as somebody uses it who hears it: by the tree that Chromium gives to a screen reader."""

import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from slack_sdk import WebClient

from handlers.slack import messages
from sandbox.server import Sandbox
from tests.sandbox.app import App
from tests.sandbox.little_app import LittleApp
from tests.slack import values

pytestmark = pytest.mark.browser

NAMELESS = re.compile(
    r"- (?:button|link|textbox|combobox|checkbox|radio|img|dialog|navigation|form)(?: \[[^\]]*\])*:?$"
)
LEVELS = """[...document.querySelectorAll("h1, h2, h3, h4")]
  .filter((one) => one.checkVisibility()).map((one) => +one.tagName[1])"""


def heard(page: Page) -> list[str]:
    return page.locator("body").aria_snapshot().splitlines()


def skipped(page: Page) -> list[tuple[int, int]]:
    """Pairs of headings between which one is left out."""
    levels = [0, *page.evaluate(LEVELS)]
    return [(above, below) for above, below in pairwise(levels) if below > above + 1]


def test_all_of_the_page_has_a_name_and_headings_follow_each_other(
    sandbox: Sandbox, client: WebClient, page: Page
) -> None:
    for shown in values.everything(values.lead(), "Ravi Rep"):
        said: dict[str, Any] = messages.render(shown, None)
        if said.get("blocks") and "drawing" not in str(said):
            client.chat_postMessage(channel="C0LEADS001", text=said["text"], blocks=said["blocks"])
    home: dict[str, Any] = messages.render(values.home(values.lead(), "Erin"), None)
    client.views_publish(user_id=sandbox.human("erin").id, view=home["view"])

    for place in ("leads", "home"):
        page.goto(f"{sandbox.url}/as/erin/{place}")
        assert [line for line in heard(page) if NAMELESS.search(line)] == []
        assert skipped(page) == []
        assert page.get_by_role("main").count() == page.get_by_role("navigation", name="Places").count() == 1


def test_focus_goes_into_a_form_and_back_to_what_opened_it(
    sandbox: Sandbox, app: App, little_app: LittleApp, page: Page
) -> None:
    app.answers["block_actions"] = little_app.opened
    little_app.post("Acme")
    page.goto(f"{sandbox.url}/as/erin/leads")

    for opener in (page.get_by_role("button", name="I'll take it"), page.get_by_label("Message leads")):
        opener.focus()
        page.keyboard.type("/lead")
        page.keyboard.press("Enter")
        form = page.get_by_role("dialog", name="A new lead")
        expect(form).to_be_visible()
        assert form.evaluate("one => one.matches(':modal') && one.contains(document.activeElement)")
        page.keyboard.press("Escape")
        expect(form).to_have_count(0)
        expect(opener).to_be_focused()


def test_what_comes_is_read_out_without_being_looked_for(sandbox: Sandbox, page: Page) -> None:
    page.goto(f"{sandbox.url}/as/erin/leads")

    sandbox.human("wanda").says("Good news", "leads")

    news = page.get_by_role("log", name="Messages").get_by_role("article", name=re.compile("Wanda Weber"))
    expect(news).to_contain_text("Good news")
    expect(page.get_by_role("log", name="Messages")).to_have_attribute("aria-live", "polite")
