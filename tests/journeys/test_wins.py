"""A win: the referrer is thanked once and personally, everybody reads it once, and it can be taken back."""

import pytest

from sandbox.records import Value
from tests.slack.company import Company


@pytest.fixture
def worked(slack: Company) -> Company:
    """Ravi has Acme, which Erin gave, and Wanda helps."""
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it")
    slack.wanda.clicks("I know them", on="leads")
    slack.wanda.fills(word="We sang in a choir")
    slack.later(minutes=3)
    return slack


def wins(slack: Company, **typed: Value) -> None:
    slack.ravi.clicks("More…", on="dm")
    slack.ravi.clicks("Won")
    assert slack.ravi.fills(**typed) == {}


def mara_wins(slack: Company) -> None:
    """A manager closes it, without words."""
    slack.mara.clicks("Update…", on="leads")
    slack.mara.clicks("Won")
    assert slack.mara.fills() == {}


def posts(slack: Company) -> list[str]:
    return slack.cards("", "wins")


def test_one_message_to_the_referrer_and_one_post_name_all_three(worked: Company) -> None:
    wins(worked, thanks="Erin, you made our quarter!", may_name=["yes"])
    before = worked.erin.messages, posts(worked)
    worked.later(minutes=2)

    (post,) = posts(worked)
    assert len(before[0]) + 1 == len(worked.erin.messages)
    assert not before[1]
    assert "Erin, you made our quarter!" in worked.erin.last
    assert post.startswith("Won: Acme")
    assert "Erin Ortega gave this lead, Ravi Rao worked it." in post
    assert "With the help of Wanda Weber." in post
    assert "Erin, you made our quarter!" in post


def test_a_customer_who_has_not_agreed_is_not_named(worked: Company) -> None:
    wins(worked, thanks="Thank you!")
    worked.later(minutes=2)

    (post,) = posts(worked)
    assert "Won: a new customer" in post
    assert "Acme" not in post


def test_an_amount_is_shown_to_nobody(worked: Company) -> None:
    wins(worked, thanks="Thank you!", amount="12.500,50", currency="EUR")
    worked.later(minutes=2)

    for who in ("erin", "wanda", "rita", "mara", "ada"):
        colleague = getattr(worked, who)
        colleague.opens_home()
        colleague.types("/lead 1")
        seen = [colleague.home, colleague.form, *colleague.messages, *posts(worked), *worked.cards("")]
        assert not [said for said in seen if "12" in said and "500" in said]


def test_without_words_the_thanks_and_the_post_follow_in_the_companys_name(worked: Company) -> None:
    wins(worked)
    worked.later(minutes=2)
    first = worked.erin.last

    worked.later(days=1, hours=8)

    (post,) = posts(worked)
    assert "Won, Ravi Rao's thanks to follow." in first
    assert "In the name of us all: thank you." in worked.erin.last
    assert "In the name of us all: thank you, Erin Ortega." in post
    assert len([said for said in worked.erin.messages if "thank you" in said]) == 1


def test_words_that_come_later_are_the_thanks_and_the_company_keeps_silent(worked: Company) -> None:
    worked.ravi.opens_home()
    wins(worked)
    worked.later(hours=2)

    worked.ravi.clicks("Say thank you", on="home")
    assert worked.ravi.fills(thanks="Better late: thank you, Erin!") == {}
    worked.later(days=3)

    (post,) = posts(worked)
    assert "Better late: thank you, Erin!" in worked.erin.last
    assert "Better late: thank you, Erin!" in post
    assert "In the name of us all" not in "".join([post, *worked.erin.messages])


def test_an_owner_whose_manager_closed_it_is_asked_for_words_once(worked: Company) -> None:
    told = len(worked.ravi.messages)
    mara_wins(worked)
    worked.later(minutes=2)
    asked = worked.ravi.last

    worked.ravi.clicks("Say thank you", on=worked.ravi.human.dms()[-1])
    assert worked.ravi.fills(thanks="Erin, you opened the door.") == {}
    worked.later(days=3)

    assert asked.startswith("Acme is won. Erin Ortega gave it and is waiting for your words of thanks.")
    assert len(worked.ravi.messages) == told + 1
    assert "Erin, you opened the door." in worked.erin.last
    assert len(posts(worked)) == 1


def test_words_are_not_asked_for_of_a_win_that_was_taken_back_in_time(worked: Company) -> None:
    told = len(worked.ravi.messages)
    mara_wins(worked)

    worked.mara.clicks("Undo")
    worked.later(hours=2)

    assert len(worked.ravi.messages) == told


def test_for_an_owner_who_has_left_the_company_thanks(worked: Company) -> None:
    mara_wins(worked)
    told = len(worked.ravi.messages)

    worked.ravi.leaves()
    worked.later(days=3)

    assert len(worked.ravi.messages) == told
    assert "In the name of us all: thank you." in worked.erin.last
    assert "In the name of us all: thank you, Erin Ortega." in posts(worked)[0]


def test_two_submissions_of_one_form_make_one_post(worked: Company) -> None:
    wins(worked, thanks="Thank you!")
    second = worked.sandbox.push.again("interactive")
    worked.later(minutes=2)

    assert "errors" not in second.body
    assert len(posts(worked)) == 1
    assert len([said for said in worked.erin.messages if "It is won." in said]) == 1


def test_a_second_person_who_wins_it_at_the_same_time_is_told_so(worked: Company) -> None:
    worked.mara.clicks("Update…", on="leads")
    worked.mara.clicks("Won")
    wins(worked, thanks="Thank you!")

    said = worked.mara.fills(thanks="Thank you too!")
    worked.later(minutes=2)

    assert list(said.values()) == ["It has moved on. Now: Won, and Ravi Rao has it."]
    assert len(posts(worked)) == 1


def test_a_win_undone_in_two_minutes_was_never_announced(worked: Company) -> None:
    wins(worked, thanks="Thank you!")

    worked.ravi.clicks("Undo")
    worked.later(days=3)

    assert not posts(worked)
    assert not [said for said in worked.erin.messages if "won" in said]
    assert "Ravi Rao has it" in worked.cards("Acme")[0]


def test_a_win_taken_back_edits_what_was_said_and_a_new_one_is_thanked_anew(worked: Company) -> None:
    wins(worked, thanks="Thank you!", may_name=["yes"])
    worked.later(minutes=3)
    told = len(worked.erin.messages)

    worked.mara.clicks("Update…", on="leads")
    worked.mara.clicks("Undo the win")
    assert worked.mara.fills(word="The contract was not signed") == {}
    worked.later(days=1)
    (edited,) = posts(worked)
    after = worked.erin.messages
    wins(worked, thanks="Now truly: thank you!", may_name=["yes"])
    worked.later(minutes=3)

    assert "this was announced too early" in edited
    assert "The contract was not signed" not in edited
    assert "The contract was not signed" in "".join(after[:told])
    assert "The contract was not signed" in "".join(worked.ravi.messages)
    assert [post.splitlines()[0] for post in posts(worked)][-1] == "Won: Acme"
    assert "Now truly: thank you!" in worked.erin.last


def test_nobody_thanks_themselves(slack: Company) -> None:
    slack.ravi.logs("Acme")
    slack.ravi.clicks("I'll take it", on="leads")

    wins(slack, thanks="Done!")
    slack.later(days=3)

    assert not [said for said in slack.ravi.messages if "It is won" in said]
    assert "Ravi Rao gave this lead and worked it." in posts(slack)[0]


def test_a_hire_asks_for_the_start_date_and_names_nobody(slack: Company) -> None:
    slack.erin.logs("Jo Park", "jo@park.example", kind="talent")
    slack.ruth.clicks("I'll take it")
    slack.ruth.clicks("More…", on="dm")

    slack.ruth.clicks("Hired")
    asked = slack.ruth.form
    assert slack.ruth.fills(thanks="What a find!", on="2027-01-04") == {}
    slack.later(minutes=3)

    assert "Start date" in asked
    assert "Amount" not in asked
    (post,) = posts(slack)
    assert "Hired: a new colleague" in post
    assert "Jo" not in post
    assert "What a find!" in slack.erin.last


def test_a_new_colleague_who_agrees_is_named(slack: Company) -> None:
    slack.erin.logs("Jo Park", kind="talent")
    slack.ruth.clicks("I'll take it")
    slack.ruth.clicks("More…", on="dm")

    slack.ruth.clicks("Hired")
    slack.ruth.fills(thanks="What a find!", may_name=["yes"])
    slack.later(minutes=3)

    assert "Hired: Jo" in posts(slack)[0]
