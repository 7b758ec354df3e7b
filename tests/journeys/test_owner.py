"""The owner's message: the lead with how to reach it, three likely moves, one-tap contact, and More."""

import json

import pytest

from sandbox import finding
from sandbox.records import Value
from tests.slack.company import Company

TOUCHES = ["Contact", "I called", "I wrote", "We met", "More…"]


@pytest.fixture
def owned(slack: Company) -> Company:
    """Ravi has it."""
    slack.erin.logs("Acme", "Jane, jane@acme.example, +34 911 23 23 23, acme.example", person="Jane Doe")
    slack.ravi.clicks("I'll take it", on="leads")
    return slack


def buttons(slack: Company) -> list[str]:
    return finding.labels(slack.ravi.human.dms()[-1])


def test_contact_holds_all_that_is_needed_to_call_and_the_message_nothing_of_it(owned: Company) -> None:
    said = json.dumps(owned.ravi.human.dms()[-1].blocks)

    owned.ravi.clicks("Contact", on="dm")

    assert "Jane Doe" in owned.ravi.form
    links = links_of(owned.ravi.human.top_form().body["blocks"])
    assert {"mailto:jane@acme.example", "tel:+34911232323"} <= set(links)
    assert [word for word in ("jane@", "911") if word in said] == []


def test_one_tap_below_the_number_says_that_one_called(owned: Company) -> None:
    owned.ravi.clicks("Contact", on="dm")
    owned.ravi.clicks("I called")

    assert owned.ravi.told == "Noted: you called. Undo"
    assert "Last spoke" in owned.ravi.last


@pytest.mark.parametrize(
    ("moves", "likely"),
    [
        ([], ["Spoke to them", "Meeting booked", "Keep warm"]),
        ([("Spoke to them", {})], ["Meeting booked", "Proposal sent", "Keep warm"]),
        ([("Meeting booked", {"on": "2026-12-01"})], ["Proposal sent", "Won", "Lost"]),
        ([("Proposal sent", None)], ["Won", "Lost", "Meeting booked"]),
    ],
)
def test_the_three_likely_moves_follow_the_lead(
    owned: Company, moves: list[tuple[str, dict[str, Value] | None]], likely: list[str]
) -> None:
    for button, typed in moves:
        owned.ravi.clicks("More…", on="dm")
        owned.ravi.clicks(button)
        if typed is not None:
            assert owned.ravi.fills(**typed) == {}

    assert buttons(owned) == [*likely, *TOUCHES]


def test_it_is_one_message_that_is_edited(owned: Company) -> None:
    owned.ravi.clicks("I called", on="dm")
    owned.later(minutes=5)

    assert len(owned.ravi.messages) == 1
    assert "Last spoke" in owned.ravi.last


def test_who_has_it_no_more_cannot_reach_them_any_more(owned: Company) -> None:
    owned.ravi.clicks("More…", on="dm")
    owned.ravi.clicks("Pass to…")
    owned.ravi.fills(owner="rita")
    owned.later(hours=6)

    assert owned.ravi.last.startswith("Rita Rossi has Acme · Jane now.")
    assert "jane@acme.example" in owned.rita.contact
    owned.ravi.types("/lead 1")
    assert "jane@acme.example" not in owned.ravi.form


def test_a_new_owner_reads_the_word_that_came_with_it_and_the_referrer_does_not(owned: Company) -> None:
    owned.ravi.clicks("More…", on="dm")
    owned.ravi.clicks("Pass to…")
    owned.ravi.fills(owner="rita", note="They speak Italian only")
    owned.later(hours=6)

    assert "They speak Italian only" in owned.rita.last
    assert "passed it to Rita Rossi" in owned.erin.last
    assert "Italian" not in "".join(owned.erin.messages)


def test_given_back_it_waits_for_the_next(owned: Company) -> None:
    owned.ravi.clicks("More…", on="dm")
    owned.ravi.clicks("Give back")
    owned.ravi.fills(word="I am full until spring")
    owned.later(minutes=3)

    assert "gave it back, so that the right person can take it" in owned.erin.last
    assert "I am full until spring" in owned.erin.last
    owned.rita.clicks("I'll take it", on="leads")
    assert owned.rita.told == "Yours. Undo"


def test_a_manager_gives_it_and_the_new_owner_hears_when_it_can_stand(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")

    slack.mara.clicks("Update…", on="leads")
    slack.mara.clicks("Give to…")
    slack.mara.fills(owner="ravi")
    at_once = slack.ravi.messages
    slack.later(minutes=2)

    assert not at_once
    assert "jane@acme.example" in slack.ravi.contact


def links_of(given: Value) -> list[str]:
    if isinstance(given, list):
        return [url for one in given for url in links_of(one)]
    if not isinstance(given, dict):
        return []
    own = [str(given["url"])] if given.get("type") == "link" else []
    return own + [url for one in given.values() for url in links_of(one)]


def test_who_sleeps_is_told_in_the_morning_whatever_happens_to_the_lead_until_then(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.mara.types("/lead 1")  # four in the morning where Rita is
    slack.mara.clicks("Give to…")
    slack.mara.fills(owner="rita")

    slack.later(minutes=10)
    slack.wanda.clicks("I know them", on="leads")
    slack.wanda.fills(word="I know their accountant")
    slack.later(minutes=10)
    at_night = slack.rita.messages
    slack.later(hours=4)

    assert at_night == []
    assert "Given by Erin Ortega" in slack.rita.messages[0]
    assert "I know their accountant" in slack.rita.messages[0]


def test_who_had_it_only_while_asleep_never_hears_of_it(slack: Company) -> None:
    slack.erin.logs("Acme")
    for owner in ("rita", "ravi"):
        slack.mara.types("/lead 1")
        slack.mara.clicks("Give to…")
        slack.mara.fills(owner=owner)
        slack.later(minutes=10)

    slack.later(hours=4)

    assert "Given by Erin Ortega" in slack.ravi.last
    assert slack.rita.messages == []
