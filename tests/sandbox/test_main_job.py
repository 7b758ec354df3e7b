"""The main job as a newcomer does it after `make run`: clicked through in the browser, as four people."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sandbox.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
SLOWLY = 20_000
"""Milliseconds: the bot runs beside the browser, and days go by sweep by sweep."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with Stage(folder=tmp_path / "sandbox", port=0) as stage:
        yield stage.sandbox.url


class Newcomer:
    """One window, in which one is somebody, somewhere."""

    def __init__(self, page: Page, address: str) -> None:
        page.set_default_timeout(SLOWLY)
        expect.set_options(timeout=SLOWLY)
        self.page = page
        self.address = address

    def is_(self, name: str, place: str) -> None:
        self.page.goto(f"{self.address}/as/{name}/{place}")

    def types(self, text: str) -> None:
        self.page.locator(".composer textarea").fill(text)
        self.page.locator(".composer textarea").press("Enter")

    def presses(self, name: str) -> None:
        """The newest button whose name begins so."""
        self.page.get_by_role("button", name=re.compile(rf"^{re.escape(name)}")).last.click()

    def sends(self, button: str, **fields: str) -> None:
        """Fills the open form, by the beginning of each label, and sends it."""
        form = self.page.get_by_role("dialog")
        for label, text in fields.items():
            form.get_by_label(re.compile(rf"^{label.replace('_', ' ')}")).fill(text)
        form.get_by_role("button", name=button, exact=True).click()
        expect(form).to_have_count(0)

    def lets_pass(self, step: str) -> None:
        clock = self.page.get_by_role("region", name="The sandbox's time").get_by_role("time")
        was = clock.inner_text()
        self.presses(step)
        expect(clock).not_to_have_text(was)  # before it begins to pass, there is no status either
        expect(self.page.get_by_role("status")).to_have_count(0)

    def reads(self, *lines: str) -> None:
        for line in lines:
            expect(self.page.get_by_text(line).last).to_be_visible()


def test_four_people_bring_a_lead_from_one_line_to_the_thanks(address: str, page: Page) -> None:
    newcomer = Newcomer(page, address)

    newcomer.is_("ada", "home")
    newcomer.presses("Channels")
    for label, channel in (("Channel for leads", "#leads"), ("Channel for wins", "#wins")):
        page.get_by_label(label).select_option(label=channel)
    newcomer.sends("Save")

    newcomer.is_("erin", "leads")
    newcomer.types("/lead Acme, Jane Doe, jane@acme.example, needs payroll in Spain")
    newcomer.sends("Log it")
    newcomer.reads("Given by Erin Ortega")
    newcomer.is_("erin", "dm")
    newcomer.reads("This is lead no. 1, a possible customer.")

    newcomer.is_("ravi", "leads")
    newcomer.presses("I'll take it")
    newcomer.reads("Ravi Rao has it")
    newcomer.is_("wanda", "leads")
    newcomer.presses("I know them")
    newcomer.sends("Send", One_line_to_Ravi="We went to school together.")

    newcomer.lets_pass("+2 minutes")
    newcomer.is_("erin", "dm")
    newcomer.reads("Ravi Rao took it.")
    newcomer.lets_pass("Next Monday")
    newcomer.lets_pass("+1 day")
    newcomer.reads("There is no news from Ravi Rao yet.")

    newcomer.is_("ravi", "dm")
    newcomer.reads("We went to school together.")
    newcomer.presses("More…: Acme")
    newcomer.presses("Won: Acme")
    newcomer.sends("Save", Your_own_words_of_thanks="You opened the door, Erin.")
    newcomer.lets_pass("+2 minutes")

    newcomer.is_("erin", "dm")
    newcomer.reads("It is won.", "You opened the door, Erin.")
    newcomer.is_("wanda", "wins")
    newcomer.reads("Erin Ortega gave this lead, Ravi Rao worked it.", "With the help of Wanda Weber.")


CLICKS = """() => {
    window.clicks = 0;
    addEventListener("click", (event) => { if (event.isTrusted && event.detail) window.clicks += 1; }, true);
}"""
"""With a mouse or a finger; Enter in a field is none."""


def test_who_fills_in_two_fields_clicks_twice(address: str, page: Page) -> None:
    """`/lead` and Enter, the company, a click into the next field, a line about it, and *Log it*."""
    newcomer = Newcomer(page, address)
    newcomer.is_("erin", "leads")
    page.evaluate(CLICKS)

    newcomer.types("/lead")
    form = page.get_by_role("dialog")
    expect(form.get_by_label("Company or person")).to_be_focused()
    page.keyboard.type("Acme")
    form.get_by_label("How to reach them").click()
    page.keyboard.type("jane@acme.example")
    form.get_by_role("button", name="Log it").click()
    expect(form).to_have_count(0)

    assert page.evaluate("window.clicks") == 2
    newcomer.is_("erin", "dm")
    newcomer.reads("This is lead no. 1, a possible customer.")
