"""A lead that is logged for a colleague: theirs is the credit, unless they leave it to who logged it."""

from copy import deepcopy

import pytest

from sandbox.sight import DM
from tests.slack.company import Company

CREDITED = "Wanda Weber logged this for you: no. 1"
BEHALF = "Lead 1 is Erin Ortega's"


@pytest.fixture
def behalf(slack: Company) -> Company:
    """Wanda, on her phone in the warehouse, logs what Erin told her of."""
    slack.wanda.logs("Acme", "jane@acme.example, needs payroll", credit="colleague", colleague="erin")
    return slack


def test_the_colleague_is_told_at_once_and_has_the_credit_everywhere(behalf: Company) -> None:
    slack = behalf
    slack.later(seconds=10)

    assert CREDITED in slack.erin.last
    assert slack.erin.human.dms()[-1].text == "Wanda Weber logged lead 1 for you. Thank you for Acme."
    assert BEHALF in slack.wanda.last
    assert "Given by Erin Ortega" in slack.cards("Acme")[0]
    assert "Wanda Weber logged this lead for Erin Ortega, who gave it" in slack.thread("Acme")


def test_they_hear_of_it_and_not_who_logged_it(behalf: Company) -> None:
    slack = behalf
    before = slack.wanda.messages

    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)

    assert "Ravi Rao took it" in slack.erin.last
    assert slack.wanda.messages == before
    slack.erin.opens_home()
    assert "Acme" in slack.erin.home
    slack.wanda.opens_home()
    assert "Acme" not in slack.wanda.home


def test_in_the_week_of_the_company_it_is_theirs(behalf: Company) -> None:
    behalf.mara.types("/lead digest")

    assert "Erin Ortega 1" in behalf.mara.told
    assert "Wanda" not in behalf.mara.told


def test_whoever_sleeps_reads_of_it_in_the_morning(slack: Company) -> None:
    slack.wanda.logs("Acme", credit="colleague", colleague="mara")
    slack.later(minutes=3)
    at_night = slack.mara.messages

    slack.later(hours=12)

    assert not at_night
    assert CREDITED in slack.mara.messages[0]


def test_they_leave_the_credit_to_who_logged_it(behalf: Company) -> None:
    slack = behalf
    slack.later(seconds=10)

    slack.erin.clicks("Leave the credit to Wanda", on=DM)
    slack.later(seconds=10)

    assert slack.erin.told == "Wanda Weber has the credit for lead 1 now, and is told what becomes of it."
    assert slack.erin.messages[0] == "You left the credit for lead 1 to Wanda Weber, who logged it."
    assert "The credit for lead 1 was left to you, who logged it." in slack.wanda.messages[0]
    assert "This is lead no. 1" in slack.wanda.messages[-1]
    assert "Given by Wanda Weber" in slack.cards("Acme")[0]
    assert "Erin Ortega left the credit to Wanda Weber, who logged it" in slack.thread("Acme")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    assert "Ravi Rao took it" in slack.wanda.last
    assert "Ravi Rao took it" not in " ".join(slack.erin.messages)


def test_what_they_were_still_to_hear_is_told_to_who_has_the_credit_then(behalf: Company) -> None:
    slack = behalf
    slack.later(seconds=10)
    slack.ravi.clicks("I'll take it", on="leads")

    slack.erin.clicks("Leave the credit to Wanda", on=DM)
    slack.later(minutes=3)

    assert "Ravi Rao took it" in slack.wanda.last
    assert "Ravi Rao took it" not in " ".join(slack.erin.messages)


def test_that_it_was_muted_does_not_make_it_quiet_for_another(behalf: Company) -> None:
    slack = behalf
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    slack.erin.clicks("Mute this lead", on=DM)
    slack.erin.clicks("Leave the credit to Wanda", on=slack.erin.human.dms()[0])

    slack.later(days=8)

    assert "Ravi Rao has it" in slack.wanda.last
    assert "You will hear again by" in slack.wanda.last


def test_it_is_not_left_to_somebody_who_has_left_the_company(behalf: Company) -> None:
    slack = behalf
    slack.later(seconds=10)
    old = deepcopy(slack.erin.human.dms()[0])
    slack.wanda.leaves()

    slack.erin.clicks("Leave the credit to Wanda", on=old)

    assert slack.erin.told == "Wanda Weber has left the company, so the credit stays yours."
    assert "Given by Erin Ortega" in slack.cards("Acme")[0]
    slack.erin.clicks("Edit", on=DM)
    assert slack.erin.fills(need="Payroll") == {}
    assert "Leave the credit" not in slack.erin.messages[0]


def test_a_second_press_on_a_copy_of_the_receipt_leaves_nothing_more(behalf: Company) -> None:
    slack = behalf
    slack.later(seconds=10)
    old = deepcopy(slack.erin.human.dms()[0])

    slack.erin.clicks("Leave the credit to Wanda", on=old)
    slack.erin.clicks("Leave the credit to Wanda", on=old)

    assert slack.erin.told == "That is for whoever has the credit."
    assert slack.thread("Acme").count("left the credit") == 1


def test_it_waits_for_a_name(slack: Company) -> None:
    slack.wanda.types("/lead Acme")
    slack.wanda.clicks("Add details")
    assert "Which colleague?" not in slack.wanda.form

    asked = slack.wanda.fills(credit="colleague", name="Acme Ltd")

    assert asked == {"Which colleague?": "Choose who it is."}
    assert slack.wanda.fills(colleague="erin") == {}
    assert slack.cards("Acme Ltd")


def test_a_guest_cannot_have_it(slack: Company) -> None:
    slack.wanda.types("/lead Acme")
    slack.wanda.clicks("Add details")

    asked = slack.wanda.fills(credit="colleague", colleague="gus")

    assert list(asked) == ["Which colleague?"]
    assert not slack.cards("Acme")


def test_who_names_themselves_gave_it(slack: Company) -> None:
    slack.wanda.logs("Acme", credit="colleague", colleague="wanda")

    assert "This is lead no. 1" in slack.wanda.last
    assert "Leave the credit" not in slack.wanda.last
