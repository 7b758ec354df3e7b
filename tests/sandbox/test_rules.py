"""The sandbox refuses in blocks and views what Slack refuses; each case once seen to pass without its rule."""

import pytest

from sandbox import rules
from sandbox.refusal import RefusalError
from tests.sandbox.blocks import Json, actions, asks, button, home, modal, option, plain, section, select

CHECKS = {"type": "checkboxes", "action_id": "boxes"}
REFUSED_IN_MESSAGES: dict[str, tuple[list[object], str]] = {
    "51 blocks": ([{"type": "divider"}] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
    "an unknown block": ([{"type": "hologram"}], "unsupported type: hologram [json-pointer:/blocks/0/type]"),
    "a block that is null": ([None], "must provide an object [json-pointer:/blocks/0]"),
    "no type": ([{}], "missing required field: type [json-pointer:/blocks/0]"),
    "a section of nothing": ([{"type": "section"}], "missing required field: text or fields"),
    "an empty text": ([section("")], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    "3,001 characters": ([section("x" * 3001)], "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
    "11 fields": ([{"type": "section", "fields": [plain("x")] * 11}], "no more than 10 items allowed"),
    "a field of 2,001": ([{"type": "section", "fields": [plain("x" * 2001)]}], "must be less than 2001 characters"),
    "a header of 151": ([{"type": "header", "text": plain("x" * 151)}], "must be less than 151 characters"),
    "a header in mrkdwn": ([{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}], "unsupported type: mrkdwn"),
    "a button of 76": ([actions(button("x" * 76))], "must be less than 76 characters"),
    "a button's value of 2,001": ([actions(button(value="x" * 2001))], "must be less than 2001 characters"),
    "a loud style": ([actions(button(style="loud"))], "must be a valid enum value"),
    "26 buttons": ([actions(*(button(action=f"a{n}") for n in range(26)))], "no more than 25 items allowed"),
    "no buttons": ([actions()], "no fewer than 1 items allowed"),
    "11 in a context": ([{"type": "context", "elements": [plain("x")] * 11}], "no more than 10 items allowed"),
    "a button in a context": ([{"type": "context", "elements": [button()]}], "unsupported type: button"),
    "no options": ([actions(select())], "no fewer than 1 items allowed"),
    "101 options": ([actions(select(*map(str, range(101))))], "no more than 100 items allowed"),
    "an option of 76": ([actions(select("x" * 76))], "must be less than 76 characters"),
    "a choice that is none": (
        [actions(select("A", initial_option=option("B")))],
        "initial_option must be one of options",
    ),
    "11 boxes": (
        [actions({**CHECKS, "options": [option(str(n)) for n in range(11)]})],
        "no more than 10 items allowed",
    ),
    "6 in an overflow": (
        [actions({"type": "overflow", "options": [option(str(n)) for n in range(6)]})],
        "no more than 5 items allowed",
    ),
    "a confirm without a deny": (
        [actions(button(confirm={"title": plain("x"), "text": plain("x"), "confirm": plain("x")}))],
        "missing required field: deny",
    ),
    "the same block_id twice": ([section(block_id="a"), section(block_id="a")], "`block_id` a already exists"),
    "the same action_id twice": ([actions(button(), button())], "`action_id` take already exists"),
    "an invented property": ([section(colour="red")], "invalid additional property: colour"),
    "a picture of nothing": ([{"type": "image", "alt_text": "x"}], "missing required field: image_url or slack_file"),
    "a picture without words": (
        [{"type": "image", "image_url": "https://a.example/b.png"}],
        "missing required field: alt_text",
    ),
    "an unknown file": ([{"type": "image", "alt_text": "x", "slack_file": {"id": "F1"}}], "invalid slack file"),
    "30 February": ([actions({"type": "datepicker", "initial_date": "2026-02-30"})], "must be a valid date"),
    "two tables": ([{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]}] * 2, "only one table allowed"),
    "21 cells": (
        [{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * 21]}],
        "no more than 20 items allowed",
    ),
    "12,001 of markdown": ([{"type": "markdown", "text": "x" * 6001}] * 2, "must be less than 12001 characters"),
}
REFUSED_IN_VIEWS: dict[str, tuple[Json, str]] = {
    "neither modal nor home": ({"type": "page", "blocks": []}, "must be a valid enum value"),
    "101 blocks": (home(*[{"type": "divider"}] * 101), "no more than 100 items allowed"),
    "a title of 25": (
        modal(section(), title=plain("x" * 25)),
        "must be less than 25 characters [json-pointer:/view/title",
    ),
    "no title": (modal(section(), title=None), "missing required field: title"),
    "an input without submit": (modal(asks("Company"), submit=None), "missing required field: submit"),
    "3,001 of private metadata": (modal(section(), private_metadata="x" * 3001), "must be less than 3001 characters"),
    "a table in a modal": (modal({"type": "table", "rows": [[]]}), "unsupported type: table"),
    "an input that is a button": (modal(asks("Company", button())), "unsupported type: button"),
    "a length above 3,000": (
        modal(asks("Company", {"type": "plain_text_input", "max_length": 3001})),
        "must be between 1 and 3000",
    ),
    "a number that says not whether whole": (
        modal(asks("Amount", {"type": "number_input"})),
        "missing required field: is_decimal_allowed",
    ),
    "a home with a title": (home() | {"title": plain("Leads")}, "invalid additional property: title"),
    "two fields that want the cursor": (
        modal(*(asks(name, {"type": "plain_text_input", "focus_on_load": True}) for name in "ab")),
        "only one element can have focus_on_load",
    ),
}


@pytest.mark.parametrize("case", REFUSED_IN_MESSAGES)
def test_a_message_is_refused_with(case: str) -> None:
    blocks, complaint = REFUSED_IN_MESSAGES[case]

    with pytest.raises(RefusalError) as refused:
        rules.message(blocks, {})

    assert refused.value.code == "invalid_blocks"
    assert complaint in "\n".join(refused.value.more["response_metadata"]["messages"])


@pytest.mark.parametrize("case", REFUSED_IN_VIEWS)
def test_a_view_is_refused_with(case: str) -> None:
    view, complaint = REFUSED_IN_VIEWS[case]

    with pytest.raises(RefusalError) as refused:
        rules.view(view, {})

    assert refused.value.code == "invalid_arguments"
    assert complaint in "\n".join(refused.value.more["response_metadata"]["messages"])


def test_a_view_of_more_than_250_kilobytes_is_too_large() -> None:
    heavy = [section("x" * 3000, block_id=str(n)) for n in range(90)]

    with pytest.raises(RefusalError, match="view_too_large"):
        rules.view(home(*heavy), {})


def test_blocks_that_are_long_together_are_refused() -> None:
    with pytest.raises(RefusalError, match="msg_blocks_too_long"):
        rules.message([section("x" * 3000, block_id=str(n)) for n in range(5)], {})


def test_what_slack_takes_is_taken() -> None:
    rules.message([section("x" * 3000), actions(button("x" * 75), select("A", "B", initial_option=option("A")))], {})
    rules.view(modal(asks("Company"), asks("Kind", select("Sales", "Talent")), section()), {})
    rules.view(home(section(), {"type": "divider"}), {})
