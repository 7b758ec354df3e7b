"""The page as people use it: in headless Chromium, with an app that answers."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from sandbox.page import routes
from sandbox.server import Sandbox
from tests.sandbox.little_app import LittleApp

pytestmark = pytest.mark.browser


def be(page: Page, sandbox: Sandbox, name: str, place: str = "leads") -> None:
    page.goto(f"{sandbox.url}/as/{name}/{place}")


def types(page: Page, text: str) -> None:
    page.get_by_label("Message leads").fill(text)
    page.get_by_label("Message leads").press("Enter")


def test_a_lead_goes_from_the_composer_to_a_card_and_is_taken_by_somebody_else(
    sandbox: Sandbox, little_app: LittleApp, page: Page
) -> None:
    page.goto(sandbox.url)
    page.get_by_role("link", name="Erin Ortega").click()
    types(page, "/lead Acme")
    page.get_by_label("Company or person").fill("Acme")
    page.get_by_label("What you know").fill("Needs payroll")
    page.get_by_role("button", name="Send").last.click()
    expect(page.get_by_role("dialog")).to_have_count(0)

    page.get_by_role("button", name="Erin").first.click()
    page.get_by_role("link", name="Ravi").first.click()
    page.get_by_role("button", name="I'll take it").click()

    expect(page.get_by_text("ravi: take")).to_be_visible()
    expect(page.get_by_text("(edited)")).to_be_visible()
    assert little_app.heard[-1]["user"]["name"] == "ravi"


def test_a_refused_form_says_why_under_the_field_and_keeps_what_was_typed(
    sandbox: Sandbox, little_app: LittleApp, page: Page
) -> None:
    be(page, sandbox, "erin")
    types(page, "/lead")
    page.get_by_label("Company or person").fill("Acme")
    page.get_by_role("button", name="Send").last.click()

    expect(page.get_by_label("What you know")).to_have_accessible_description("Say one thing that you know.")
    expect(page.get_by_label("What you know")).to_be_focused()
    expect(page.get_by_label("Company or person")).to_have_value("Acme")
    assert len(little_app.heard) == 2


def test_details_open_in_place_and_what_was_typed_stays(sandbox: Sandbox, little_app: LittleApp, page: Page) -> None:
    be(page, sandbox, "erin")
    types(page, "/lead")
    page.get_by_label("What you know").fill("Needs payroll")

    page.get_by_role("button", name="Add details").click()

    expect(page.get_by_label("Come back on")).to_be_visible()
    expect(page.get_by_label("What you know")).to_have_value("Needs payroll")
    assert little_app.heard[-1]["view"]["state"]["values"]["know"]["know"]["value"] == "Needs payroll"


def test_a_grave_button_asks_first(sandbox: Sandbox, little_app: LittleApp, page: Page) -> None:
    little_app.post("Acme")
    be(page, sandbox, "ravi")

    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Keep it").click()
    assert little_app.heard == []

    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_text("ravi: close")).to_be_visible()


def test_what_others_say_comes_by_itself_and_disturbs_no_typing(sandbox: Sandbox, page: Page) -> None:
    be(page, sandbox, "erin")
    page.get_by_label("Message leads").fill("I was just about to")

    sandbox.human("wanda").says("Good news", "leads")

    expect(page.get_by_text("Good news")).to_be_visible()
    expect(page.get_by_label("Message leads")).to_have_value("I was just about to")
    expect(page.get_by_label("Message leads")).to_be_focused()


def test_a_leading_slash_offers_the_command(sandbox: Sandbox, page: Page) -> None:
    be(page, sandbox, "erin")

    page.get_by_label("Message leads").press_sequentially("/l")
    page.get_by_role("button", name="/lead").click()

    expect(page.get_by_label("Message leads")).to_have_value("/lead ")


def test_escape_closes_a_form_for_the_app_too(sandbox: Sandbox, little_app: LittleApp, page: Page) -> None:
    be(page, sandbox, "erin")
    types(page, "/lead")
    expect(page.get_by_role("dialog")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    assert little_app.heard
    assert sandbox.human("erin").form is None


def test_a_thread_is_read_and_answered_beside_the_channel(sandbox: Sandbox, page: Page) -> None:
    said = sandbox.human("erin").says("Who knows Acme?", "leads")
    be(page, sandbox, "rita")

    page.get_by_text("Who knows Acme?").hover()
    page.get_by_role("link", name="Reply in thread").click()
    page.get_by_label("Reply", exact=True).fill("I do")
    page.get_by_label("Reply", exact=True).press("Enter")

    expect(page.get_by_role("link", name="1 reply")).to_be_visible()
    assert sandbox.human("erin").messages("leads")[-1].thread_ts == said.ts


def test_a_file_needs_no_words(sandbox: Sandbox, page: Page) -> None:
    be(page, sandbox, "erin")
    brief: FilePayload = {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}

    page.get_by_label("Attach files").set_input_files([brief])
    expect(page.locator(".composer")).to_contain_text("brief.pdf")
    page.get_by_role("button", name="Send").last.click()

    expect(page.get_by_role("link", name="brief.pdf")).to_be_visible()
    expect(page.locator(".composer")).not_to_contain_text("brief.pdf")
    (file,) = sandbox.human("erin").messages("leads")[-1].files
    assert file.data == b"%PDF"


def test_an_hour_passes_at_a_click(sandbox: Sandbox, page: Page) -> None:
    before = sandbox.world.now()
    be(page, sandbox, "mara")

    page.get_by_role("button", name="+1 hour").click()
    assert sandbox.world.wait_until(lambda: (sandbox.world.now() - before).total_seconds() >= 3600)

    expect(page.get_by_role("status")).to_have_count(0)
    assert (sandbox.world.now() - before).total_seconds() < 3700


def test_who_looks_at_a_sandbox_that_has_stopped_is_told(page: Page) -> None:
    passing = Sandbox()
    passing.extra = routes(passing)
    with passing:
        be(page, passing, "erin")

    expect(page.get_by_role("alert")).to_contain_text("The sandbox has stopped")


def test_on_a_phone_the_places_are_behind_one_button(sandbox: Sandbox, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    be(page, sandbox, "erin")

    page.get_by_role("button", name="People and places").click()
    page.get_by_role("link", name="wins").click()

    expect(page.get_by_role("heading", name="wins")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
