"""The company's own settings: cadences, hours, days off; who set what when, and what was promised stays promised."""

import pytest

from tests.slack.company import Company

ONE_WAY = pytest.mark.parametrize("first_day", ["sqlite-http"], indirect=True)
"""For what neither the database nor the way there has a part in."""


@pytest.fixture
def worked(slack: Company) -> Company:
    """Ravi has Acme, which Erin gave; she has heard, and hears again on Monday at five past ten."""
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it")
    slack.later(minutes=3)
    return slack


def test_how_often_people_hear_changes_from_now_and_says_who_changed_it_and_what_it_was(worked: Company) -> None:
    ada, promised = worked.ada, worked.erin.messages[0]
    ada.types("/lead settings")
    ada.clicks("The company's settings")
    ada.clicks("How often people hear")
    wrong = ada.forged(sales="61", talent="14", warm="30")
    ada.types("/lead admin")
    ada.clicks("How often people hear", on="leads")
    assert ada.fills(sales="3") == {}
    ada.types("/lead admin")
    ada.clicks("How often people hear", on="leads")
    form = ada.form
    ada.human.closes()
    ada.clicks("Who changed what", on="leads")

    assert wrong == {"sales": "Write a number of days, from 1 to 60."}
    assert "Ada Abe set this on 23 November 2026 (was 7 days)." in form
    assert "Ada Abe · Days for a possible customer: 3 days (was 7 days)" in ada.form
    assert "Ada Abe · Reps: Ravi Rao and Rita Rossi" in ada.form
    assert worked.erin.messages[0] == promised
    worked.ravi.clicks("I called", on="dm")
    worked.later(minutes=3)
    assert "You will hear again by 26 November 2026." in worked.erin.last


def test_a_promise_that_falls_on_a_new_day_off_is_kept_before_it(worked: Company) -> None:
    worked.ada.opens_home()
    worked.ada.clicks("Days off", on="home")
    assert worked.ada.fills(days="2026-11-30\n2026-12-01") == {}
    worked.later(days=3)
    before = len(worked.erin.messages)
    worked.later(days=1, hours=6)  # Friday afternoon

    assert len(worked.erin.messages) == before + 1
    assert "There is no news from Ravi Rao yet." in worked.erin.last


def test_working_time_holds_for_everybody_who_has_not_chosen_their_own(worked: Company) -> None:
    worked.ravi.types("/lead settings")
    worked.ravi.fills(starts="10:00", ends="18:00")
    worked.ada.opens_home()
    worked.ada.clicks("Working time", on="home")
    asleep = worked.ada.fills(starts="07:00", ends="15:00")
    assert worked.ada.fills(wakes="06:30", sleeps="17:00", days=["Tuesday", "Wednesday", "Thursday"]) == {}
    home = worked.ada.home
    worked.erin.logs("Globex")
    worked.rita.clicks("I'll take it", on="leads")
    worked.later(hours=20, minutes=20)  # Tuesday, ten to half past six in Madrid
    before = worked.erin.last
    worked.later(minutes=15)

    assert asleep == {"Nobody is written to before": "People are at work then."}
    assert "Working time: Tuesday to Thursday, 07:00 to 15:00; nobody is written to before 06:30 or after 17:00" in home
    assert "Rita Rossi took it" not in before
    assert "Rita Rossi took it" in worked.erin.last

    worked.rita.clicks("More…", on="dm")
    worked.rita.clicks("Next step")
    assert worked.rita.fills(step="Call them", on="2026-11-25") == {}
    worked.later(hours=30)  # Wednesday, before seven in New York, and after
    early = worked.rita.last
    worked.later(minutes=45)
    assert "Your leads today" not in early
    assert "Your leads today" in worked.rita.last


@ONE_WAY
def test_what_people_ask_for_themselves_is_not_in_what_admins_see_of_changes(worked: Company) -> None:
    worked.ada.opens_home()
    worked.ada.clicks("Who changed what", on="home")
    before = worked.ada.form
    worked.ada.human.closes()
    worked.erin.types("/lead settings")
    own = worked.erin.form
    worked.erin.fills(rhythm="weekly")
    worked.ada.clicks("Who changed what", on="home")

    assert "The company's settings" not in own
    assert worked.ada.form == before
