"""Not to be creepy: it says so when somebody gets in touch too often, at night, beside a colleague, or after a no."""

import pytest

from tests.journeys.test_kept import page
from tests.journeys.test_mornings import ONE_WAY, mornings
from tests.slack.company import Company

OFTEN = "calls or mails in a week, and no answer"


def test_a_third_try_in_a_week_without_an_answer_is_recorded_and_warned_of(worked: Company) -> None:
    told = []
    for what in ("I called", "I wrote", "I wrote"):
        worked.ravi.clicks(what, on="dm")
        told.append(worked.ravi.told)
        worked.later(days=1)
    third = page(worked.ravi)
    worked.wakes_after(days=6)

    assert [OFTEN in said for said in told] == [False, False, True]
    assert told[2].startswith("Noted: you wrote. 3 calls or mails in a week, and no answer:")
    assert "leave them be until 1 December 2026" in told[2]
    assert third.count("Ravi Rao wrote to them") == 2
    assert OFTEN in third
    assert OFTEN not in page(worked.ravi)


@ONE_WAY
def test_an_answer_begins_the_count_anew(worked: Company) -> None:
    for what in ("I called", "I wrote", "We met", "I called", "I wrote"):
        worked.ravi.clicks(what, on="dm")
        assert OFTEN not in worked.ravi.told
    worked.ravi.clicks("I called", on="dm")

    assert OFTEN in worked.ravi.told


@ONE_WAY
def test_what_was_taken_back_does_not_count(worked: Company) -> None:
    worked.ravi.clicks("I called", on="dm")
    worked.ravi.clicks("Undo")
    for what in ("I called", "I wrote"):
        worked.ravi.clicks(what, on="dm")

    assert OFTEN not in worked.ravi.told


def test_two_who_speak_to_them_are_told_of_each_other(first_day: Company) -> None:
    first_day.works_with(rep=["ravi"], marketer=["mona", "wanda"])
    first_day.erin.logs("Acme", "jane@acme.example")
    for who in (first_day.mona, first_day.wanda):
        who.types("/lead 1")
        who.clicks("I called")

    assert "speaks to them" not in first_day.mona.told
    assert "Noted: you called. Mona Meyer speaks to them, too: please agree who does." in first_day.wanda.told


def test_two_leads_about_one_person_count_as_one_to_whoever_tries(worked: Company) -> None:
    worked.wanda.logs("Acme Spain", "Jane@ACME.example")
    worked.wanda.clicks("It is a different one", on="dm")
    worked.rita.clicks("I'll take it", on="leads")
    for what in ("I called", "I wrote"):
        worked.ravi.clicks(what, on="dm")
    worked.rita.clicks("I called", on="dm")

    assert "Ravi Rao speaks to them, too" in worked.rita.told
    assert f"3 {OFTEN}" in worked.rita.told
    worked.later(days=8)
    worked.rita.clicks("I called", on="dm")
    assert OFTEN not in worked.rita.told


@ONE_WAY
def test_nobody_who_sells_reads_from_a_warning_that_they_are_a_candidate_too(worked: Company) -> None:
    worked.wanda.logs("Jane Doe", "jane@acme.example", kind="talent")
    worked.ruth.clicks("I'll take it", on="hiring")
    for what in ("I called", "I wrote"):
        worked.ruth.clicks(what, on="dm")
    worked.ravi.clicks("I called", on="dm")

    assert worked.ravi.told.startswith("Noted: you called.")
    assert OFTEN not in worked.ravi.told
    assert "speaks to them" not in worked.ravi.told


@ONE_WAY
@pytest.mark.parametrize(
    ("reach", "late"),
    [
        ("+34 911 23 23 23", False),  # ten in the morning there
        ("+64 9 301 0101", True),  # eleven at night
        ("jane@acme.co.nz", True),
        ("jane@acme.co", False),  # four in the morning in Bogotá, but it may be anywhere
        ("jane@acme.com.au", True),  # night in each of its zones
        ("jane@acme.us", True),
        ("jane@acme.ru", False),  # noon in Moscow, and night in Kamchatka
        ("jane@acme.example", False),
    ],
)
def test_whoever_calls_at_night_reads_so(slack: Company, reach: str, late: bool) -> None:  # noqa: FBT001 - parametrized
    slack.erin.logs("Acme", reach)
    slack.ravi.clicks("I'll take it", on="leads")
    before = page(slack.ravi)
    slack.ravi.clicks("I called")

    assert [("which is no working time" in said) for said in (before, slack.ravi.told)] == [late, late]


@ONE_WAY
def test_whoever_met_them_at_night_was_welcome(slack: Company) -> None:
    slack.erin.logs("Acme", "+64 9 301 0101")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("We met", on="dm")

    assert slack.ravi.told.startswith("Noted: you met. Undo")


@ONE_WAY
def test_on_a_weekend_nobody_is_at_work(worked: Company) -> None:
    worked.erin.logs("Globex", "+34 911 23 23 23")
    worked.ravi.clicks("I'll take it", on="leads")
    worked.wakes_after(days=5)

    assert "It is 10:" in page(worked.ravi, 2)


def test_a_no_ends_it_and_whoever_opens_it_again_reads_so(worked: Company) -> None:
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Lost")
    assert worked.ravi.fills(reason="no_contact") == {}
    for _ in range(31):
        worked.wakes_after(days=1)
    silent = mornings(worked)
    worked.ravi.types("/lead 1")
    worked.ravi.clicks("Reopen")
    told = worked.ravi.told
    for _ in range(31):
        worked.wakes_after(days=1)

    assert silent == []
    assert "They would rather not hear from us" in "".join(worked.erin.messages)
    assert told.startswith("Open again. They said that they would rather not hear from us: please leave them be.")
    assert not [said for said in mornings(worked) if "where we got their name" in said]


def test_whoever_said_no_is_logged_again_only_after_a_question(worked: Company) -> None:
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Lost")
    worked.ravi.fills(reason="no_contact")
    worked.wanda.types("/lead")
    asked = worked.wanda.fills(name="Acme again", reach="Jane@ACME.example")
    again = worked.wanda.submits()

    assert list(asked.values()) == [
        "They told us that they would rather not hear from us. If that has changed, log it once more."
    ]
    assert again == {}
    assert worked.cards("Acme again")


def test_sensitive_words_are_asked_about_once_and_then_stored(worked: Company) -> None:
    worked.erin.types("/lead")
    asked = worked.erin.fills(name="Globex", reach="Hank is on sick leave")
    stored = worked.erin.submits()
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Note for the team")
    noted = worked.ravi.fills(note="Sie ist Gewerkschafterin")
    changed = worked.ravi.fills(note="She is pregnant, too")

    assert next(iter(asked.values())).startswith("This seems to be about somebody's health")
    assert stored == {}
    assert worked.cards("Globex")
    assert "a trade union" in next(iter(noted.values()))
    assert "health" in next(iter(changed.values()))
    assert worked.ravi.submits() == {}
    assert "She is pregnant, too" in page(worked.ravi)
