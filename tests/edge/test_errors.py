"""Whatever goes wrong, a person reads one private sentence where they look, and the log holds nothing of theirs."""

import logging

import pytest

from bot.errors import Refused
from sandbox.records import TEAM
from sandbox.server import Sandbox
from tests.edge.bots import Bot, posts_a_button, shows_home


def test_a_refused_command_is_answered_in_its_acknowledgement(either_bot: Bot, sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")
    either_bot.heard.fails = Refused("not_now")

    erin.types("/lead")

    assert erin.answers == ["not_now"]


def test_a_refusal_names_people(bot: Bot, sandbox: Sandbox) -> None:
    ravi, rita = sandbox.human("ravi"), sandbox.human("rita")
    ravi.types("/lead")
    bot.heard.fails = Refused("taken", owner=bot.heard.contexts[0][0])

    rita.types("/lead")

    assert rita.answers == ["taken Ravi Rao"]


def test_a_refused_click_is_answered_beside_the_message_and_for_nobody_else(either_bot: Bot, sandbox: Sandbox) -> None:
    posts_a_button(either_bot)
    ravi, rita = sandbox.human("ravi"), sandbox.human("rita")
    either_bot.heard.fails = Refused("taken")

    ravi.clicks("Press")
    either_bot.settle()

    assert (ravi.answers, rita.answers) == (["taken"], [])
    assert [message.text for message in rita.messages()] == ["A card"]


def test_a_refused_click_in_app_home_is_answered_in_a_window(bot: Bot, sandbox: Sandbox) -> None:
    ravi = sandbox.human("ravi")
    shows_home(bot, ravi.id)
    bot.heard.fails = Refused("taken")

    ravi.clicks("Press", on="home")

    assert ravi.form is not None
    assert "taken" in str(ravi.form.as_json())


@pytest.mark.parametrize(
    ("field", "label"), [("reach", "Reach"), ("name", "Name"), ("elsewhere", "Name"), (None, "Name")]
)
def test_a_refused_form_says_so_under_its_field_and_keeps_what_was_typed(
    either_bot: Bot, sandbox: Sandbox, field: str | None, label: str
) -> None:
    erin = sandbox.human("erin")
    erin.types("/lead form")
    erin.sets("Name", "Acme")
    erin.sets("Reach", "jane@acme.example")
    either_bot.heard.fails = Refused("blank", field=field)

    assert erin.submits() == {label: "blank"}

    either_bot.heard.fails = None
    assert erin.submits() == {}


def test_a_fault_is_an_apology_and_the_log_has_where_but_not_what(
    bot: Bot, sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    erin = sandbox.human("erin")
    bot.heard.fails = ValueError("jane@acme.example")

    with caplog.at_level(logging.DEBUG):
        erin.types("/lead Acme, jane@acme.example")

    assert erin.answers == ["fault"]
    ours = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("sandbox"))
    assert "ValueError" in ours
    assert "bots.py" in ours
    assert "acme" not in ours


@pytest.mark.usefixtures("bot")
def test_slack_away_has_a_sentence_of_its_own(sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")
    erin.types("/lead")
    sandbox.world.faults.down()

    erin.types("/lead form")

    assert erin.answers[-1] == "slack_away"


def test_an_event_that_nobody_wants_is_acknowledged(bot: Bot) -> None:
    event = {"type": "reaction_added", "user": "U0ERIN0000", "event_ts": "17.5"}

    answer = bot.hearing.dispatch({"type": "event_callback", "team_id": TEAM, "event_id": "Ev1", "event": event})

    assert answer.status == 200, "Slack would send it three times more"


def test_a_form_that_nobody_knows_is_not_acknowledged(bot: Bot, sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")

    ack = erin.forge({"type": "view_submission", "user": {"id": erin.id}, "view": {"id": "V1", "callback_id": "odd"}})

    assert ack.trouble
    assert bot.heard.contexts == []


def test_who_was_refused_what_can_be_read_in_the_log(
    bot: Bot, sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    erin = sandbox.human("erin")
    erin.types("/lead")
    bot.heard.fails = Refused("not_yours", lead=42, name="Jane Jones")

    with caplog.at_level(logging.INFO):
        erin.types("/lead")

    assert f"Refused to person {bot.heard.contexts[0][0]}: not_yours." in caplog.text
    assert "Jane" not in caplog.text
