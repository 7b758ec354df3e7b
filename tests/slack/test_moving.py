"""People move leads by buttons and forms, and take it back."""

import pytest

from tests.slack.company import Company


def test_a_rep_takes_a_lead_and_the_one_who_gave_it_hears_two_minutes_later(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")

    slack.ravi.clicks("I'll take it")
    before = slack.erin.messages
    slack.later(minutes=2)

    assert slack.ravi.told == "Yours. Undo"
    assert "Ravi Rao has it" in slack.cards("Acme")[0]
    assert "jane@acme.example" in slack.ravi.contact
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


def test_it_is_too_late_to_undo_after_two_minutes(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")
    slack.later(minutes=2)

    slack.ravi.clicks("Undo")

    assert slack.ravi.told == "It is too late to take that back: two minutes have gone by."


def test_who_may_not_gets_a_private_sentence_and_nothing_changes(slack: Company) -> None:
    slack.erin.logs("Acme")

    slack.wanda.clicks("I'll take it")

    assert "Yours" not in slack.wanda.told
    assert "Nobody has it yet" in slack.cards("Acme")[0]


def test_what_is_written_to_one_person_does_not_stand_in_the_thread_for_all(slack: Company) -> None:
    slack.erin.logs("Acme", "needs payroll")
    slack.ravi.clicks("I'll take it")
    slack.ravi.clicks("Spoke to them", on="dm")
    slack.ravi.fills(word="They are keen.")
    slack.wanda.clicks("I know them")
    slack.wanda.fills(word="We were at school.")
    slack.later(minutes=2)

    assert "They are keen." in slack.erin.last
    assert any("We were at school." in message for message in slack.ravi.messages)
    assert "needs payroll" in slack.thread("Acme")
    assert "Wanda Weber knows them" in slack.thread("Acme")
    for private in ("They are keen.", "We were at school.", "passed on their name"):
        assert private not in slack.thread("Acme")


def test_a_conversation_is_noted_with_what_was_learned(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")

    slack.ravi.clicks("Spoke to them", on="dm")
    errors = slack.ravi.fills(values="Reliability", word="They are keen.")
    slack.later(minutes=2)

    assert not errors
    assert "Undo" in slack.ravi.told
    assert "In conversation" in slack.cards("Acme")[0]
    assert "They are keen." in slack.erin.last
    assert "Reliability" not in slack.erin.last


def test_a_loss_has_two_readers(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")

    slack.ravi.clicks("More…", on="dm")
    slack.ravi.clicks("Lost")
    errors = slack.ravi.fills(reason="no_budget", note="Their buyer is a pain")
    slack.later(minutes=3)

    assert not errors
    assert not slack.ravi.form
    assert "They have no budget for it." in slack.erin.last
    assert "pain" not in "".join([*slack.erin.messages, *slack.cards("Acme")])


def test_a_reason_is_needed_and_its_absence_stands_under_its_field(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")
    slack.ravi.clicks("Keep warm", on="dm")

    errors = slack.ravi.fills(on="2026-11-20")

    assert list(errors.values()) == ["That day is past. Choose a later one."]
    assert slack.ravi.fills(on="2027-02-01") == {}
    assert "Keeping warm" in slack.cards("Acme")[0]


def test_a_lead_is_passed_on_and_the_first_owner_has_it_no_more(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it")

    slack.ravi.clicks("More…", on="dm")
    slack.ravi.clicks("Pass to…")
    errors = slack.ravi.fills(owner="rita", note="She speaks their language")
    slack.later(hours=8)

    assert not errors
    assert "Rita Rossi has it" in slack.cards("Acme")[0]
    assert "She speaks their language" in slack.rita.last
    assert "jane@acme.example" not in slack.ravi.last


def test_nobody_passes_a_lead_to_somebody_who_works_none(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")
    slack.ravi.clicks("More…", on="dm")
    slack.ravi.clicks("Pass to…")

    errors = slack.ravi.fills(owner="wanda")

    assert list(errors.values()) == ["Wanda Weber cannot take such leads. Choose somebody else."]


@pytest.mark.parametrize(("button", "said"), [("I called", "called"), ("I wrote", "wrote"), ("We met", "met")])
def test_a_touch_is_one_tap(slack: Company, button: str, said: str) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")

    slack.ravi.clicks(button, on="dm")
    slack.later(minutes=2)

    assert slack.ravi.told == f"Noted: you {said}. Undo"
    assert said in slack.erin.last


def test_a_next_step_stands_on_the_card_with_its_day(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")

    slack.ravi.clicks("More…", on="dm")
    slack.ravi.clicks("Next step")
    slack.ravi.fills(step="Send the offer", on="2026-11-27")

    assert "Send the offer" in slack.cards("Acme")[0]
    assert "27 November 2026" in slack.cards("Acme")[0]


def test_a_move_from_app_home_is_answered_in_a_window_with_undo(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.opens_home()

    slack.ravi.clicks("I'll take it", on="home")
    told = slack.ravi.told
    slack.ravi.clicks("Undo")

    assert told == "Yours. Undo"
    assert slack.ravi.told == "Taken back. Nobody was told."
    assert "Nobody has it yet" in slack.cards("Acme")[0]


def test_a_move_from_a_leads_page_is_answered_in_its_place(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("Update…")

    slack.ravi.clicks("I'll take it")
    told = slack.ravi.told
    slack.ravi.clicks("Undo")

    assert told == "Yours. Undo"
    assert slack.ravi.told == "Taken back. Nobody was told."
    assert len(slack.ravi.human.forms) == 1


def test_a_form_without_a_message_behind_it_is_answered_in_its_place(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("I'll take it")
    slack.ravi.human.closes()
    slack.ravi.opens_home()

    slack.ravi.clicks("Spoke to them", on="home")
    errors = slack.ravi.fills(values="Reliability")

    assert not errors
    assert slack.ravi.told.endswith("Undo")


def test_a_button_for_a_lead_that_is_none_says_so(slack: Company) -> None:
    slack.erin.logs("Acme")
    press = {"type": "button", "action_id": "move:take", "block_id": "b", "value": "999", "action_ts": "1.1"}

    ack = slack.ravi.human.forge({"actions": [press]})

    assert ack.trouble == ""
    assert slack.ravi.told == "There is no such lead."


def test_a_button_pressed_twice_says_that_it_is_done(slack: Company) -> None:
    slack.erin.logs("Acme")
    (card,) = [message for message in slack.sandbox.world.channel("leads").messages if not message.thread_ts]
    blocks = card.blocks
    slack.ravi.clicks("I'll take it")
    card.blocks = blocks

    slack.ravi.clicks("I'll take it", on=card)

    assert slack.ravi.told == "You have it already."
    slack.later(minutes=2)
    assert len(slack.erin.messages) == 2
