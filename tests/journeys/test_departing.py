"""Whoever gave leads leaves the company: their credit stays theirs, and somebody who stays is told."""

import pytest

from sandbox.sight import DM
from tests.slack.company import Company

STAYS = "Erin Ortega has left the company. The credit for lead"


@pytest.fixture
def given(slack: Company) -> Company:
    """Wanda logs two leads for Erin, who gives one herself, and is the liaison for another."""
    for name in ("Acme", "Initech"):
        slack.wanda.logs(name, f"jane@{name.lower()}.example", credit="colleague", colleague="erin")
    slack.erin.logs("Globex", "joe@globex.example")
    slack.erin.logs("Hooli", "gav@hooli.example", credit="outside", outside="Ola Lind")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    return slack


def test_the_credit_stays_on_screen_and_who_logged_it_for_them_is_told_once(given: Company) -> None:
    slack = given
    slack.erin.leaves()
    slack.later(days=3)

    assert [text for text in slack.wanda.messages if "has left" in text] == [
        "Erin Ortega has left the company. The credit for leads 1 and 2, which you logged for them, stays theirs."
    ]
    assert all("Given by Erin Ortega" in slack.cards(name)[0] for name in ("Acme", "Initech", "Globex"))
    slack.mara.types("/lead digest")
    assert "Erin Ortega" in slack.mara.told
    assert "Wanda" not in slack.mara.told


def test_the_desk_reads_who_outside_would_hear_nothing_any_more(given: Company) -> None:
    slack = given
    slack.erin.leaves()
    slack.later(minutes=3)

    told = next(text for text in slack.ada.messages if "Please see that they hear" in text)
    assert "Ola Lind gave Hooli" in told
    assert not [name for name in ("Acme", "Initech", "Globex") if name in told]
    slack.ada.clicks("Open", on=DM)
    assert "Ola Lind (through Erin Ortega)" in slack.ada.form


def test_of_what_is_closed_nobody_is_told_and_of_a_single_lead_in_the_singular(slack: Company) -> None:
    for name in ("Acme", "Initech"):
        slack.wanda.logs(name, credit="colleague", colleague="erin")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("More…", on=DM)
    slack.ravi.clicks("Lost")
    slack.ravi.fills(reason="timing")
    slack.erin.leaves()
    slack.later(minutes=3)

    assert f"{STAYS} 1, which you logged for them, stays theirs." in slack.wanda.last


def test_whoever_gave_only_leads_of_their_own_leaves_nobody_to_be_told(slack: Company) -> None:
    slack.erin.logs("Acme")
    told = [slack.wanda.messages, slack.ada.messages]
    slack.erin.leaves()
    slack.later(minutes=3)

    assert [slack.wanda.messages, slack.ada.messages] == told


def test_a_possible_colleague_is_named_by_number_alone_to_who_logged_them(slack: Company) -> None:
    slack.wanda.logs("Jo Doe", kind="talent", credit="colleague", colleague="erin")
    slack.erin.leaves()
    slack.later(minutes=3)

    assert "has left the company" in slack.wanda.last
    assert "Jo" not in slack.wanda.last + slack.wanda.human.dms()[-1].text
