"""Whoever presses what is not theirs reads for whom it is."""

from collections.abc import Sequence
from copy import deepcopy

import pytest

from sandbox import finding
from sandbox.records import Message
from sandbox.sight import DM
from tests.slack.company import Company


@pytest.fixture
def slack(first_day: Company) -> Company:
    first_day.works_with(rep=["ravi", "rita"], recruiter=["ruth"], manager=["mara"], desk=["ada"])
    first_day.erin.logs("Acme", "jane@acme.example")
    return first_day


@pytest.fixture
def marketed(first_day: Company) -> Company:
    """With marketing, which finds out more before sales takes over."""
    first_day.works_with(rep=["ravi"], marketer=["mona"], manager=["mara"], desk=["ada"])
    first_day.erin.logs("Acme", "jane@acme.example")
    return first_day


def seen(messages: Sequence[Message], text: str) -> tuple[Message, str]:
    """A message with this button, as it stood there once: for somebody to press later, be it theirs to see or not."""
    return deepcopy(next(one for one in messages if finding.button(one, text))), text


def presses(company: Company, who: str, button: tuple[Message, str]) -> None:
    found = finding.button(*button)
    assert found
    getattr(company, who).human.acts(button[0], *found[0].ids)
    company.settle()


def test_what_nobody_has_is_for_the_reps(slack: Company) -> None:
    slack.wanda.clicks("I'll take it", on="leads")

    assert slack.wanda.told == "That is for the reps and the lead desk."


def test_a_possible_colleague_is_for_the_recruiters(slack: Company) -> None:
    slack.erin.logs("Jo Park", kind="talent")
    presses(slack, "mara", seen(slack.sandbox.world.channel("hiring").messages, "I'll take it"))

    assert slack.mara.told == "That is for the recruiters and the lead desk."


def test_where_somebody_has_first_call_it_is_for_them(slack: Company) -> None:
    slack.erin.logs("Initech", "bill@initech.example", wanted="rita")
    slack.wanda.clicks("I'll take it", on="leads")

    assert slack.wanda.told == "Rita Rossi has first call on it for now."


def test_finding_out_more_is_for_marketers(marketed: Company) -> None:
    slack = marketed
    slack.ravi.clicks("Qualify", on="leads")
    assert slack.ravi.told == "That is for marketers."

    slack.mona.clicks("Qualify", on="leads")
    slack.wanda.clicks("Ready for sales", on="leads")
    assert slack.wanda.told == "That is for marketers."


def test_what_is_kept_warm_and_nobody_has_is_for_who_answers_for_it(marketed: Company) -> None:
    slack = marketed
    slack.mona.types("/lead 1")
    slack.mona.clicks("Keep warm")
    slack.mona.fills(on="2026-12-24")
    slack.wanda.clicks("Wake it", on="leads")
    assert slack.wanda.told == "That is for marketers and the lead desk."


@pytest.mark.parametrize("taken", [False, True])
def test_to_give_it_to_somebody_is_for_the_desk_and_managers_whoever_has_it(slack: Company, *, taken: bool) -> None:
    slack.later(days=1)
    give = seen(slack.ada.human.dms(), "Give to…")
    if taken:
        slack.ravi.clicks("I'll take it", on="leads")
    presses(slack, "wanda", give)

    assert slack.wanda.told == "That is for the lead desk and managers."


def test_what_somebody_has_is_for_them(slack: Company) -> None:
    slack.ravi.clicks("I'll take it", on="leads")
    slack.wanda.clicks("Spoke to them", on="leads")

    assert slack.wanda.told == "That is for Ravi Rao, who has the lead."


def test_a_contact_with_whom_nobody_has_is_for_whoever_takes_it(slack: Company) -> None:
    slack.erin.logs("Jo Park", kind="talent")
    slack.ruth.clicks("I'll take it", on="hiring")
    called = seen(slack.ruth.human.dms(), "I called")
    slack.ruth.clicks("More…", on=DM)
    slack.ruth.clicks("Give back")
    slack.ruth.submits()
    presses(slack, "mara", called)

    assert slack.mara.told == "That is for whoever takes it: nobody has it yet."
