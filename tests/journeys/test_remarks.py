"""Telling what is wrong, and the way to the CRM."""

import pytest

from tests.slack.company import Company


@pytest.mark.parametrize("kind", ["sales", "talent"])
def test_what_is_wrong_reaches_the_desk_with_the_screen(slack: Company, kind: str) -> None:
    slack.ada.opens_home()
    slack.ada.clicks("People")
    slack.ada.fills(**{"desk.sales": "mona", "desk.talent": "ruth"})
    desk = slack.mona if kind == "sales" else slack.ruth
    slack.erin.logs("Jo Park", kind=kind)

    slack.erin.opens_home()
    slack.erin.clicks("Open", on="home")
    slack.erin.clicks("Tell us what's wrong")
    assert slack.erin.fills(word="I cannot see who has it") == {}
    told = slack.erin.told
    slack.later(minutes=3)

    assert told == "Thank you. The lead desk reads it."
    assert desk.last == ("Erin Ortega tells you what is wrong, on the page of lead 1:\nI cannot see who has it")


def test_the_help_and_app_home_ask_what_is_wrong(slack: Company) -> None:
    slack.erin.types("/lead help")
    slack.erin.clicks("Tell us what's wrong")
    slack.erin.fills(word="It is too long")
    slack.erin.opens_home()
    slack.erin.clicks("Tell us what's wrong", on="home")
    slack.erin.fills(word="It is too short")
    slack.later(minutes=3)

    assert slack.ada.messages[-2:] == [
        "Erin Ortega tells you what is wrong, on the help:\nIt is too long",
        "Erin Ortega tells you what is wrong, on the Home tab:\nIt is too short",
    ]


def test_sensitive_words_are_asked_about_there_too(slack: Company) -> None:
    slack.erin.types("/lead help")
    slack.erin.clicks("Tell us what's wrong")

    asked = slack.erin.fills(word="Hank of Globex is on sick leave")

    assert next(iter(asked.values())).startswith("This seems to be about somebody's health")
    assert slack.erin.submits() == {}


def test_the_team_opens_the_lead_in_the_crm_and_nobody_else_sees_the_way(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("More…", on="dm")
    slack.ravi.clicks("Link to the CRM")
    refused = slack.ravi.fills(crm="javascript:alert(1)")
    assert slack.ravi.fills(crm="https://crm.example/42") == {}

    for person in (slack.mara, slack.erin, slack.wanda):
        person.types("/lead 1")

    assert list(refused.values()) == ["That is not a link. It begins with https://."]
    assert "Open in CRM" in slack.ravi.last
    assert "https://crm.example/42" in str(slack.ravi.human.dms()[-1].blocks)
    assert "Open in CRM" in slack.mara.form
    for person in (slack.erin, slack.wanda):
        assert "crm.example" not in str(person.human.form)
        assert "Link to the CRM" not in person.form
    assert "Ravi Rao linked it to the CRM" in slack.thread("Acme")
