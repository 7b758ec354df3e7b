"""Who is not rewarded reads so before they give a lead, kindly; and it is kept with the lead as it was that day."""

import csv
import io

import pytest

from bot import services
from bot.ids import LeadId, Origin
from bot.rewarded import Unrewarded
from bot.setup import Weekly
from sandbox.records import Value
from tests.slack.company import Company

WELCOME = "Your lead is as welcome, and you are named and thanked."
OF_THEIR_ROLE = f"{WELCOME} A reward is not paid to those who work leads in your role here."


def sets(slack: Company, **fields: Value) -> None:
    slack.ada.types("/lead admin")
    slack.ada.clicks("Who is rewarded…", on="leads")
    assert slack.ada.fills(**fields) == {}


def why(slack: Company, number: int) -> Unrewarded | None:
    with slack.store.read() as unit:
        return unit.lead(LeadId(number)).unrewarded


def form(slack: Company, name: str) -> str:
    """What they read in the form of a new lead."""
    person = getattr(slack, name)
    person.types("/lead")
    said: str = person.form
    person.human.closes()
    return said


def test_everybody_is_rewarded_until_an_admin_names_who_is_not(slack: Company) -> None:
    assert WELCOME not in form(slack, "ravi")
    slack.ravi.logs("Acme")
    sets(slack, roles=["rep"])
    slack.ravi.logs("Globex")
    slack.erin.logs("Initech")

    assert OF_THEIR_ROLE in form(slack, "ravi")
    assert WELCOME not in form(slack, "erin")
    assert [why(slack, number) for number in (1, 2, 3)] == [None, Unrewarded.ROLE, None]
    assert OF_THEIR_ROLE in slack.ravi.last
    assert WELCOME not in slack.erin.last

    sets(slack, roles=[])
    assert WELCOME not in form(slack, "ravi")
    assert why(slack, 2) is Unrewarded.ROLE, "as it was that day"


def test_a_department_is_not_in_the_companys_own_words_and_the_change_says_who_made_it(slack: Company) -> None:
    teams = [("Support", [slack.person("erin")])]
    services.set_digest(slack.store, Origin("teams"), Weekly(), "", teams, by=slack.person("ada"), now=slack.now)
    sets(slack, departments="support\nLegal", words="Support has a bonus of its own.")

    slack.erin.types("/lead Acme, Jane Doe, jane@acme.example")
    assert f"{WELCOME} Support has a bonus of its own." in slack.erin.form
    slack.erin.clicks("Add details")
    slack.erin.sets(credit="colleague")
    assert WELCOME not in slack.erin.form, "it is for whoever gets the credit"
    slack.erin.fills(colleague="wanda")
    assert why(slack, 1) is None
    slack.erin.logs("Globex")
    assert why(slack, 2) is Unrewarded.DEPARTMENT

    slack.ada.types("/lead admin")
    slack.ada.clicks("Who changed what", on="leads")
    assert "Ada Abe · Departments that are not rewarded: Legal and support" in slack.ada.form
    assert "Ada Abe · Why somebody is not rewarded: Support has a bonus of its own." in slack.ada.form
    slack.ada.human.closes()
    slack.ada.opens_home()
    assert "Who is rewarded: everybody, but not: Legal and support" in slack.ada.home


def test_of_a_company_that_they_work_with_the_receipt_says_so(slack: Company) -> None:
    sets(slack, others=["accounts"])
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.logs("Acme", "john@acme.example", person="John Roe")
    slack.rita.logs("Acme", "joe@acme.example", person="Joe Poe")
    slack.later(hours=5)  # until then Ravi, who works there, has first call
    slack.rita.clicks("I'll take it", on="leads")
    slack.ravi.logs("ACME Ltd", "jim@acme.example", person="Jim Moe")

    assert f"{WELCOME} You work with this company already: a reward is not paid for it." in slack.ravi.last
    assert [why(slack, number) for number in (2, 3, 4)] == [Unrewarded.ACCOUNT, None, Unrewarded.ACCOUNT]


def test_each_who_gave_it_has_their_own_and_who_gets_the_credit_later_is_asked_anew(slack: Company) -> None:
    sets(slack, roles=["rep"])
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe")
    slack.rita.logs("Acme", "jane@acme.example", person="Jane Doe")
    assert [why(slack, number) for number in (1, 2)] == [None, Unrewarded.ROLE]
    assert "We have this already: no. 1" in slack.rita.last
    assert OF_THEIR_ROLE in slack.rita.last

    slack.mara.types("/lead 1")
    slack.mara.clicks("Change credit…")
    assert slack.mara.fills(to="ravi", reason="Ravi met them at the fair.") == {}

    assert why(slack, 1) is Unrewarded.ROLE


def test_who_manages_recruiters_is_not_for_a_candidate_and_is_for_a_customer(slack: Company) -> None:
    sets(slack, others=["teams"])
    slack.mara.logs("Jane Doe", kind="talent")
    slack.mara.logs("Acme")

    assert [why(slack, number) for number in (1, 2)] == [Unrewarded.TEAM, None]


@pytest.mark.parametrize("first_day", ["sqlite-http"], indirect=True)
def test_what_somebody_outside_gave_is_rewarded_and_the_export_says_what_is_not(slack: Company) -> None:
    sets(slack, roles=["rep"])
    slack.ravi.logs("Acme", credit="outside", outside="Ola Lind")
    slack.ravi.logs("Globex")
    slack.rita.logs("Initech", credit="unnamed")
    slack.mara.opens_home()
    slack.mara.clicks("Export as CSV", on="home")

    (file,) = slack.mara.human.dms()[-1].files
    rows = csv.DictReader(io.StringIO((file.data or b"").decode("utf-8-sig")))
    assert {row["Company or person"]: row["Not rewarded"] for row in rows} == {
        "Acme": "",
        "Globex": "Role",
        "Initech": "yes",
    }, "of who would rather not be named it says no more"
