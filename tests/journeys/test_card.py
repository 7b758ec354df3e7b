"""The card: one a lead in the leads channel, edited in place for ever after, and never with contact data."""

from sandbox.finding import words
from sandbox.records import Message
from tests.slack.company import Company

REACH = ("jane@acme.example", "911", "linkedin.com/in/jane")


def card(slack: Company) -> Message:
    (one,) = [message for message in slack.sandbox.world.channel("leads").messages if not message.thread_ts]
    return one


def test_it_is_one_message_from_the_first_day_to_the_last(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe")
    first = card(slack).ts

    slack.ravi.clicks("I'll take it", on="leads")
    for button, typed in (("Spoke to them", {}), ("Meeting booked", {"on": "2026-12-01"}), ("Won", {})):
        slack.ravi.clicks("More…", on="dm")
        slack.ravi.clicks(button)
        assert slack.ravi.fills(**typed) == {}
        slack.later(days=1)

    assert card(slack).ts == first
    assert "Ravi Rao had it · Won" in slack.cards("Acme · Jane")[0]
    assert len([one for one in slack.sandbox.world.channel("leads").messages if one.thread_ts]) == 1


def test_nothing_in_the_channel_tells_how_to_reach_them_wherever_it_was_typed(slack: Company) -> None:
    reach = "Jane, jane@acme.example, +34 911 23 23 23, linkedin.com/in/jane"
    slack.erin.logs("Acme", reach, need=f"Payroll ({reach})", how_known=reach, help=reach)
    slack.wanda.clicks("I know them", on="leads")
    slack.wanda.fills(word=reach)
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("More…", on="dm")
    slack.ravi.clicks("Next step")
    slack.ravi.fills(step=f"Call {reach}")
    slack.ravi.clicks("More…", on="dm")
    slack.ravi.clicks("Spoke to them")
    slack.ravi.fills(word=f"We write to {reach}")

    said = "\n".join(words(message) for message in slack.sandbox.world.channel("leads").messages)

    assert "Payroll" in said
    assert not [one for one in REACH if one in said]


def test_leads_wait_for_a_channel_and_admins_hear_once_what_is_missing(first_day: Company) -> None:
    first_day.ada.opens_home()
    first_day.erin.logs("Acme")
    first_day.erin.logs("Bolt")
    first_day.later(minutes=5)
    receipts, told = first_day.erin.messages, first_day.ada.messages

    first_day.works_with(rep=["ravi"])

    missing = "No channel is set for such leads yet. An admin is told; your lead is safe."
    assert [missing in receipt for receipt in receipts] == [True, True]
    assert len(told) == 1
    assert "no channel is set for possible customers" in told[0]
    assert len(first_day.cards("Acme")) == 1
    assert len(first_day.cards("Bolt")) == 1


def test_a_card_that_somebody_deleted_comes_back_with_the_next_move(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.erin.clicks("Edit")
    slack.sandbox.world.channel("leads").messages.clear()

    slack.erin.fills(name="Acme Two")

    assert slack.cards("Acme Two")


def test_an_old_card_says_what_is_true_now_and_refreshes(slack: Company) -> None:
    slack.erin.logs("Acme")
    old = list(card(slack).blocks)
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    card(slack).blocks = old

    slack.rita.clicks("I'll take it", on="leads")

    assert slack.rita.told == "Ravi Rao took this lead a moment ago."
    assert "Ravi Rao has it" in slack.cards("Acme")[0]
    assert "I'll take it" not in slack.cards("Acme")[0]


def test_its_text_works_alone_and_its_buttons_can_be_told_apart_by_ear(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.erin.logs("Bolt")

    texts = [one.text for one in slack.sandbox.world.channel("leads").messages]
    labels = [
        element["accessibility_label"]
        for one in slack.sandbox.world.channel("leads").messages
        for block in one.blocks
        for element in block.get("elements", [])
        if element.get("type") == "button"
    ]

    assert "Acme: A possible customer, given by Erin Ortega" in texts
    assert len(labels) == len(set(labels))
    assert "I know them: Acme" in labels
