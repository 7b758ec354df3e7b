"""People move leads by buttons and forms, and take it back."""

from tests.slack.company import Company


def test_a_rep_takes_a_lead_and_the_one_who_gave_it_hears_two_minutes_later(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")

    slack.ravi.clicks("I'll take it")
    before = slack.erin.messages
    slack.later(minutes=2)

    assert slack.ravi.told == "Yours. Undo"
    assert "Ravi Rao has it" in slack.cards("Acme")[0]
    assert "jane@acme.example" in slack.ravi.last
    assert len(before) == 1
    assert "Ravi Rao took it" in slack.erin.last


def test_what_is_taken_back_in_two_minutes_was_never_told(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it")

    slack.ravi.clicks("Undo")
    slack.later(minutes=3)

    assert slack.ravi.told == "Taken back. Nobody was told."
    assert "Nobody has it yet" in slack.cards("Acme")[0]
    assert len(slack.erin.messages) == 1
