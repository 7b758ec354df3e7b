"""How to reach somebody stands in forms, for those who may see it, and nowhere else; who looked is noted."""

import json
import logging
import re

import pytest

from bot.ids import LeadId
from handlers.slack.kit import ids
from sandbox.records import Json
from tests.slack.company import Company

REACH = "jane.doe@acme.example, +34 911 23 23 23, https://linkedin.com/in/janedoe"
TOLD = re.compile(r"jane\.doe|911 ?23|911232323|in/janedoe", re.IGNORECASE)
FORMS = {ids.LEAD, ids.EDIT, ids.PAGE, ids.CONTACT, ids.PRIVACY, ids.CORRECT, ids.MOVE}
VIEWS = {"views.open", "views.push", "views.update"}


@pytest.fixture
def story(slack: Company) -> Company:
    """People type it wherever they can, and Erin's lead goes its whole way."""
    told = f"Write to {REACH} soon"
    slack.erin.logs("Acme", f"{REACH}, {REACH}", person="Jane Doe", need=told, how_known=told, help=told, wanted="ravi")
    slack.later(minutes=3)
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("Contact", on="dm")
    slack.ravi.human.closes()
    slack.wanda.clicks("I know them", on="leads")
    slack.wanda.fills(word=told[:280])
    slack.ravi.clicks("Spoke to them", on="dm")
    slack.ravi.fills(word=told, values=told, buys=told)
    slack.ravi.clicks("More…", on="dm")
    slack.ravi.clicks("Next step")
    slack.ravi.fills(step=told, on="2026-11-27")
    slack.later(minutes=3)
    slack.erin.says(f"Do call {REACH}")
    slack.erin.clicks("Send to Ravi", on="dm")
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Pass to…")
    slack.ravi.fills(owner="rita", note=told)
    slack.later(days=1)
    slack.erin.types("/lead 1")
    slack.erin.clicks("Tell us what's wrong")
    slack.erin.fills(word=told)
    slack.mara.opens_home()
    slack.mara.clicks("Export as CSV", on="home")
    slack.later(minutes=3)
    slack.rita.types("/lead 1")
    slack.rita.clicks("Won")
    slack.rita.fills(thanks=told)
    slack.later(days=8)
    slack.sandbox.world.faults.down()
    slack.wanda.human.types(f"/lead Initech, {REACH}")
    slack.sandbox.world.faults.up()
    slack.settle()
    return slack


def test_a_whole_story_tells_how_to_reach_somebody_in_forms_alone(
    story: Company, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        story.later(days=1)

    calls = story.sandbox.world.calls
    said = [(call.method, json.dumps(call.args)) for call in calls if call.method not in VIEWS]
    assert len(said) > 50
    assert [(method, args) for method, args in said if TOLD.search(args)] == []
    assert [one.text for one in story.sandbox.world.ephemerals if TOLD.search(json.dumps(one.blocks) + one.text)] == []
    assert TOLD.search(caplog.text) is None
    assert [file.name for file in story.sandbox.world.files.values() if TOLD.search(file.name + file.title)] == []


def test_what_forms_carry_beside_what_is_read_tells_nothing(story: Company) -> None:
    views = [_view(call.args) for call in story.sandbox.world.calls if call.method in VIEWS]
    telling = [view for view in views if TOLD.search(json.dumps(view))]

    assert {view["callback_id"] for view in telling} <= FORMS
    assert {ids.PAGE, ids.CONTACT} <= {view["callback_id"] for view in telling}
    assert [view for view in views if TOLD.search(view.get("private_metadata", ""))] == []
    assert [value for view in views for value in _carried(view) if TOLD.search(value)] == []


def test_a_colleague_who_may_not_see_it_reads_the_rest_on_the_page(slack: Company) -> None:
    slack.erin.logs("Acme", f"{REACH}, likes tea", need=f"Payroll, see {REACH}")

    slack.wanda.types("/lead 1")

    assert "likes tea" in slack.wanda.form
    assert "Payroll" in slack.wanda.form
    assert TOLD.search(slack.wanda.form) is None


def test_an_admin_who_stands_in_for_the_desk_reads_it_only_while_nobody_has_the_lead(slack: Company) -> None:
    slack.works_with(desk=[])
    slack.erin.logs("Acme", "jane@acme.example")

    slack.ada.types("/lead 1")
    assert "jane@acme.example" in slack.ada.form
    slack.ada.human.closes()
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ada.types("/lead 1")

    assert "Ravi Rao has it" in slack.ada.form
    assert "jane@" not in slack.ada.form


def test_the_next_step_is_in_the_page_for_whoever_reads_it_on_the_card(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Next step")
    slack.ravi.fills(step="Call +34 600 123 456 about the price list", on="2026-11-27")

    for person in (slack.erin, slack.wanda):
        person.types("/lead 1")

    assert "Next step: Call +34 600 123 456 about the price list, 27 November 2026" in slack.erin.form
    assert "about the price list, 27 November 2026" in slack.wanda.form
    assert "600" not in slack.wanda.form


def test_who_was_shown_it_is_noted_and_who_was_not_is_not(slack: Company) -> None:
    slack.erin.logs("Acme", REACH)
    slack.erin.clicks("Edit")
    slack.erin.human.closes()
    slack.wanda.types("/lead 1")
    slack.ravi.clicks("I'll take it", on="leads")
    assert "acme.example" in slack.ravi.contact
    slack.ravi.clicks("More…", on="dm")
    slack.mara.opens_home()
    slack.mara.clicks("Export as CSV", on="home")

    with slack.store.read() as reading:
        seen = reading.disclosures(LeadId(1))
        names = {one.person: reading.person(one.person).first_name for one in seen}
    assert [(names[one.person], one.what.value) for one in seen] == [
        ("Erin", "form"),
        ("Ravi", "contact"),
        ("Ravi", "page"),
        ("Mara", "export"),
    ]


def _view(args: Json) -> Json:
    view: Json = json.loads(args["view"]) if isinstance(args["view"], str) else args["view"]
    return view


def _carried(given: object) -> list[str]:
    """The values and names of buttons and choices: what comes back when they are pressed."""
    if isinstance(given, list):
        return [one for each in given for one in _carried(each)]
    if not isinstance(given, dict):
        return []
    own = [str(given[name]) for name in ("value", "action_id", "block_id") if isinstance(given.get(name), str)]
    return own + [one for each in given.values() for one in _carried(each)]
