"""Correcting a lead that somebody works already: its owner takes it over in one tap, and nothing gets lost."""

import pytest

from bot.ids import LeadId
from sandbox import finding
from sandbox.records import Message
from sandbox.sight import DM
from tests.slack.company import Company


@pytest.fixture
def ravi_has_it(slack: Company) -> Company:
    slack.erin.logs("Acmee", "jane@acme.example, needs payroll")
    slack.ravi.clicks("I'll take it", on="leads")
    return slack


def corrects(slack: Company, **fields: str) -> dict[str, str]:
    slack.erin.clicks("Correct it", on=DM)
    return slack.erin.fills(**fields)


def button(message: Message, text: str) -> tuple[str, str]:
    found = finding.button(message, text)
    assert found
    return found[0].ids


def test_the_owner_takes_a_correction_over_in_one_tap_and_who_sent_it_hears(ravi_has_it: Company) -> None:
    slack = ravi_has_it

    assert corrects(slack, name="Acme", reach="jane.doe@acme.example, needs payroll") == {}

    assert slack.erin.told == "Sent to Ravi Rao, who has it. You will hear."
    assert slack.cards("Acmee\n"), "nothing has changed yet"
    assert "Erin Ortega would correct Acmee: the company or person and the e-mail address." in slack.ravi.last

    slack.ravi.clicks("Take it over", on=DM)

    assert slack.ravi.told == "Taken over, and whoever gave it hears so."
    assert slack.cards("Acme\n")
    assert "Ravi Rao took over your correction of Acme." in slack.erin.last
    assert "jane.doe@acme.example" in slack.ravi.contact
    slack.mona.types("/lead find acme")
    assert "Acme" in slack.mona.form


def test_the_owner_reads_what_would_change_before_they_decide(ravi_has_it: Company) -> None:
    slack = ravi_has_it
    corrects(slack, reach="jane.doe@acme.example, needs payroll")

    slack.ravi.clicks("See what changes", on=DM)

    assert "The e-mail address\nNow: jane@acme.example\nThen: jane.doe@acme.example" in slack.ravi.form
    with slack.store.read() as unit:
        assert unit.disclosures(LeadId(1))[-1].person == slack.person("ravi"), "that they looked is noted"


def test_no_message_shows_how_to_reach_them(ravi_has_it: Company) -> None:
    slack = ravi_has_it

    corrects(slack, reach="jane.doe@acme.example, +34 911 23 23 23")

    slack.ravi.clicks("Take it over", on=DM)
    for person in (slack.erin, slack.ravi):
        assert "jane" not in " ".join(person.messages)
    assert "jane" not in " ".join([*slack.cards("Acmee"), slack.thread("Acmee")])


def test_what_is_left_as_it_is_is_told_and_can_still_be_taken_over(ravi_has_it: Company) -> None:
    slack = ravi_has_it
    corrects(slack, name="Acme")

    slack.ravi.clicks("Leave it as it is", on=DM)

    assert slack.cards("Acmee\n")
    assert "Ravi Rao read your correction of Acmee and left it as it is." in slack.erin.last

    slack.ravi.clicks("Take it over", on=DM)

    assert slack.cards("Acme\n")
    assert "took over your correction" in slack.erin.last
    assert "left it as it is" not in " ".join(slack.erin.messages)


def test_nothing_changed_is_nothing_to_correct(ravi_has_it: Company) -> None:
    errors = corrects(ravi_has_it)

    assert list(errors.values()) == ["Nothing here is different from what is known."]


def test_the_newer_correction_is_the_one_that_counts(ravi_has_it: Company) -> None:
    slack = ravi_has_it
    corrects(slack, name="Acm")
    first = slack.ravi.human.dms()[-1]
    old = list(first.blocks)

    corrects(slack, name="Acme")

    assert "They have corrected it anew since." in slack.ravi.messages[-2]
    assert "Take it over" not in slack.ravi.messages[-2]
    slack.ravi.clicks("Take it over", on=DM)
    assert slack.cards("Acme\n")
    first.blocks = old
    slack.ravi.human.acts(first, *button(first, "Take it over"))
    slack.settle()
    assert slack.ravi.told == "They have corrected it anew since."
    assert slack.cards("Acme\n")


def test_a_second_click_says_that_it_is_done(ravi_has_it: Company) -> None:
    slack = ravi_has_it
    corrects(slack, name="Acme")
    message = slack.ravi.human.dms()[-1]
    old = list(message.blocks)
    slack.ravi.clicks("Take it over", on=DM)
    message.blocks = old

    slack.ravi.human.acts(message, *button(message, "Take it over"))
    slack.settle()

    assert slack.ravi.told == "That is taken over already."


def test_whoever_gets_the_lead_gets_what_nobody_has_decided(ravi_has_it: Company) -> None:
    slack = ravi_has_it
    corrects(slack, name="Acme")
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Pass to…")
    slack.ravi.fills(owner="rita")
    slack.later(hours=5)  # she sleeps until then

    slack.rita.clicks("Take it over", on=DM)

    assert slack.cards("Acme\n")
    assert "would correct" not in " ".join(slack.ravi.messages)


def test_what_is_typed_while_somebody_takes_the_lead_is_sent_to_them(slack: Company) -> None:
    slack.erin.logs("Acmee")
    slack.erin.clicks("Edit")
    slack.ravi.clicks("I'll take it", on="leads")

    assert slack.erin.fills(name="Acme") == {}

    assert slack.erin.told == "Sent to Ravi Rao, who has it. You will hear."
    slack.ravi.clicks("Take it over", on=DM)
    assert slack.cards("Acme\n")


def test_what_is_corrected_while_it_is_given_back_stands_and_loses_nothing(slack: Company) -> None:
    slack.erin.logs("Acmee", aware=["yes"])
    slack.ravi.clicks("I'll take it", on="leads")
    slack.erin.clicks("Correct it", on=DM)
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Give back")
    slack.ravi.submits()

    assert slack.erin.fills(name="Acme") == {}

    assert slack.cards("Acme\n")
    with slack.store.read() as unit:
        assert unit.given_by(slack.person("erin"), limit=1).items[0].aware


def test_what_its_giver_edits_alone_since_is_not_taken_back_by_an_older_correction(ravi_has_it: Company) -> None:
    slack = ravi_has_it
    corrects(slack, name="Acm")
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Give back")
    slack.ravi.submits()
    slack.erin.clicks("Edit", on=DM)
    slack.erin.fills(name="Acme")

    slack.ravi.clicks("I'll take it", on="leads")

    assert "Take it over" not in " ".join(slack.ravi.messages)
    assert slack.cards("Acme\n")


def test_who_has_what_they_gave_edits_it_themselves(slack: Company) -> None:
    slack.ravi.logs("Acmee")
    slack.ravi.clicks("I'll take it", on="leads")

    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Edit")
    slack.ravi.fills(name="Acme")

    assert slack.cards("Acme\n")


def test_nobody_is_asked_while_they_are_away_and_their_cover_decides(ravi_has_it: Company) -> None:
    slack = ravi_has_it
    slack.ravi.opens_home()
    slack.ravi.clicks("I am away…", on="home")
    slack.ravi.fills(until="2026-12-04", cover="rita")

    corrects(slack, name="Acme")
    slack.later(hours=5)

    assert "would correct" not in " ".join(slack.ravi.messages)
    slack.rita.clicks("Take it over", on=DM)
    assert slack.cards("Acme\n")


def test_a_lead_that_is_closed_is_corrected_no_more(ravi_has_it: Company) -> None:
    slack = ravi_has_it
    corrects(slack, name="Acme")
    slack.erin.clicks("Correct it", on=DM)
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Lost")
    slack.ravi.fills(reason="timing")

    errors = slack.erin.fills(name="Acme Two")

    assert list(errors.values()) == ["It has moved on. Now: Lost, and Ravi Rao has it."]
    assert "Take it over" not in " ".join(slack.ravi.messages)
    assert "Correct it" not in slack.erin.messages[0]
