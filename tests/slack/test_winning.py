"""A win is thanked for once, in the owner's own words, and told to everybody."""

import pytest

from sandbox.records import Value
from tests.slack.company import Company


def wins(worked: Company, **typed: Value) -> dict[str, str]:
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Won")
    return worked.ravi.fills(**typed)


def test_the_owners_words_reach_the_referrer_and_the_wins_channel(worked: Company) -> None:
    errors = wins(worked, thanks="You opened the door.", amount="12.500,00", may_name="yes")
    worked.later(minutes=2)

    assert not errors
    assert "You opened the door." in worked.erin.last
    (post,) = worked.cards("Won", "wins")
    assert "Acme" in post
    assert "Erin Ortega gave this lead, Ravi Rao worked it." in post
    assert "12" not in post


@pytest.mark.parametrize("amount", ["1.000,50,1", "-5", "1e400", "a lot"])
def test_what_is_no_amount_is_refused_under_its_field(worked: Company, amount: str) -> None:
    errors = wins(worked, amount=amount)

    assert [label.split()[0] for label in errors] == ["Amount"]


def test_without_words_the_thanks_follow_by_the_next_working_day(worked: Company) -> None:
    wins(worked)
    worked.later(minutes=2)

    assert "Ravi Rao's thanks to follow" in worked.erin.last
    assert worked.cards("Won", "wins") == []
    worked.later(days=2)
    assert "In the name of us all" in worked.erin.last
    assert len(worked.cards("Won", "wins")) == 1


def test_the_owner_finds_words_later(worked: Company) -> None:
    wins(worked)
    worked.later(minutes=2)
    worked.ravi.opens_home()

    worked.ravi.clicks("Say thank you", on="home")
    errors = worked.ravi.fills(thanks="Thank you, Erin.")
    worked.later(minutes=2)

    assert not errors
    assert "Thank you, Erin." in worked.erin.last
    assert "Thank you, Erin." in worked.cards("Won", "wins")[0]


def test_a_win_is_taken_back_by_the_manager_and_its_post_is_edited(worked: Company) -> None:
    wins(worked, thanks="You opened the door.")
    worked.later(minutes=2)

    worked.mara.clicks("Update…", on="leads")
    worked.mara.clicks("Undo the win")
    errors = worked.mara.fills(word="They have not signed yet.")
    worked.later(minutes=2)

    assert not errors
    assert worked.cards("Won", "wins") == []
    assert len(worked.cards("", "wins")) == 1
    worked.later(hours=24)
    assert "They have not signed yet." in worked.ravi.last


def test_two_who_gave_it_are_waiting_for_the_owners_words(slack: Company) -> None:
    slack.wanda.logs("Acme", "jane@acme.example")
    slack.erin.logs("Acme", "jane@acme.example, needs payroll")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.mara.types("/lead 1")
    slack.mara.clicks("Won")
    slack.mara.submits()
    slack.later(minutes=3)

    wanted = "Acme is won. Wanda Weber and Erin Ortega gave it and are waiting for your words of thanks."
    assert wanted in slack.ravi.last
