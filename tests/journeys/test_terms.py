"""Each person's terms: how often they hear, on which days and hours, and nothing before a day."""

import pytest

from tests.slack.company import Company

ONE_WAY = pytest.mark.parametrize("first_day", ["sqlite-http"], indirect=True)
"""For what neither the database nor the way there has a part in."""


@pytest.fixture
def given(slack: Company) -> Company:
    """Erin gave Acme and Globex; it is ten on Monday where she is."""
    slack.erin.logs("Acme", "jane@acme.example")
    slack.erin.logs("Globex", "hank@globex.example")
    return slack


def chooses(company: Company, **terms: object) -> str:
    """What Erin is told after she has changed her terms."""
    company.erin.types("/lead settings")
    errors = company.erin.fills(**terms)
    assert errors == {}
    return company.erin.told


def test_who_wants_to_hear_weekly_hears_everything_in_one_message_on_monday_and_a_win_at_once(given: Company) -> None:
    said = chooses(given, rhythm="weekly")
    receipt = given.erin.messages[0]
    given.ravi.clicks("I'll take it", on="leads")
    given.rita.types("/lead 1")
    given.rita.clicks("I'll take it")
    given.later(days=1)
    given.ravi.types("/lead 2")
    given.ravi.clicks("Meeting booked")
    given.ravi.fills(on="2026-11-27", word="They liked the demo.")
    given.later(days=5, hours=21)  # Monday, seven in the morning
    quiet = given.erin.messages
    given.later(hours=2)

    assert said == "You hear once a week, on Mondays at 09:00. Wins come at once."
    assert "You will hear by 30 November 2026" in receipt
    assert len(quiet) == 2
    (news,) = given.erin.messages[2:]
    assert news.startswith("News of your leads")
    for line in (
        "Ravi Rao took it.",
        "Rita Rossi took it.",
        "They liked the demo.",
        "hear again by 7 December",
    ):
        assert line in news
    given.ravi.types("/lead 2")
    given.ravi.clicks("Won")
    given.ravi.fills(thanks="Thank you, Erin!")
    given.later(minutes=3)
    assert "Thank you, Erin!" in given.erin.last
    given.later(days=7)
    assert len(given.erin.messages) == 5
    assert "There is no news from Rita Rossi yet." in given.erin.last


def test_once_a_day_is_the_next_morning_and_an_answer_to_ones_own_question_comes_at_once(given: Company) -> None:
    given.ravi.clicks("I'll take it", on="leads")
    given.later(minutes=3)
    given.erin.clicks("How often?", on="dm")
    assert given.erin.fills(rhythm="daily") == {}
    said = given.erin.told
    given.ravi.types("/lead 2")
    given.ravi.clicks("I called")
    given.later(hours=22, minutes=50)
    before = given.erin.messages
    given.later(minutes=10)
    morning = given.erin.messages
    given.erin.says("Ask for Hank himself", under="called them")
    about = given.erin.last
    given.later(days=3)
    given.erin.clicks("Ask Ravi", on="dm")
    given.ravi.clicks("Write to Erin", on="dm")
    given.ravi.fills(word="They decide on Friday.")
    given.later(minutes=3)

    assert said == "You hear once a day, at 09:00 on your working days. Wins come at once."
    assert len(morning) == len(before) + 1
    assert "Ravi Rao called them" in morning[-1]
    assert about.startswith("Is this about Globex?")
    assert "They decide on Friday." in given.erin.last


@ONE_WAY
def test_who_wants_milestones_hears_the_first_word_the_meeting_and_the_end(given: Company) -> None:
    assert "as it happens" in chooses(given, rhythm="milestones")
    given.ravi.clicks("I'll take it", on="leads")
    given.later(minutes=3)
    first = given.erin.last
    receipt = given.erin.messages[1]
    given.ravi.types("/lead 2")
    given.ravi.clicks("I called")
    given.later(days=21)
    quiet = given.erin.messages
    given.ravi.types("/lead 2")
    given.ravi.clicks("Meeting booked")
    given.ravi.fills(on="2026-12-15")
    given.later(minutes=3)

    assert "Ravi Rao took it" in first
    assert "You asked for milestones" in receipt
    assert not [one for one in quiet if "called them" in one or "no news from Ravi" in one]
    assert "booked a meeting for 15 December 2026" in given.erin.last


def test_three_months_of_silence_stay_three_months_over_a_restart_and_end_in_one_message(given: Company) -> None:
    said = chooses(given, not_before="2027-03-01")
    given.ravi.clicks("I'll take it", on="leads")
    given.rita.types("/lead 1")
    given.rita.clicks("I'll take it")
    given.wakes_after(days=97)
    quiet = given.erin.messages
    given.later(days=2)

    assert said.startswith("You hear nothing of the leads you gave before 1 March 2027.")
    assert len(quiet) == 2
    (news,) = given.erin.messages[2:]
    assert "Ravi Rao took it." in news
    assert "Rita Rossi took it." in news


def test_one_lead_is_silent_until_a_day_and_heard_of_again_when_she_likes(given: Company) -> None:
    given.rita.clicks("I'll take it", on="leads")
    given.later(minutes=3)
    given.erin.clicks("Not before…", on="dm")
    refused = given.erin.fills(not_before="2026-11-23")
    given.erin.fills(not_before="2026-12-15")
    said = given.erin.told
    given.rita.types("/lead 2")
    given.rita.clicks("I called")
    given.later(days=14)
    quiet = [one for one in given.erin.messages if "called them" in one]
    given.erin.clicks("Update me again", on="dm")
    given.later(minutes=3)

    assert list(refused.values()) == ["That day is past. Choose a later one."]
    assert said == "You hear nothing on it before 15 December 2026, unless it is won. “Update me again” undoes it."
    assert quiet == []
    assert "Rita Rossi called them" in given.erin.last


@ONE_WAY
def test_who_travels_while_a_message_waits_is_not_woken_by_it(slack: Company) -> None:
    slack.later(hours=10)  # eight in the evening in Madrid
    slack.wanda.logs("Acme")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.wanda.travels("Pacific/Auckland")
    slack.wanda.types("/lead mine")
    slack.later(hours=12, minutes=30)  # half past eight in Madrid, and of the evening in Auckland
    at_night = slack.wanda.messages
    slack.later(hours=12)

    assert len(at_night) == 1
    assert "Ravi Rao took it" in slack.wanda.last


def test_an_owners_morning_comes_at_their_hour_on_their_days_and_nothing_outside_of_them(given: Company) -> None:
    given.rita.clicks("I'll take it", on="leads")
    given.rita.opens_home()
    given.rita.clicks("Settings", on="home")
    wrong = given.rita.fills(starts="12:00", ends="12:00")
    assert given.rita.fills(ends="16:00", days=["Wednesday", "Thursday"]) == {}
    given.later(days=3, hours=7, minutes=50)  # Thursday, ten to noon in New York
    before = given.rita.messages
    given.later(minutes=10)

    assert list(wrong.values()) == ["The day ends after it begins. Choose a later hour."]
    assert not [one for one in before if one.startswith("Your leads today")]
    assert given.rita.last.startswith("Your leads today")
