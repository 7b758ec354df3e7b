"""What is said reaches Slack once, whatever Slack does meanwhile."""

import pytest

from sandbox.faults import Kind
from tests.slack.company import Company


@pytest.mark.parametrize(
    "end", ["reset_after", "truncated", "internal_error_done", "status", "fatal_error", "ratelimited"]
)
def test_a_post_whose_end_is_unclear_stands_once(slack: Company, end: Kind) -> None:
    slack.sandbox.world.faults.add("chat.postMessage", end, times=2, retry_after=0)

    slack.erin.logs("Acme")

    assert len(slack.cards("Acme")) == 1
    assert len(slack.erin.messages) == 1


def test_an_edit_whose_end_is_unclear_is_made(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.sandbox.world.faults.add("chat.update", "reset_before", times=2)

    slack.ravi.clicks("I'll take it")

    assert "Ravi Rao has it" in slack.cards("Acme")[0]


def test_a_card_that_somebody_deleted_is_posted_anew(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.sandbox.world.channel("leads").messages.clear()
    slack.ravi.opens_home()

    slack.ravi.clicks("I'll take it", on="home")

    (card,) = slack.cards("Acme")
    assert "Ravi Rao has it" in card


def test_while_slack_is_down_buttons_work_and_what_is_to_be_said_is_said_afterwards(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.sandbox.world.faults.down()

    slack.ravi.human.clicks("I'll take it")
    slack.sandbox.world.faults.up()
    slack.settle()

    assert "Ravi Rao has it" in slack.cards("Acme")[0]
    assert "Acme" in slack.ravi.last


def test_what_we_say_of_a_message_to_other_apps_is_a_hash_and_no_name(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")

    for place in ("leads", "dm"):
        for message in slack.erin.human.messages(place):
            metadata = message.metadata or {}
            assert metadata["event_type"] == "leadloop_notice"
            assert set(metadata["event_payload"]) == {"mark"}
            assert "acme" not in str(metadata).lower()


def test_the_line_on_a_lock_screen_names_no_candidate_and_no_address(slack: Company) -> None:
    slack.erin.logs("Jo Park", "jo@park.example", kind="talent")

    slack.ruth.clicks("I'll take it", on="hiring")
    slack.later(minutes=2)

    people = [slack.erin, slack.ruth]
    texts = [message.text for person in people for message in person.human.dms()]
    texts += [message.text for message in slack.sandbox.world.channel("hiring").messages]
    assert texts
    assert not [text for text in texts if "Jo" in text or "@" in text]


def test_a_slow_slack_holds_up_no_button(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.sandbox.world.faults.delay = 0.4

    slack.ravi.human.clicks("I'll take it")
    calls = [call.method for call in slack.sandbox.world.calls]
    slack.sandbox.world.faults.delay = 0.0
    slack.settle()

    assert "chat.update" not in calls
    assert slack.ravi.told == "Yours. Undo"
