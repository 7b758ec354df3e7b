"""Slack's Web API is down, or cuts us off: what was typed is kept, buttons work, and all is said afterwards, once."""

from threading import Thread
from time import monotonic

import pytest

from sandbox.faults import Kind
from tests.processes import until
from tests.slack.company import Company

DRAFT = "Kept as a draft. Finish it when Slack is back."


def test_a_line_typed_while_slack_is_down_is_kept_and_finished_afterwards(slack: Company) -> None:
    slack.sandbox.world.faults.down()

    slack.erin.human.types("/lead Acme, Jane Doe, jane@acme.example")
    told = slack.erin.told
    slack.sandbox.world.faults.up()
    slack.settle()
    slack.erin.clicks("Finish it")
    errors = slack.erin.submits()

    assert told == DRAFT
    assert not errors
    assert slack.cards("Acme · Jane")
    assert len(slack.erin.messages) == 2


def test_a_line_that_nobody_finishes_is_forgotten_in_the_end(slack: Company) -> None:
    slack.sandbox.world.faults.down()
    slack.erin.human.types("/lead Acme, Jane Doe, jane@acme.example")
    slack.sandbox.world.faults.up()

    slack.wakes_after(days=89)
    slack.erin.clicks("Finish it", on="dm")
    kept = slack.erin.form
    slack.erin.human.closes()
    slack.wakes_after(days=2)
    slack.erin.clicks("Finish it", on="dm")

    assert "Company or person" in kept
    assert slack.erin.told == "That draft is gone: it is finished, or too old."


def test_a_button_works_while_slack_is_down_and_everybody_hears_afterwards_once(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.sandbox.world.faults.down()

    slack.ravi.human.clicks("I'll take it")
    saying = Thread(target=slack.settle)
    saying.start()
    tried = until(lambda: slack.sandbox.world.faults.cut > 3)
    down = slack.cards("Acme")
    slack.sandbox.world.faults.up()
    saying.join()
    slack.later(minutes=3)

    assert tried
    assert "Nobody has it yet" in down[0]
    assert "Ravi Rao has it" in slack.cards("Acme")[0]
    assert "jane@acme.example" in slack.ravi.contact
    assert [said for said in slack.erin.messages if "took it" in said] == [slack.erin.last]


def test_a_button_that_needs_a_form_says_that_slack_is_away_and_changes_nothing(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")
    slack.sandbox.world.faults.add("views.open", "reset_before")

    slack.ravi.clicks("Keep warm", on="dm")

    assert slack.ravi.told.startswith("Slack does not answer just now. Nothing has changed")
    assert "Ravi Rao has it" in slack.cards("Acme")[0]


@pytest.mark.parametrize(
    "fault",
    ["reset_before", "reset_after", "internal_error", "internal_error_done", "fatal_error", "status", "truncated"],
)
def test_a_message_whose_end_is_unknown_is_said_once(slack: Company, fault: Kind) -> None:
    slack.sandbox.world.faults.add("chat.postMessage", fault, times=3)

    slack.erin.logs("Acme")

    assert len(slack.cards("Acme")) == 1
    assert len(slack.erin.messages) == 1
    assert len([one for one in slack.sandbox.world.channel("leads").messages if one.thread_ts]) == 1


@pytest.mark.parametrize("asked", ["conversations.history", "chat.update"])
def test_what_may_have_arrived_is_not_forgotten_when_slack_asks_for_patience(slack: Company, asked: str) -> None:
    slack.sandbox.world.faults.add("chat.postMessage", "reset_after", times=3)
    slack.sandbox.world.faults.add(asked, "ratelimited", times=3, retry_after=0)

    slack.erin.logs("Acme")

    assert len(slack.cards("Acme")) == 1
    assert len(slack.erin.messages) == 1
    assert len([one for one in slack.sandbox.world.channel("leads").messages if one.thread_ts]) == 1


@pytest.mark.parametrize("fault", ["reset_before", "reset_after", "internal_error", "status", "truncated"])
def test_an_edit_whose_end_is_unknown_is_made(slack: Company, fault: Kind) -> None:
    slack.erin.logs("Acme")
    slack.sandbox.world.faults.add("chat.update", fault, times=2)

    slack.ravi.clicks("I'll take it")

    assert len(slack.cards("Acme")) == 1
    assert "Ravi Rao has it" in slack.cards("Acme")[0]


def test_slack_that_asks_for_patience_gets_it(slack: Company) -> None:
    slack.sandbox.world.faults.add("chat.postMessage", "ratelimited", retry_after=1)
    began = monotonic()

    slack.erin.logs("Acme")

    assert monotonic() - began >= 1
    assert len(slack.cards("Acme")) == 1
    assert len(slack.erin.messages) == 1


def test_an_answer_that_did_not_arrive_did_happen_and_the_second_try_says_so(slack: Company) -> None:
    slack.erin.logs("Acme")

    slack.ravi.clicks("I'll take it")
    slack.sandbox.push.again("interactive")
    slack.settle()

    assert slack.ravi.told == "Yours. Undo"
    assert "Ravi Rao has it" in slack.cards("Acme")[0]


def test_a_channel_that_was_archived_holds_up_nobody_else(slack: Company) -> None:
    slack.ada.human.archives("leads")

    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.opens_home()
    slack.ravi.clicks("I'll take it", on="home")
    slack.later(minutes=3)

    assert "Ravi Rao took it" in slack.erin.last
    assert "jane@acme.example" in slack.ravi.contact
