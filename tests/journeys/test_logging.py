"""Logging in half a minute: by the command, by both shortcuts, by a draft; corrected, withdrawn, of the other kind."""

import pytest

from tests.slack.company import Company


@pytest.mark.parametrize(
    ("line", "card", "known"),
    [
        ("Acme", "Acme", []),
        ("Acme, Jane Doe, jane@acme.example, needs payroll", "Acme · Jane", ["jane@acme.example", "needs payroll"]),
        ("Acme, +34 911 23 23 23", "Acme", ["+34911232323"]),
        ("Acme https://acme.example", "Acme", ["https://acme.example"]),
        ("Acme, @ravi, wants a demo", "Acme", ["wants a demo", "Erin Ortega has Ravi Rao in mind"]),
        ("Müller & Söhne GmbH, Ana de la Torre", "Müller & Söhne GmbH · Ana", ["Ana de la Torre"]),
    ],
)
def test_a_line_is_read_into_the_form_and_kept(slack: Company, line: str, card: str, known: list[str]) -> None:
    slack.erin.types(f"/lead {line}")
    assert slack.erin.submits() == {}

    (shown,) = slack.cards(f"{card}\n")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.types("/lead 1")
    said = shown + slack.ravi.last + slack.ravi.form
    assert [one for one in known if one in said] == known


def test_a_number_without_its_country_is_of_where_they_are_whatever_language_slack_has(slack: Company) -> None:
    slack.erin.speaks("en-US")

    slack.erin.logs("Acme", "600 222 333, wants trays")

    slack.ravi.clicks("I'll take it", on="leads")
    assert "\nwants trays\n" in slack.ravi.last
    slack.ravi.clicks("Contact", on="dm")
    assert "tel:+34600222333" in str(slack.ravi.human.top_form().body)


def test_the_receipt_says_what_comes_next_and_by_when(slack: Company) -> None:
    slack.erin.logs("Acme")

    assert "This is lead no. 1, a possible customer." in slack.erin.last
    assert "Our reps see it now, and one of them takes it." in slack.erin.last
    assert "You will hear by 24 November 2026" in slack.erin.last
    for button in ("Edit", "Withdraw", "They are rather a possible colleague"):
        assert button in slack.erin.last


def test_the_receipt_is_kept_and_says_later_who_has_it(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it", on="leads")

    assert len(slack.erin.messages) == 1
    assert "Ravi Rao has it." in slack.erin.last


def test_what_was_typed_stays_when_details_are_added(slack: Company) -> None:
    slack.erin.types("/lead")
    slack.erin.sets(name="Acme", reach="jane@acme.example")
    slack.erin.clicks("Add details")

    assert slack.erin.fills(person="Jane Doe", need="Payroll", how_known="School", aware=["yes"], help="A call") == {}

    slack.ravi.clicks("I'll take it", on="leads")
    for line in ("Payroll", "School", "A call", "They know that their name is passed"):
        assert line in slack.ravi.last
    reach = slack.ravi.contact
    assert "jane@acme.example" in reach
    assert "Jane Doe" in reach


@pytest.mark.parametrize("channel", ["general", "leads"])
def test_a_message_becomes_a_lead_with_the_way_back_to_it(slack: Company, channel: str) -> None:
    message = slack.mona.human.says("Acme asked for us, jane@acme.example", channel)

    slack.erin.human.message_shortcut("Log this as a lead", message)
    assert slack.erin.fills(name="Acme") == {}

    assert "Given by Erin Ortega" in slack.cards("Acme\n")[0]
    slack.ravi.types("/lead 1")
    assert "The message it came from" in slack.ravi.form
    assert message.ts.replace(".", "") in str(slack.ravi.human.form)


def test_a_message_may_be_logged_twice_by_two_people(slack: Company) -> None:
    message = slack.mona.human.says("Acme", "general")

    for person in (slack.erin, slack.wanda):
        person.human.message_shortcut("Log this as a lead", message)
        assert person.submits() == {}

    (card,) = slack.cards("Acme")
    assert "Given by Erin Ortega and Wanda Weber" in card


def test_a_withdrawn_lead_is_closed_and_the_undo_brings_it_back(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.erin.clicks("Withdraw", on="dm")
    closed = slack.cards("Acme")[0]

    slack.erin.clicks("Undo")

    assert "Withdrawn" in closed
    assert "Nobody has it yet" in slack.cards("Acme")[0]


@pytest.mark.parametrize("typed", ["Acme", "help"])
def test_a_guest_logs_nothing_and_reads_who_can_for_them(slack: Company, typed: str) -> None:
    slack.gus.types(f"/lead {typed}", "general")

    assert slack.gus.told == (
        "Only full members of this workspace can do that. A colleague who is one can log a lead for you."
    )
    assert not slack.cards("")
