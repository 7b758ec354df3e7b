"""People log leads: by the command, its words, the shortcuts."""

from tests.slack.company import Company


def test_the_one_who_logs_gets_a_receipt_and_the_reps_a_card(slack: Company) -> None:
    slack.erin.logs("Acme", "Jane Doe, jane@acme.example, needs payroll")

    assert "lead no. 1, a possible customer" in slack.erin.last
    (card,) = slack.cards("Acme")
    assert "Given by Erin" in card
    assert "jane@acme.example" not in card


def test_a_line_after_the_command_fills_in_the_form(slack: Company) -> None:
    slack.erin.types("/lead Acme, Jane Doe, jane@acme.example, needs payroll in Spain")

    slack.erin.submits()

    (card,) = slack.cards("Acme · Jane")
    assert "Given by Erin" in card
