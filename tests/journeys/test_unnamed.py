"""*Me, but unnamed*: whoever gave a lead has all that they had, and nobody else reads their name anywhere."""

import json
from collections.abc import Iterator

import pytest

from bot.people import UNNAMED
from sandbox.sight import DM
from tests.slack.company import Company

NAME = "Erin"


@pytest.fixture
def unnamed(first_day: Company) -> Company:
    """Erin gave Acme and Jo Park, and would rather not be named."""
    slack = first_day
    slack.works_with(rep=["ravi", "rita"], recruiter=["ruth"], manager=["mara"], privacy=["mona"])
    for name, reach, kind in (("Acme", "jane@acme.example, needs payroll", "sales"), ("Jo Park", "", "talent")):
        slack.erin.logs(name, reach, kind=kind, how_known="We sang", help="I introduce you", credit="unnamed")
    return slack


def read_by_others(slack: Company) -> Iterator[str]:
    """All that anybody but Erin has before them, or got as a file."""
    world, erin = slack.sandbox.world, slack.erin.human.user.id
    for channel in world.channels.values():
        if channel.user != erin:
            yield from (f"{one.text} {json.dumps(one.blocks)}" for one in channel.messages if one.bot_id)
    yield from (f"{one.text} {json.dumps(one.blocks)}" for one in world.ephemerals if one.to != erin)
    yield from (json.dumps(home.body) for user, home in world.homes.items() if user != erin)
    yield from (json.dumps(form.body) for user, forms in world.stacks.items() if user != erin for form in forms)
    yield from ((file.data or b"").decode(errors="replace") for file in world.files.values())


def check(slack: Company, *others: str) -> None:
    """Looks, and then closes what is open before these people."""
    said = list(read_by_others(slack))
    assert not [text for text in said if NAME in text]
    assert not [text for text in [*said, *slack.erin.messages] if UNNAMED in text or "fdd0" in text]
    for name in others:
        while getattr(slack, name).human.form:
            getattr(slack, name).human.closes()


def test_a_colleague_stands_where_the_name_would(unnamed: Company) -> None:
    slack = unnamed

    slack.ravi.clicks("I'll take it", on="leads")

    assert "Given by a colleague" in slack.cards("Acme")[0]
    assert "A colleague gave this lead" in slack.thread("Acme")
    assert "given by a colleague" in slack.ravi.human.dms()[-1].text
    assert "How a colleague knows them: We sang" in slack.ravi.last
    check(slack)


def test_nobody_reads_it_in_all_of_a_leads_life(unnamed: Company) -> None:
    slack = unnamed
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ruth.clicks("I'll take it", on="hiring")
    slack.later(minutes=3)
    check(slack)

    slack.erin.says("The office moves", under="This is lead no. 1")
    slack.erin.clicks("Send to Ravi", on=DM)
    slack.later(minutes=3)
    check(slack)
    slack.erin.clicks("Correct it", on=slack.erin.human.dms()[0])
    slack.erin.fills(need="Payroll in Spain")
    slack.ravi.clicks("See what changes", on=DM)
    check(slack, "ravi")
    slack.erin.clicks("Withdraw", on=slack.erin.human.dms()[0])
    slack.later(days=2)
    check(slack)
    slack.mara.clicks("I know them", on="leads")
    slack.mara.fills(word="We rowed")
    slack.erin.types("/lead 1")
    slack.erin.clicks("Ask Ravi")
    slack.later(days=1)
    check(slack)
    for who, where in (
        ("ravi", "/lead 1"),
        ("mara", "/lead board"),
        ("rita", "/lead find acme"),
        ("mara", "/lead digest"),
    ):
        getattr(slack, who).types(where)
        check(slack, who)
    slack.ravi.types("/lead 1")
    for form in ("Spoke to them", "Meeting booked", "Lost", "Pass to…", "Won"):
        slack.ravi.clicks(form)
        check(slack)
        slack.ravi.human.closes()
    slack.mara.opens_home()
    slack.mara.clicks("Export as CSV", on="home")
    slack.later(days=14)
    check(slack)


def test_the_win_thanks_a_colleague_and_them(unnamed: Company) -> None:
    slack = unnamed
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("More…", on=DM)
    slack.ravi.clicks("Won")
    slack.ravi.fills(may_name=["yes"])
    slack.later(days=3)

    assert "A colleague gave this lead, Ravi Rao worked it." in slack.cards("", "wins")[-1]
    assert "In the name of us all: thank you." in slack.cards("", "wins")[-1]
    assert "Ravi" in " ".join(slack.erin.messages)
    check(slack)


def test_whoever_is_asked_about_their_data_tells_no_name_either(unnamed: Company) -> None:
    slack = unnamed
    slack.ravi.clicks("I'll take it", on="leads")
    slack.mona.types("/lead privacy")
    slack.mona.fills(words="jane@acme.example")
    check(slack)
    slack.mona.fills(leads=["1"], deed="copy")
    slack.later(minutes=3)
    check(slack, "mona")

    slack.mona.types("/lead privacy")
    slack.mona.fills(words="jane@acme.example")
    slack.mona.fills(leads=["1"], deed="erase")
    slack.mona.submits()
    slack.later(days=1)

    check(slack)
    assert "Who gave it stays: thank you." in " ".join(slack.cards("A possible customer"))


def test_it_is_changed_as_all_that_was_given(unnamed: Company) -> None:
    slack = unnamed
    slack.erin.clicks("Edit", on=slack.erin.human.dms()[0])
    assert "Me, but unnamed" in slack.erin.form

    slack.erin.fills(credit="me")

    assert "Given by Erin Ortega" in slack.cards("Acme")[0]
