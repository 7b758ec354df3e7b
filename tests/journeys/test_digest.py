"""The week, on Monday at nine: to each manager and marketer where they are, with what needs them first."""

from datetime import timedelta

from bot.people import Role
from tests.slack.company import MONDAY, Company
from tests.slack.weeks import AUCKLAND_MONDAY, a_week, digests, named, until


def test_a_managers_week_comes_at_nine_on_their_own_monday_and_ends_in_buttons_that_work(slack: Company) -> None:
    a_week(slack)
    named(slack, Role.MARKETER, "mona")
    until(slack, AUCKLAND_MONDAY - timedelta(minutes=1))
    assert digests(slack) == []

    until(slack, AUCKLAND_MONDAY + timedelta(days=7, hours=14))

    first, second = digests(slack)
    assert first.text == "Nothing needs you this week · 1 won · referrers in the loop: 1 of 1"
    assert len(first.blocks) == 1
    assert second.text == "1 lead needs you · 0 won · referrers in the loop: 0 of 1"
    (mona, after) = digests(slack, "mona")
    assert mona.text == first.text
    assert after.ts > second.ts
    assert after.text == "1 lead waits for a word · 0 won · referrers in the loop: 0 of 1"

    said = slack.mara.last
    assert "Erin has waited 13 days for a word; Ravi may need a hand." in said
    assert "jane@" not in said
    assert "New: 0 · 2 before" in said
    assert "Possible customers: Getting in touch 1" in said
    assert "Open leads that somebody waits to hear of: 1 · in time: 0" in said
    assert "%" not in said
    (picture,) = [block for block in second.blocks if block["type"] == "image"]
    file = slack.sandbox.world.files[picture["slack_file"]["id"]]
    assert file.data is not None
    assert file.data.startswith(b"\x89PNG")
    assert picture["alt_text"].startswith("New leads: 0 this week, 2 the week before")

    slack.mara.clicks("Ask Ravi", on="dm")
    assert slack.mara.told == "Ravi Rao is asked to send Erin Ortega a word."
    slack.later(hours=12)
    assert "Mara Manu would like to know how it goes with Acme" in "".join(slack.ravi.messages)
    slack.mara.clicks("Tell Erin myself", on="dm")
    slack.mara.fills(word="They are moving house; we call next week.")
    slack.later(hours=12)
    assert "They are moving house" in "".join(slack.erin.messages)


def test_it_is_said_once_after_a_night_that_the_bot_was_down_and_not_at_all_after_a_day(slack: Company) -> None:
    slack.erin.logs("Acme")
    until(slack, AUCKLAND_MONDAY - timedelta(hours=1))

    slack.wakes_after(hours=9)
    assert len(digests(slack)) == 1
    slack.settle()
    assert len(digests(slack)) == 1

    slack.wakes_after(days=7, hours=6)
    slack.later(days=2)
    assert len(digests(slack)) == 1


def test_who_travels_gets_it_where_they_are_and_who_leaves_not_at_all(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.later(days=1)
    slack.mara.travels("Europe/Madrid")
    until(slack, AUCKLAND_MONDAY + timedelta(hours=11, minutes=59))
    assert digests(slack) == []
    until(slack, MONDAY + timedelta(days=7))
    assert len(digests(slack)) == 1

    slack.mara.travels("America/New_York")
    slack.later(days=1)
    assert len(digests(slack)) == 1

    named(slack, Role.MANAGER)
    slack.later(days=8)
    assert len(digests(slack)) == 1
