"""Your leads today: one message a working morning, answered in one tap each; and what its answers bring about."""

import pytest

from bot import services
from bot.digests import Scope
from bot.ids import LeadId, Origin
from bot.leads import Given, Kind
from bot.moves import BY_NAME
from tests.slack.company import Company

ONE_WAY = pytest.mark.parametrize("first_day", ["sqlite-http"], indirect=True)
"""For what neither the database nor the way there has a part in."""
TODAY = "Your leads today"


def mornings(company: Company, who: str = "ravi") -> list[str]:
    return [said for said in getattr(company, who).messages if said.startswith(TODAY)]


def test_the_owner_is_asked_two_working_days_before_and_answers_in_one_tap(worked: Company) -> None:
    worked.later(days=2, hours=23)  # Thursday, eight in the morning in London
    early = mornings(worked)
    worked.later(hours=1)
    (asked,) = mornings(worked)
    worked.ravi.clicks("Still working", on="dm")
    told = worked.erin.messages

    assert early == []
    assert "Acme" in asked
    assert "Erin hears again by" in asked
    assert "Done: Ravi Rao is still working on it." in worked.ravi.last
    assert "Waiting until…" not in worked.ravi.last
    worked.later(days=1)
    assert len(mornings(worked)) == 1
    assert worked.erin.messages == told
    worked.later(days=3)
    assert "Ravi Rao is still working on it." in worked.erin.last
    assert "no news" not in worked.erin.last


def test_still_working_twice_without_a_touch_asks_what_to_do_with_it(worked: Company) -> None:
    for _ in range(2):
        worked.later(days=7)
        worked.ravi.clicks("Still working", on="dm")
    stuck = worked.ravi.last
    worked.ravi.clicks("Close it kindly", on="dm")
    worked.ravi.fills(reason="no_answer")

    assert "Keep it warm, pass it on, or close it?" in stuck
    assert "Lost" in worked.cards("Acme")[0]


def test_who_waits_for_them_is_not_asked_before_that_day_and_it_can_be_undone(worked: Company) -> None:
    worked.later(days=3)
    worked.ravi.clicks("Waiting until…", on="dm")
    assert worked.ravi.fills(on="2026-12-09") == {}
    answered = worked.ravi.last
    worked.ravi.clicks("Undo")
    taken_back = worked.ravi.last
    worked.ravi.clicks("Waiting until…", on="dm")
    worked.ravi.fills(on="2026-12-09")
    worked.later(days=5)

    assert "waiting to hear from them until 9 December 2026" in answered
    assert "Waiting until…" in taken_back
    assert "waiting to hear from them until 9 December 2026" in worked.erin.last
    assert len(mornings(worked)) == 1
    worked.later(days=9)
    assert len(mornings(worked)) > 1


@ONE_WAY
def test_help_is_asked_of_who_gave_it_or_of_the_manager(worked: Company) -> None:
    worked.later(days=3)
    worked.ravi.clicks("Need help", on="dm")
    worked.ravi.fills(whom="referrer", note="Who decides there?")
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.human.closes()

    assert worked.ravi.told.endswith("Erin Ortega is asked.")
    assert "Ravi Rao could use your help with Acme." in worked.erin.last
    assert "Who decides there?" in worked.erin.last
    worked.erin.clicks("I can help", on="dm")
    worked.erin.fills(word="Her sister does")
    assert "Her sister does" in "".join(worked.ravi.messages)


@ONE_WAY
def test_the_manager_is_asked_for_help_and_who_went_quiet_is_kept_warm(worked: Company) -> None:
    worked.later(days=3)
    worked.ravi.clicks("Need help", on="dm")
    worked.ravi.fills(whom="manager")
    worked.later(days=1)
    worked.rita.types("/lead 1")
    worked.later(days=6)
    worked.ravi.clicks("Went quiet", on="dm")
    assert worked.ravi.fills(on="2026-12-14") == {}

    assert "Ravi Rao could use your help with Acme." in "".join(worked.mara.messages)
    assert "Keeping warm" in worked.cards("Acme")[0]


def test_what_comes_back_from_keeping_warm_is_in_the_mornings_message(worked: Company) -> None:
    worked.ravi.clicks("Keep warm", on="dm")
    worked.ravi.fills(on="2026-12-12")  # a Saturday
    worked.later(days=21)
    back = worked.ravi.last
    worked.ravi.clicks("Later", on="dm")
    worked.ravi.fills(on="2026-12-16")
    later = worked.ravi.last
    worked.later(days=2)
    worked.ravi.clicks("Wake it", on="dm")

    reminded, *others = mornings(worked)
    assert "where we got their name" in reminded
    assert len(others) == 2
    assert "Today you wanted to come back to Acme, given by Erin Ortega." in back
    assert "keeps it warm until 16 December 2026" in later
    assert "Done: Ravi Rao woke it up again." in worked.ravi.last
    assert "Getting in touch" in worked.cards("Acme")[0]


def test_next_steps_of_the_day_stand_on_top(worked: Company) -> None:
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Next step")
    worked.ravi.fills(step="Send the offer", on="2026-11-25")
    worked.later(days=2)

    assert mornings(worked) == [f"{TODAY}\nNext steps of today\nAcme: Send the offer"]


@ONE_WAY
def test_an_owner_of_thirty_leads_is_asked_about_each_once_in_turn_five_a_morning(slack: Company) -> None:
    erin, ravi, now = slack.person("erin"), slack.person("ravi"), slack.now
    for n in range(1, 31):
        services.log_lead(slack.store, Origin(f"log{n}"), Given(Kind.SALES, f"Acme {n}."), by=erin, now=now)
        services.move_lead(slack.store, Origin(f"take{n}"), LeadId(n), BY_NAME["take"], by=ravi, now=now)
    slack.later(days=3)
    told, asked = len(slack.erin.messages), mornings(slack)
    slack.later(days=7)
    week = mornings(slack)[1:]

    assert (len(asked), len(week), len(slack.erin.messages) - told) == (1, 5, 1)
    assert "More that wait for a word: 25." in asked[0]
    subjects = [[f"Acme {n}." for n in range(1, 31) if f"Acme {n}." in message] for message in (*asked, *week)]
    assert [len(each) for each in subjects] == [5] * 6
    assert len({one for each in subjects for one in each}) == 30
    for _ in range(5):
        slack.ravi.clicks("Still working", on="dm")
    assert slack.ravi.last.count("Done: Ravi Rao is still working on it.") == 5
    with slack.store.read() as unit:
        loop = unit.numbers(Scope(), [slack.now], slack.now).loop
    assert (loop.late, loop.leads) == (25, 30)


def test_an_unanswered_question_comes_again_as_the_promise_falls_due_and_then_before_the_next(worked: Company) -> None:
    asked = []
    for day in range(1, 15):
        before = len(mornings(worked))
        worked.later(days=1)
        asked += [day] * (len(mornings(worked)) - before)

    assert asked == [3, 7, 10, 14]  # Thursday, Monday, Thursday, Monday


def test_who_moves_to_auckland_is_asked_on_the_same_day_there_and_keeps_the_promise(worked: Company) -> None:
    """From London, where Acme would be asked about on Thursday at nine: that is ten in the evening in Auckland."""
    worked.later(days=2, hours=3)
    worked.ravi.travels("Pacific/Auckland")  # Thursday, one in the morning
    told = len(worked.erin.messages)

    worked.later(hours=7, minutes=50)
    early = mornings(worked)
    worked.later(minutes=20)  # nine o'clock there
    (asked,) = mornings(worked)
    counted = []
    for _ in range(5):
        worked.later(days=1)
        counted.append((len(mornings(worked)), len(worked.erin.messages) - told))

    assert early == []
    assert "Acme" in asked
    assert counted == [(1, 0), (1, 0), (1, 0), (2, 0), (2, 1)]  # Monday in Auckland, and then in Madrid


def test_nobody_is_asked_for_news_that_its_referrer_wants_not_to_hear(worked: Company) -> None:
    worked.erin.clicks("Mute this lead", on="dm")
    worked.later(days=8)
    silent = mornings(worked)
    worked.erin.clicks("Update me again", on="dm")
    worked.later(days=8)

    assert silent == []
    assert mornings(worked)
