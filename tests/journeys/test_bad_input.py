"""What bad input gets: a sentence for the person; nothing typed is lost, and nothing is changed.

What each bad text gives stands in tests/injection/bad_inputs.md.
"""

from random import Random
from string import ascii_lowercase

import pytest

from sandbox.records import Value
from tests.slack.company import Company

BLANK = "Please write a word or two here."
ONE_WAY = pytest.mark.parametrize("first_day", ["sqlite-http"], indirect=True)
"""For what neither the database nor the way there has a part in."""


def test_a_name_of_nothing_is_refused_and_the_rest_stays(slack: Company) -> None:
    slack.erin.types("/lead")
    slack.erin.human.sets("reach", "jane@acme.example")

    errors = slack.erin.forged(name="\u200b\u200b")

    assert errors == {"name": BLANK}
    assert not slack.cards("")
    assert slack.erin.fills(name="Acme") == {}


@ONE_WAY
@pytest.mark.parametrize(("field", "most"), [("reach", 3000), ("need", 3000), ("help", 3000), ("name", 200)])
def test_as_long_as_may_be_is_kept_and_one_more_is_refused_under_its_field(
    slack: Company, field: str, most: int
) -> None:
    slack.erin.types("/lead")
    slack.erin.clicks("Add details")
    slack.erin.human.sets("name", "Acme")

    errors = slack.erin.forged(**{field: "x" * (most + 1)})

    assert errors == {field: f"That is too long: at most {most} characters, please."}
    assert not slack.cards("")
    assert slack.erin.forged(**{field: "x" * most}) == {}
    assert slack.cards("")


def test_an_address_that_is_longer_than_a_database_indexes_is_kept(slack: Company) -> None:
    """At random, since what repeats itself is made short there."""
    longest = "".join(Random(1).choices(ascii_lowercase, k=2800)) + "@acme.example"  # noqa: S311 - to be repeated

    slack.erin.logs("Acme", longest)
    slack.ravi.clicks("I'll take it", on="leads")

    assert longest[:100] in slack.ravi.contact


@ONE_WAY
@pytest.mark.parametrize("words", ["🦊" * 3000, "<" * 3000, "&" * 3000, "ﷺ" * 3000])
def test_three_thousand_of_anything_reach_the_owner(slack: Company, words: str) -> None:
    slack.erin.types("/lead")
    assert slack.erin.forged(name="Acme", reach=words) == {}

    slack.ravi.clicks("I'll take it", on="leads")

    assert "Acme" in slack.ravi.last
    slack.ravi.types("/lead 1")
    assert words[:50] in slack.ravi.form


@ONE_WAY
@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("<tel:+34911232323|+34 911 23 23 23>", "+34"),
        ("Jane <jane@b.example>", "jane@b.example"),
    ],
)
def test_slacks_own_markup_is_read_as_the_address(slack: Company, typed: str, address: str) -> None:
    slack.erin.logs("Acme", typed)

    slack.ravi.clicks("I'll take it", on="leads")

    assert address in slack.ravi.contact
    assert "mailto" not in slack.ravi.last


@ONE_WAY
@pytest.mark.parametrize(
    ("amount", "sentence"),
    [
        ("1e400", "That is not an amount. Write it like 12,500 or 12.500,00."),
        ("NaN", "That is not an amount. Write it like 12,500 or 12.500,00."),
        ("1,2,3", "That is not an amount. Write it like 12,500 or 12.500,00."),
        ("-5", "An amount is more than nothing."),
        ("9" * 20, "That is more than we can keep. Is there a digit too many?"),
        ("12.345", ""),
        ("1.000,50", ""),
        ("٣٤٥", ""),
    ],
)
def test_what_is_no_amount_is_refused_and_the_words_stay(worked: Company, amount: str, sentence: str) -> None:
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Won")

    errors = worked.ravi.forged(amount=amount, thanks="Thank you!")

    assert errors == ({"amount": sentence} if sentence else {})
    assert ("Won" in worked.cards("Acme")[0]) == (not sentence)


@ONE_WAY
@pytest.mark.parametrize(
    ("move", "typed", "under"),
    [
        ("Next step", {"step": "Call", "on": "2026-11-22"}, {"on": "That day is past. Choose a later one."}),
        ("Keep warm", {"on": "2026-11-22"}, {"on": "That day is past. Choose a later one."}),
        ("Keep warm", {"on": "2026-02-30"}, {"on": "That is not a day. Write it like 2026-12-25."}),
        ("Next step", {"step": "\u200b"}, {"step": "This is needed."}),
        ("Note for the team", {"note": " "}, {"note": "This is needed."}),
        ("Pass to…", {"owner": "ravi"}, {"owner": "Ravi Rao has it already."}),
        ("Pass to…", {"owner": "gus"}, {"owner": "Gus Green cannot take such leads. Choose somebody else."}),
        ("Pass to…", {"owner": "leadloop"}, {"owner": "Leadloop cannot take such leads. Choose somebody else."}),
    ],
)
def test_a_moves_form_says_what_is_wrong_under_its_field(
    worked: Company, move: str, typed: dict[str, Value], under: dict[str, str]
) -> None:
    card = worked.cards("Acme")
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks(move)

    errors = worked.ravi.forged(**typed)

    assert errors == under
    assert worked.cards("Acme") == card


@ONE_WAY
@pytest.mark.parametrize("number", ["999", "0", "#12345", "999999999999999999"])
def test_a_number_that_is_no_lead_says_so(slack: Company, number: str) -> None:
    slack.erin.types(f"/lead {number}")

    assert slack.erin.told == "There is no such lead."


@ONE_WAY
@pytest.mark.parametrize("value", ["999", "0", "-1", "1; drop table", "", "9" * 40, "\u0661", "null"])
def test_a_made_up_button_reads_as_a_lead_that_does_not_exist(slack: Company, value: str) -> None:
    press = {"type": "button", "action_id": "move:take", "block_id": "b", "value": value, "action_ts": "1.1"}

    slack.erin.human.forge({"actions": [press]})

    assert slack.erin.told == "There is no such lead."


@ONE_WAY
@pytest.mark.parametrize("move", ["nothing", "", "take:take", "unwin"])
def test_a_made_up_move_changes_nothing(worked: Company, move: str) -> None:
    card = worked.cards("Acme")
    press = {"type": "button", "action_id": f"move:{move}", "block_id": "b", "value": "1", "action_ts": "1.1"}

    worked.ravi.human.forge({"actions": [press]})

    assert worked.ravi.told
    assert worked.cards("Acme") == card


def test_a_button_pressed_twice_is_one_move(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")

    slack.sandbox.push.again("interactive")
    slack.settle()

    assert slack.ravi.told == "Yours. Undo"
    slack.later(minutes=3)
    assert len(slack.erin.messages) == 2


def test_a_form_that_arrives_twice_is_one_lead(slack: Company) -> None:
    slack.erin.logs("Acme")

    slack.sandbox.push.again("interactive")
    slack.settle()

    assert len(slack.cards("Acme")) == 1


def test_a_button_of_somebody_else_is_refused_privately(worked: Company) -> None:
    card, (owned,) = worked.cards("Acme"), worked.ravi.human.dms()[-1:]

    worked.wanda.human.acts(owned, *_ids(owned, "move:called"))
    worked.settle()

    assert worked.wanda.told == "That is for Ravi Rao, who has the lead."
    assert worked.cards("Acme") == card
    assert not worked.ravi.human.ephemerals()[1:]


def _ids(message: object, action: str) -> tuple[str, str]:
    return next(
        (str(block["block_id"]), action)
        for block in getattr(message, "blocks", [])
        for element in block.get("elements", [])
        if element.get("action_id") == action
    )
