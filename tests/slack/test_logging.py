"""People log leads: by the command, its words, the shortcuts; and correct them while nobody has taken them."""

import pytest

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


def test_whom_the_command_mentions_has_first_call(slack: Company) -> None:
    slack.erin.types("/lead Acme @ravi")

    slack.erin.submits()

    assert "Ravi" in slack.erin.last
    slack.later(minutes=2)
    assert "Erin Ortega has you in mind for Acme" in slack.ravi.last


def test_a_company_whose_name_begins_like_a_question_is_a_lead(slack: Company) -> None:
    slack.erin.types("/lead Board Games Ltd")

    slack.erin.submits()

    assert slack.cards("Board Games Ltd")


def test_details_are_added_in_place_and_what_was_typed_stays(slack: Company) -> None:
    slack.erin.types("/lead")
    slack.erin.sets(name="Acme", reach="jane@acme.example")

    slack.erin.clicks("Add details")
    errors = slack.erin.fills(person="Jane Doe", need="Payroll in Spain", wanted="ravi")

    assert not errors
    assert slack.cards("Acme · Jane")


def test_a_name_of_nothing_is_refused_under_its_field_and_the_rest_stays(slack: Company) -> None:
    slack.erin.types("/lead")

    errors = slack.erin.fills(name=" \u200b ", reach="jane@acme.example")

    assert errors == {"Company or person": "Please write a word or two here."}
    assert slack.erin.fills(name="Acme") == {}
    slack.ravi.clicks("I'll take it")
    assert "jane@acme.example" in slack.ravi.contact


@pytest.mark.parametrize(("length", "errors"), [(3000, 0), (3001, 1)])
def test_three_thousand_characters_are_kept_and_one_more_is_refused(slack: Company, length: int, errors: int) -> None:
    slack.erin.types("/lead")

    said = slack.erin.fills(name="Acme", reach="x" * length)

    assert len(said) == errors


@pytest.mark.parametrize("name", ["<!channel>", "*Acme* & _Sons_", "مرحبا", "🦊🦊🦊", "`Acme`"])
def test_what_is_typed_reads_as_typed_on_the_card(slack: Company, name: str) -> None:
    slack.erin.logs(name)

    (card,) = slack.cards("")
    assert card.startswith(f"{name}\n")


@pytest.mark.parametrize("name", ["Ac\0me", "Ac\ud800me", "\u202eAcme", " \tAcme \n", "A\u200bcme"])
def test_what_nobody_can_see_is_left_out_of_a_name(slack: Company, name: str) -> None:
    slack.erin.logs(name)

    assert slack.cards("Acme\n")


def test_a_pasted_mail_link_is_read_as_the_address(slack: Company) -> None:
    slack.erin.logs("Acme", "<mailto:jane@acme.example|jane@acme.example>")

    slack.ravi.clicks("I'll take it")

    assert "jane@acme.example" in slack.ravi.contact.split("\n")


def test_a_candidate_is_shown_to_the_hiring_team_alone(slack: Company) -> None:
    slack.erin.logs("Jo Park", "jo@park.example", kind="talent")

    assert slack.cards("Jo") == []
    assert len(slack.cards("Jo", "hiring")) == 1
    assert "a possible colleague" in slack.erin.last


def test_without_a_hiring_channel_recruiters_see_a_candidate_in_direct_messages(first_day: Company) -> None:
    first_day.works_with(places=False, recruiter=["ruth"])

    first_day.erin.logs("Jo Park", "jo@park.example", kind="talent")
    first_day.ruth.clicks("I'll take it", on="dm")

    assert first_day.ruth.told == "Yours. Undo"
    assert all(not first_day.cards("Jo", channel) for channel in ("leads", "hiring", "general"))


def test_a_candidate_is_named_to_the_desk_while_nobody_recruits(first_day: Company) -> None:
    first_day.works_with(places=False)

    first_day.erin.logs("Jo Park", kind="talent")

    assert any(message.startswith("Jo") for message in first_day.ada.messages)


def test_the_global_shortcut_opens_the_form(slack: Company) -> None:
    slack.erin.human.shortcut("Log a lead")

    assert slack.erin.fills(name="Acme") == {}
    assert slack.cards("Acme")


def test_a_message_becomes_a_lead_of_who_logs_it_and_keeps_its_place(slack: Company) -> None:
    message = slack.mona.human.says("Acme, Jane Doe, jane@acme.example, asked for us", "general")

    slack.erin.human.message_shortcut("Log this as a lead", message)
    slack.erin.submits()

    (card,) = slack.cards("Acme")
    assert "Given by Erin" in card
    slack.ravi.types("/lead 1")
    assert "The message it came from" in slack.ravi.form


def test_whom_a_message_mentions_is_part_of_it_and_has_no_call(slack: Company) -> None:
    message = slack.mona.human.says("Acme, ask @ravi about them", "general")

    slack.erin.human.message_shortcut("Log this as a lead", message)
    slack.erin.submits()
    slack.later(minutes=2)

    assert slack.ravi.messages == []
    slack.erin.types("/lead 1")
    assert "ask @Ravi Rao about them" in slack.erin.form


def test_a_lead_is_corrected_while_nobody_has_it(slack: Company) -> None:
    slack.erin.logs("Acmee", "jane@acme.example")

    slack.erin.clicks("Edit")
    errors = slack.erin.fills(name="Acme")

    assert not errors
    assert slack.erin.told == "Changed."
    assert slack.cards("Acme\n")
    slack.ravi.clicks("I'll take it")
    assert "jane@acme.example" in slack.ravi.contact


def test_a_lead_is_withdrawn_by_who_gave_it(slack: Company) -> None:
    slack.erin.logs("Acme")

    slack.erin.clicks("Withdraw")

    assert slack.erin.told == "Withdrawn. Undo"
    assert "Withdrawn" in slack.cards("Acme")[0]


def test_a_customer_turns_out_to_be_a_colleague_and_leaves_the_channel(slack: Company) -> None:
    slack.erin.logs("Jo Park")

    slack.erin.clicks("They are rather a possible colleague")

    assert slack.cards("Jo") == []
    assert slack.cards("Lead 1 is shown elsewhere now.")
    assert slack.cards("Jo", "hiring")


def test_a_guest_logs_nothing(slack: Company) -> None:
    slack.gus.types("/lead Acme", channel="general")

    assert slack.gus.form == ""
    assert "full members" in slack.gus.told
