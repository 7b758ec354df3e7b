"""Whatever a form asks for, it names all who will read it."""

import pytest

from sandbox.sight import DM
from tests.slack.company import Company


@pytest.fixture
def twice(slack: Company) -> Company:
    """Wanda gives Jane of Acme, Erin gives her too, and Ravi has it."""
    slack.wanda.logs("Acme", "jane@acme.example")
    slack.erin.logs("Acme", "jane@acme.example, needs payroll")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    return slack


@pytest.mark.parametrize(
    ("move", "labels"),
    [
        ("Spoke to them", ["A word to Wanda and Erin (Wanda and Erin see this)"]),
        ("Give back", ["A word to Wanda and Erin (Wanda and Erin see this)"]),
        ("Next step", ["Next step (Wanda and Erin, and everyone who sees the card, read this)"]),
        (
            "Lost",
            [
                "Reason (Wanda and Erin see this)",
                "A word to Wanda and Erin (Wanda and Erin see this)",
                "Note for the team (Wanda and Erin do not see this)",
            ],
        ),
        ("Pass to…", ["A word to the next owner (Wanda and Erin do not see this)"]),
        ("Won", ["They reach Wanda and Erin, and the wins channel."]),
    ],
)
def test_a_moves_form_names_everybody_who_gave_it(twice: Company, move: str, labels: list[str]) -> None:
    twice.ravi.clicks("More…", on=DM)
    twice.ravi.clicks(move)

    assert [label for label in labels if label not in twice.ravi.form] == []


def test_why_a_win_is_undone_is_read_by_all_who_gave_it_and_by_who_has_it(twice: Company) -> None:
    twice.ravi.clicks("More…", on=DM)
    twice.ravi.clicks("Won")
    twice.ravi.fills(thanks="Thank you both")
    twice.later(minutes=3)
    twice.mara.types("/lead 1")
    twice.mara.clicks("Undo the win")
    label = twice.mara.form
    twice.mara.fills(word="The wrong company")
    twice.later(minutes=3)
    read = [who for who in ("wanda", "erin", "ravi") if "The wrong company" in "".join(getattr(twice, who).messages)]

    assert read == ["wanda", "erin", "ravi"]
    assert "Why (Wanda, Erin and Ravi see this)" in label


def test_a_sentence_of_the_owners_reaches_both_and_says_so_from_its_button_to_its_answer(twice: Company) -> None:
    twice.ravi.says("They call on Friday")
    assert "Send to Wanda and Erin" in twice.ravi.last
    twice.ravi.clicks("Send to Wanda and Erin", on=DM)
    assert twice.ravi.told.startswith("Wanda Weber and Erin Ortega will read it.")

    twice.later(days=4)
    twice.wanda.clicks("Ask Ravi", on=DM)
    twice.later(minutes=3)
    twice.ravi.clicks("Write to Wanda", on=DM)
    assert twice.ravi.human.top_form().body["title"]["text"] == "Write to who gave it"
    assert "Your sentence (Wanda and Erin see this)" in twice.ravi.form


def test_whoever_would_rather_not_be_named_stays_a_colleague(slack: Company) -> None:
    slack.wanda.logs("Acme", "jane@acme.example", credit="unnamed")
    slack.erin.logs("Acme", "jane@acme.example, needs payroll")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("Spoke to them", on=DM)

    assert "A word to a colleague and Erin (a colleague and Erin see this)" in slack.ravi.form


def test_who_gave_it_too_and_reads_the_teams_notes_is_not_said_to_read_none(slack: Company) -> None:
    slack.wanda.logs("Acme", "jane@acme.example")
    slack.rita.logs("Acme", "jane@acme.example, needs payroll")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("Keep warm", on=DM)
    assert "Note for the team (Wanda does not see this)" in slack.ravi.form
    slack.ravi.fills(on="2026-12-24", note="Ask for the budget")

    slack.rita.types("/lead 1")
    assert "Ask for the budget" in slack.rita.form


def test_where_one_gave_it_and_has_it_nothing_is_said_of_who_does_not_see_a_note(slack: Company) -> None:
    slack.ravi.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("Keep warm", on=DM)

    assert slack.ravi.form.endswith("Note for the team (nobody else sees this)")
