"""For how long a lead counts as its givers': shown, extended by whatever happens, and its end is said to them."""

import pytest

from bot import erasing
from bot.ids import LeadId
from sandbox.sight import DM
from tests.slack.company import Company

ONE_WAY = pytest.mark.parametrize("first_day", ["sqlite-http"], indirect=True)
"""For what neither the database nor the way there has a part in."""
JANE = "jane@acme.example, needs payroll"


def page(slack: Company, name: str, number: int = 1) -> str:
    """What somebody reads on a lead's page."""
    person = getattr(slack, name)
    person.types(f"/lead {number}")
    said: str = person.form
    person.human.closes()
    return said


@pytest.fixture
def quiet(slack: Company) -> Company:
    """Erin gives Jane of Acme, Ravi takes it, and then nothing happens to it: until 22 May it counts as hers."""
    slack.erin.logs("Acme", JANE, person="Jane Doe")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    return slack


def test_it_is_shown_and_whatever_somebody_does_starts_it_anew_but_what_they_take_back(quiet: Company) -> None:
    slack = quiet
    assert "It is yours until 22 May 2027, and longer with whatever happens to it." in page(slack, "erin")
    assert "It counts as given by Erin Ortega until 22 May 2027" in page(slack, "rita")

    slack.wakes_after(days=10)
    assert "until 22 May 2027" in page(slack, "erin"), "what we say by ourselves is nothing that happens"
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Spoke to them")
    slack.ravi.submits()
    assert "It is yours until 1 June 2027" in page(slack, "erin")
    slack.ravi.clicks("Undo")
    assert "It is yours until 22 May 2027" in page(slack, "erin")
    slack.wanda.types("/lead 1")
    slack.wanda.clicks("I know them")
    slack.wanda.fills(word="We were at school together")
    assert "It is yours until 1 June 2027" in page(slack, "erin")


def test_two_weeks_before_its_givers_hear_and_asking_starts_it_anew(quiet: Company) -> None:
    slack = quiet
    slack.wanda.logs("Acme", JANE, person="Jane Doe")
    slack.wakes_after(days=167)
    assert "counts as yours" not in "".join([*slack.erin.messages, *slack.wanda.messages])
    slack.later(days=2)

    says = (
        "Nothing happened to Acme · Jane since 23 November 2026. Until 22 May 2027 it counts as yours if somebody else "
        "gives it too. Ask Ravi Rao, or say what is new, and that starts anew."
    )
    for giver in (slack.erin, slack.wanda):
        assert "".join(giver.messages).count(says) == 1
    assert "counts as yours" not in "".join(slack.ravi.messages)
    slack.erin.clicks("Ask Ravi", on=DM)
    for giver in (slack.erin, slack.wanda):
        assert "Something happened to Acme · Jane: it counts as yours until 7 November 2027 again." in giver.last
    assert "It is yours until 7 November 2027" in page(slack, "wanda", 2)
    slack.later(days=14)
    assert "gives it anew" not in "".join([*slack.erin.messages, *slack.wanda.messages])


def test_an_update_in_the_last_month_says_until_when_and_none_before(quiet: Company) -> None:
    quiet.wakes_after(days=140)
    assert "There is no news from Ravi Rao yet." in quiet.erin.last
    assert "It counts as yours" not in quiet.erin.last

    quiet.wakes_after(days=21)

    until = "It counts as yours until 22 May 2027 if somebody else gives it too; whatever happens starts that anew."
    assert until in quiet.erin.last


def test_once_it_is_over_they_hear_and_who_gives_it_then_gives_a_lead_of_their_own(quiet: Company) -> None:
    slack = quiet
    slack.wakes_after(days=182)

    says = (
        "Nothing happened to Acme · Jane since 23 November 2026: from now on, somebody else who gives it gives it "
        "anew. That you gave it stays in its record, and if it is won you are thanked and rewarded like before."
    )
    assert "".join(slack.erin.messages).count(says) == 1, "after an outage the end alone, and once"
    assert "Until 22 May" not in "".join(slack.erin.messages)
    assert "Since 22 May 2027, whoever else gives it gives it anew." in page(slack, "rita")

    slack.wanda.logs("Acme", JANE, person="Jane Doe")

    assert (
        "We had this before: no. 1, Acme · Jane, given by Erin Ortega 23 November 2026. Nothing had happened to it "
        "for long, so yours is a lead of its own, linked to it, and counts as yours."
    ) in slack.wanda.last
    assert "Wanda Weber gave Acme · Jane anew: nothing had happened to yours for long, so both stand" in slack.erin.last
    assert "It is yours until 20 November 2027" in page(slack, "wanda", 2)
    assert "Perhaps the same: no. 1, Acme · Jane, given by Erin Ortega" in page(slack, "rita", 2)
    assert "Perhaps the same: no. 2, Acme · Jane, given by Wanda Weber" in page(slack, "rita", 1)
    assert "Given by Erin Ortega ·" in page(slack, "rita", 1)
    slack.erin.types("/lead Acme, Jane Doe, jane@acme.example")
    assert "You gave this already" in str(slack.erin.submits())


def test_what_happens_afterwards_starts_it_again_but_not_where_it_is_somebody_elses_by_then(quiet: Company) -> None:
    slack = quiet
    slack.wakes_after(days=182)
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("I called")
    assert "It is yours until 20 November 2027" in page(slack, "erin")
    assert "it counts as yours until 20 November 2027 again" in "".join(slack.erin.messages)
    slack.ravi.clicks("Undo")
    assert "Since 22 May 2027, whoever else gives it" in page(slack, "erin")

    slack.wanda.logs("Acme", JANE, person="Jane Doe")
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("I called")

    assert "Since 22 May 2027, whoever else gives it" in page(slack, "erin")
    slack.ada.logs("Acme", JANE, person="Jane Doe")
    assert "We have this already: no. 2" in slack.ada.last


def test_who_muted_it_is_not_told_and_who_wants_milestones_is(quiet: Company) -> None:
    slack = quiet
    slack.wanda.logs("Acme", JANE, person="Jane Doe")
    slack.later(minutes=3)
    slack.erin.clicks("Mute this lead", on=DM)
    slack.wanda.types("/lead settings")
    assert slack.wanda.fills(rhythm="milestones") == {}
    slack.wakes_after(days=182)

    assert "gives it anew" not in "".join(slack.erin.messages)
    assert "gives it anew" in slack.wanda.last


def test_a_lead_that_is_closed_has_none_and_one_that_is_kept_warm_has_it_from_its_day_on(quiet: Company) -> None:
    slack = quiet
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Keep warm")
    slack.ravi.fills(on="2027-03-01")
    assert "It is yours until 28 August 2027" in page(slack, "erin")

    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Wake it")
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Lost")
    slack.ravi.fills(reason="timing")
    assert "yours until" not in page(slack, "erin")
    slack.ravi.clicks("Undo")
    assert "It is yours until 22 May 2027" in page(slack, "erin")


def test_of_a_candidate_it_is_said_in_other_words_and_the_lock_screen_names_nobody(slack: Company) -> None:
    slack.erin.logs("Jane Doe", "+34 600 123 456", kind="talent")
    slack.wakes_after(days=182)

    assert "Nothing happened with Jane since 23 November 2026" in slack.erin.last
    assert "if they are hired you are thanked and rewarded like before" in slack.erin.last
    assert "Jane" not in slack.erin.human.dms()[-1].text


def test_what_is_held_back_has_none_and_whoever_was_told_reads_no_more_whom_it_is_about(quiet: Company) -> None:
    slack, ada, now = quiet, quiet.person("ada"), quiet.now
    with slack.store.write() as unit:
        erasing.restrict(unit, unit.lead(LeadId(1)), by=ada, now=now)
        held = unit.lead(LeadId(1))
        assert (held.window_on, held.window_due) == (None, None)
        erasing.lift(unit, held, by=ada, now=now)
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("I called")
    slack.later(minutes=3)
    slack.wakes_after(days=182)
    assert "Nothing happened to Acme · Jane" in slack.erin.last

    later = slack.now
    with slack.store.write() as unit:
        erasing.erase(unit, unit.lead(LeadId(1)), because="asked", by=ada, now=later)
        assert unit.lead(LeadId(1)).window_on is None
    slack.settle()
    assert "Acme" not in "".join(slack.erin.messages)


@ONE_WAY
def test_an_admin_chooses_how_long_and_what_was_promised_stays(quiet: Company) -> None:
    slack, ada = quiet, quiet.ada
    ada.types("/lead admin")
    ada.clicks("How long it is theirs", on="leads")
    assert ada.forged(window="29") == {"window": "Write a number of days, from 30 to 3650, or nothing."}
    assert ada.forged(window="ever") == {"window": "Write a number of days, from 30 to 3650, or nothing."}
    assert ada.fills(window="90") == {}
    assert "until 22 May 2027" in page(slack, "erin")
    slack.erin.logs("Globex")
    assert "It is yours until 21 February 2027" in page(slack, "erin", 2)

    ada.types("/lead admin")
    ada.clicks("How long it is theirs", on="leads")
    assert "Ada Abe set this on 23 November 2026 (was 180 days)." in ada.form
    assert ada.fills(window="") == {}
    ada.types("/lead admin")
    ada.clicks("Who changed what", on="leads")
    assert "Ada Abe · How long a lead is its givers': for ever (was 90 days)" in ada.form
    ada.human.closes()
    slack.wakes_after(days=200)
    assert "counts as yours" not in "".join(slack.erin.messages)
    assert "yours until" not in page(slack, "erin", 2)

    ada.types("/lead admin")
    ada.clicks("How long it is theirs", on="leads")
    assert ada.fills(window="30") == {}
    assert "It is yours until 11 July 2027" in page(slack, "erin", 2)
