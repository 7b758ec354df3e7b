"""What whoever a lead is about is owed: that they are told where we got their name, by a month after logging."""

import pytest

from tests.journeys.test_mornings import ONE_WAY, mornings
from tests.slack.company import Company

UNTOLD = "They do not know yet where we got their name. Tell them by 23 December 2026."


def reminded(company: Company, who: str = "ravi") -> list[str]:
    return [said for said in mornings(company, who) if "where we got their name" in said]


def test_the_owner_is_reminded_in_three_mornings_until_one_tap_says_that_they_know(worked: Company) -> None:
    days = []
    for day in range(1, 32):
        before = len(reminded(worked))
        worked.wakes_after(days=1)
        days += [day] * (len(reminded(worked)) - before)
    assert days == [14, 21, 28]
    assert UNTOLD in reminded(worked)[-1]

    worked.ravi.clicks("They know", on="dm")
    told = worked.ravi.last
    worked.ravi.clicks("Undo")
    assert "Done: Ravi Rao told them where we got their name." in told
    assert UNTOLD in worked.ravi.last


def test_whoever_was_told_in_the_first_conversation_is_never_asked_about(worked: Company) -> None:
    worked.erin.clicks("Mute this lead", on="dm")  # so that he is asked nothing else
    worked.ravi.clicks("Spoke to them", on="dm")
    assert worked.ravi.fills(knows_source=["yes"]) == {}
    for _ in range(35):
        worked.wakes_after(days=1)

    assert mornings(worked) == []
    worked.ravi.types("/lead 1")
    assert "They know it since 23 November 2026." in worked.ravi.told


@ONE_WAY
def test_the_text_to_send_names_the_company_and_not_who_gave_the_name(worked: Company) -> None:
    worked.ada.opens_home()
    worked.ada.clicks("What people are told", on="home")
    assert worked.ada.fills(company="Sandbox Inc.", address="privacy@sandbox.example") == {}
    worked.wakes_after(days=14)
    worked.ravi.clicks("Text to send", on="dm")
    text = worked.ravi.form
    worked.ravi.clicks("They know")

    assert "I work at Sandbox Inc., and my name is Ravi Rao. A colleague of mine gave me your name." in text
    assert "We keep your name and your e-mail address" in text
    assert "or to privacy@sandbox.example, is enough" in text
    assert "Erin" not in text
    assert "jane@acme.example" not in text
    assert "Done: Ravi Rao told them where we got their name." in worked.ravi.last


@ONE_WAY
def test_the_text_says_who_gave_the_name_where_they_know_that(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe", aware=["yes"])
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("More…", on="dm")
    slack.ravi.clicks("Text to send")

    assert "Hello Jane," in slack.ravi.form
    assert "Erin Ortega, my colleague, gave me your name." in slack.ravi.form


@ONE_WAY
def test_a_candidate_is_asked_for_their_consent_and_it_is_kept(slack: Company) -> None:
    slack.erin.logs("Jo Smith", "jo@home.example", kind="talent", name_from="event")
    slack.ruth.clicks("I'll take it", on="hiring")
    slack.ruth.types("/lead 1")
    before = slack.ruth.form
    slack.ruth.human.closes()
    slack.ruth.clicks("More…", on="dm")
    slack.ruth.clicks("Text to send")
    text = slack.ruth.form
    slack.ruth.human.closes()
    slack.ruth.human.closes()
    slack.ruth.clicks("Screening", on="dm")
    assert slack.ruth.fills(knows_source=["yes", "agrees"]) == {}
    slack.ruth.types("/lead 1")

    assert "We keep it by their consent, which nobody has noted yet." in before
    assert "We have your name from an event." in text
    assert "with your consent" in text
    assert "Where we got their name: An event. We keep it by their consent." in slack.ruth.told
    assert "They agreed on 23 November 2026 that we keep it." in slack.ruth.told


@ONE_WAY
def test_while_nobody_has_it_the_desk_is_reminded_and_while_its_owner_is_away_the_cover(slack: Company) -> None:
    slack.works_with(places=False, rep=["ravi", "rita"])
    slack.erin.logs("Acme", "jane@acme.example")
    slack.erin.logs("Globex", "hank@globex.example")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.wakes_after(days=10)
    slack.ravi.opens_home()
    slack.ravi.clicks("I am away…", on="home")
    slack.ravi.fills(until="2026-12-31", cover="rita")
    slack.wakes_after(days=4)
    slack.later(hours=23)

    assert reminded(slack) == []
    (covers,) = reminded(slack, "rita")
    (desk,) = reminded(slack, "ada")
    assert "Globex" in covers
    assert "Ravi, who is away, has not told them yet" in covers
    assert "Acme" in desk


@ONE_WAY
def test_a_reminder_that_falls_on_a_weekend_comes_the_working_day_before(slack: Company) -> None:
    slack.later(days=5)  # Saturday
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.wakes_after(days=11)
    slack.later(days=1, hours=23)
    early = reminded(slack)
    slack.later(hours=2)  # Friday, ten o'clock

    assert early == []
    assert len(reminded(slack)) == 1


def test_after_an_outage_over_two_reminders_there_is_one(worked: Company) -> None:
    worked.wakes_after(days=22)
    worked.later(days=1)

    assert len([said for said in mornings(worked) if UNTOLD in said]) == 1


@ONE_WAY
def test_nobody_is_reminded_of_what_is_closed(worked: Company) -> None:
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Not for us")
    worked.ravi.fills(reason="no_need")
    for _ in range(31):
        worked.wakes_after(days=1)

    assert mornings(worked) == []


@ONE_WAY
@pytest.mark.parametrize("place", ["Europe/Madrid", "Pacific/Auckland"])
def test_the_reminder_comes_in_the_morning_of_whoever_has_it(worked: Company, place: str) -> None:
    worked.ravi.travels(place)
    worked.wakes_after(days=13)
    worked.later(days=1, hours=12)

    assert len(reminded(worked)) == 1
