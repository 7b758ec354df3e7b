"""While Slack opens no form, what was typed is kept; what is to be said is said when it is back."""

from tests.slack.colleague import read
from tests.slack.company import Company


def test_a_line_is_kept_as_a_draft_and_finished_when_slack_is_back(slack: Company) -> None:
    slack.erin.opens_home()
    slack.sandbox.world.faults.add("views.open", "status")

    slack.erin.types("/lead Acme, jane@acme.example")

    assert slack.erin.told == "Kept as a draft. Finish it when Slack is back."
    slack.erin.clicks("Finish it")
    assert slack.erin.submits() == {}
    assert slack.cards("Acme")


def test_a_draft_is_finished_once(slack: Company) -> None:
    slack.erin.opens_home()
    slack.sandbox.world.faults.add("views.open", "status")
    slack.erin.types("/lead Acme")
    (draft,) = slack.erin.human.dms()
    buttons = draft.blocks
    slack.erin.clicks("Finish it")
    slack.erin.submits()
    now = read(draft)
    draft.blocks = buttons

    slack.erin.clicks("Finish it")

    assert now == "Your draft has become a lead. Thank you."
    assert slack.erin.told == "That draft is gone: it is finished, or too old."


def test_without_a_word_there_is_nothing_to_keep_and_a_sentence_says_so(slack: Company) -> None:
    slack.erin.opens_home()
    slack.sandbox.world.faults.add("views.open", "status")

    slack.erin.types("/lead")

    assert "Slack" in slack.erin.told


def test_a_message_is_kept_with_its_place(slack: Company) -> None:
    message = slack.mona.human.says("Acme wants us", "general")
    slack.sandbox.world.faults.add("views.open", "status")

    slack.erin.human.message_shortcut("Log this as a lead", message)
    slack.settle()

    assert "Acme wants us" in slack.erin.last
    slack.erin.clicks("Finish it")
    slack.erin.submits()
    slack.erin.types("/lead 1")
    assert "The message it came from" in slack.erin.form


def test_somebody_new_is_heard_too_while_slack_is_down(slack: Company) -> None:
    slack.sandbox.world.faults.down()

    slack.wanda.human.types("/lead Acme, jane@acme.example")
    kept = slack.wanda.told
    slack.sandbox.world.faults.up()
    slack.settle()

    assert kept == "Kept as a draft. Finish it when Slack is back."
    assert "Acme, …" in slack.wanda.last
    slack.wanda.clicks("Finish it")
    assert slack.wanda.submits() == {}
    assert slack.cards("Acme")
