"""The referrer hears: a message a group of moves, an update on the schedule of the promise, an answer to a question."""

import pytest

from tests.slack.company import Company


def test_moves_within_two_minutes_become_one_message(slack: Company) -> None:
    slack.erin.logs("Acme")

    slack.ravi.clicks("I'll take it")
    slack.later(minutes=1)
    slack.ravi.clicks("I called", on="dm")
    slack.later(minutes=5)

    receipt, news = slack.erin.messages
    assert "lead no. 1" in receipt
    assert "Ravi Rao took it" in news
    assert "Ravi Rao called them" in news


def test_what_happens_later_is_a_message_of_its_own(worked: Company) -> None:
    worked.ravi.clicks("I called", on="dm")
    worked.later(minutes=2)

    _, taken, called = worked.erin.messages
    assert "took it" in taken
    assert "called them" in called
    assert "took it" not in called


def test_a_week_without_a_move_is_told_honestly_and_then_again(worked: Company) -> None:
    worked.later(days=7, minutes=5)
    first = worked.erin.messages
    worked.later(days=7)

    assert len(first) == 3
    assert "There is no news from Ravi Rao yet." in first[-1]
    assert len(worked.erin.messages) == 4


def test_a_move_starts_the_promise_again(worked: Company) -> None:
    worked.later(days=5)
    worked.ravi.clicks("I called", on="dm")
    worked.later(days=4)

    assert len(worked.erin.messages) == 3
    assert "called them" in worked.erin.last


def test_an_update_says_when_they_last_spoke_and_the_next_step(worked: Company) -> None:
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Next step")
    worked.ravi.fills(step="Send the offer", on="2026-11-27")

    worked.later(days=7, minutes=5)

    assert "Next step: Send the offer, 27 November 2026" in worked.erin.last


def test_after_an_outage_of_a_month_there_is_one_update_and_not_four(worked: Company) -> None:
    worked.wakes_after(days=30)

    assert len(worked.erin.messages) == 3


def test_nobody_is_woken_at_night(slack: Company) -> None:
    slack.wanda.travels("Pacific/Auckland")  # it is ten in the evening there
    slack.wanda.logs("Acme")
    slack.ravi.clicks("I'll take it")

    slack.later(hours=9, minutes=59)
    at_night = slack.wanda.messages
    slack.later(minutes=5)

    assert len(at_night) == 1
    assert "Ravi Rao took it" in slack.wanda.last


def test_a_weekend_is_quiet(slack: Company) -> None:
    slack.later(days=4, hours=9, minutes=30)  # Friday, half past seven in the evening in Madrid
    slack.erin.logs("Acme")
    slack.rita.clicks("I'll take it")

    slack.later(days=2, hours=12)
    sunday = slack.erin.messages
    slack.later(minutes=45)

    assert len(sunday) == 1
    assert "Rita Rossi took it" in slack.erin.last


def test_who_owns_what_they_gave_hears_nothing_of_themselves(slack: Company) -> None:
    slack.ravi.logs("Acme")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(days=15)

    assert not [said for said in slack.ravi.messages if "took it" in said or "no news" in said]


def test_a_lead_that_nobody_takes_is_not_forgotten(slack: Company) -> None:
    slack.erin.logs("Acme")

    slack.later(days=1, minutes=5)

    assert "Nobody has it yet" in slack.erin.last
    assert "Ask how it goes, and somebody looks into it." in slack.erin.last


def test_keeping_warm_is_told_kindly_and_comes_back_on_its_day(worked: Company) -> None:
    worked.ravi.clicks("Keep warm", on="dm")
    assert worked.ravi.fills(on="2026-12-14", word="Their year is full.") == {}
    worked.later(minutes=3)
    told = worked.erin.last

    worked.later(days=21)

    assert "keeps it warm until 14 December 2026" in told
    assert "Their year is full." in told
    assert any("Today you wanted to come back to Acme" in said for said in worked.ravi.messages)


@pytest.mark.parametrize(("button", "why"), [("Lost", "They have no budget for it"), ("Not for us", "not for us")])
def test_an_end_is_told_kindly_with_its_reason_and_never_the_teams_note(worked: Company, button: str, why: str) -> None:
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks(button)
    assert worked.ravi.fills(reason="no_budget", note="Never again") == {}
    worked.later(minutes=3)

    assert why in worked.erin.last
    assert "The next one is as welcome." in worked.erin.last
    assert "Never again" not in "".join(worked.erin.messages + worked.wanda.messages + worked.cards(""))
    worked.erin.types("/lead 1")
    assert "Never again" not in worked.erin.form


def test_several_who_ask_make_one_ask(worked: Company) -> None:
    worked.later(days=4)
    worked.erin.clicks("Ask Ravi", on="dm")
    asked = len(worked.ravi.messages)

    worked.later(hours=1)
    worked.erin.clicks("Ask Ravi", on="dm")
    worked.later(hours=1)

    assert len(worked.ravi.messages) == asked
    assert "Erin Ortega would like to know how it goes with Acme" in worked.ravi.last


def test_where_nobody_has_it_the_lead_desk_is_asked(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.later(days=1, minutes=5)

    slack.erin.clicks("Ask how it goes", on="dm")
    slack.later(minutes=5)

    assert slack.erin.told == "Nobody has it yet, so the lead desk is asked. You will hear."
    assert "Erin Ortega would like to know" in slack.ada.last


def test_a_question_that_nobody_answers_comes_again_and_then_to_the_manager(worked: Company) -> None:
    """Acme is Ravi's; nobody takes Globex, of which the lead desk is asked."""
    worked.erin.logs("Globex")
    worked.later(days=7, hours=2)  # Monday noon; Globex is escalated since long, and Ravi was asked about Acme
    worked.erin.clicks("Ask how it goes: Globex", on="dm")
    worked.erin.types("/lead 1")
    worked.erin.clicks("Ask Ravi")

    worked.later(days=1)
    assert "Erin Ortega asked how it goes, and nobody has it yet." in worked.ada.last
    assert all(button in worked.ada.last for button in ("Give to…", "Not for us", "Write to Erin"))
    assert "Erin Ortega asked how it goes." in worked.ravi.last
    before = len(worked.mara.messages)
    worked.later(days=3)
    told = "".join(worked.mara.messages[before:])
    assert "Globex\nErin has waited 10 days for a word; nobody has it yet." in told
    assert "Erin has waited 9 days for a word; Ravi may need a hand." in told

    worked.later(days=10)
    assert "The lead desk is asked, and finds the right person." in "".join(worked.erin.messages)
    assert max(said.count("you will hear every 14 days") for said in worked.erin.messages) == 1  # of Acme


def test_old_messages_offer_what_can_be_done_now(worked: Company) -> None:
    def sees(button: str) -> list[str]:
        return [said for said in worked.erin.messages if button in said.split("\n")]

    worked.later(days=7, hours=1)
    worked.erin.clicks("Ask Ravi", on="dm")
    worked.later(minutes=3)
    worked.ravi.clicks("Write to Erin", on="dm")
    worked.ravi.fills(word="They sign next week.")
    (asked,) = [said for said in worked.ravi.messages if "would like to know" in said]
    assert "Done: Ravi Rao sent word to the referrer." in asked
    assert "Write to Erin" not in asked

    worked.erin.clicks("Mute this lead", on="dm")
    assert sees("Mute this lead") == []
    assert len(sees("Update me again")) > 2
    worked.wanda.types("/lead 1")
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Won")
    worked.ravi.fills()
    worked.later(minutes=3)
    assert [sees(button) for button in ("Ask Ravi", "I can help", "Update me again")] == [[], [], []]
    assert any(said.startswith("Acme\nRavi Rao had it · Won") for said in worked.erin.messages)
    worked.wanda.clicks("I know them")
    assert worked.wanda.told == "This lead is closed."


def test_whom_nobody_asked_can_help_too(worked: Company) -> None:
    worked.wanda.clicks("I know them", on="leads")
    assert worked.wanda.fills(word="We sang in a choir") == {}
    worked.later(minutes=1)

    assert "Helping: Wanda Weber" in worked.cards("Acme")[0]
    assert "We sang in a choir" in worked.ravi.last


def test_who_wants_no_updates_gets_none_until_they_want_them_again(worked: Company) -> None:
    worked.erin.clicks("Mute this lead", on="dm")
    worked.later(days=30)
    quiet = worked.erin.messages

    worked.erin.clicks("Update me again", on="dm")
    worked.later(days=8)

    assert len(quiet) == 2
    assert len(worked.erin.messages) == 3


def test_the_first_words_of_a_day_come_in_one_message(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.later(hours=2)
    slack.erin.logs("Bolt")
    slack.later(days=1)
    slack.erin.logs("Cargo")
    slack.later(hours=3)

    (together,) = [said for said in slack.erin.messages if said.startswith("Where your leads stand")]

    assert "Acme" in together
    assert "Bolt" in together
    assert "Cargo" not in together
