"""Taking back what one gave: at once, or through whoever has it; and having it forgotten for good."""

import pytest

from sandbox.sight import DM
from tests.slack.company import Company


@pytest.fixture
def asked_back(worked: Company) -> Company:
    """Ravi has Acme, and Erin has asked him to withdraw it."""
    worked.erin.clicks("Withdraw", on=DM)
    worked.later(minutes=2)
    return worked


def test_whoever_has_it_withdraws_it_in_one_tap_and_who_gave_it_hears(asked_back: Company) -> None:
    slack = asked_back
    assert "You asked for it to be withdrawn." in slack.erin.messages[0]
    assert "Withdraw" not in slack.erin.messages[0]

    slack.ravi.clicks("Withdraw", on=DM)

    assert slack.ravi.told == "Withdrawn. Undo"
    assert "Withdrawn" in slack.cards("Acme")[0]
    slack.later(minutes=2)
    assert "Ravi Rao withdrew it" in slack.erin.last


def test_whoever_has_it_answers_instead_and_goes_on(asked_back: Company) -> None:
    slack = asked_back

    slack.ravi.clicks("Write to Erin", on=DM)
    slack.ravi.fills(word="They would like to go on, and so would I.")

    slack.later(minutes=2)
    assert "They would like to go on" in slack.erin.last
    assert "Ravi Rao has it" in slack.cards("Acme")[0]


def test_asking_twice_asks_once(worked: Company) -> None:
    receipt = worked.erin.human.dms()[0]
    old = list(receipt.blocks)
    worked.erin.clicks("Withdraw", on=DM)
    worked.later(minutes=2)
    heard = len(worked.ravi.messages)
    receipt.blocks = old

    worked.erin.clicks("Withdraw", on=receipt)
    worked.later(minutes=2)

    assert worked.erin.told == "Somebody works it already, so they are asked to close it."
    assert len(worked.ravi.messages) == heard
    assert worked.thread("Acme").count("would like it withdrawn") == 1


def test_whoever_gets_it_next_is_asked_too_and_the_first_can_do_no_more(asked_back: Company) -> None:
    slack = asked_back

    slack.ravi.clicks("More…", on=DM)
    slack.ravi.clicks("Pass to…")
    slack.ravi.fills(owner="rita")
    slack.later(hours=5)

    assert "Erin Ortega would like Acme withdrawn" in " ".join(slack.rita.messages)
    assert "would like *Acme* withdrawn" not in " ".join(slack.ravi.messages)


def test_what_was_asked_ends_with_the_lead_and_is_not_there_when_it_is_opened_again(asked_back: Company) -> None:
    slack = asked_back
    slack.ravi.clicks("More…", on=DM)
    slack.ravi.clicks("Lost")
    slack.ravi.fills(reason="timing")
    slack.later(minutes=2)

    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Reopen")

    slack.ravi.types("/lead 1")
    assert "Withdraw" not in slack.ravi.form


def test_who_has_what_they_gave_withdraws_it_alone(slack: Company) -> None:
    slack.ravi.logs("Acme")
    slack.ravi.clicks("I'll take it", on="leads")

    slack.ravi.clicks("Withdraw", on=DM)

    assert slack.ravi.told == "Withdrawn. Undo"
    assert "Withdrawn" in slack.cards("Acme")[0]


def test_who_took_it_back_has_it_forgotten_and_the_credit_stays(slack: Company) -> None:
    slack.erin.logs("Acme, Jane Doe, jane@acme.example, needs payroll in Spain")
    slack.erin.clicks("Withdraw", on=DM)

    slack.erin.clicks("Erase what I gave", on=DM)

    assert slack.erin.told == "Erased, also from our messages. That you gave it stays."
    said = " ".join([*slack.erin.messages, *slack.cards(""), slack.thread("")])
    assert "Given by Erin Ortega" in said
    assert not [word for word in ("Acme", "Jane", "payroll") if word in said]
    slack.mona.types("/lead find acme")
    assert "Acme" not in slack.mona.form.replace("acme", "")


def test_what_is_forgotten_is_not_brought_back_by_undo(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.erin.clicks("Withdraw", on=DM)
    undo = slack.erin.human.ephemerals()[-1]
    slack.erin.clicks("Erase what I gave", on=DM)

    slack.erin.clicks("Undo", on=undo)

    assert slack.erin.told == "Nothing is known about this lead any more: it was erased."
