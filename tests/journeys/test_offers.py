"""What whoever gave a lead offers besides, an introduction, their name, their advice, is asked for and done."""

from datetime import timedelta

import pytest

from bot.ids import LeadId
from bot.leads import Tie
from sandbox.sight import DM
from tests.slack.company import Company

EVERYTHING = ["introduction", "name", "advice"]


@pytest.fixture
def offered(slack: Company) -> Company:
    """Erin, who knows Jane well, offers all that can be offered; Ravi takes it."""
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe", tie="well", offers=EVERYTHING, aware=["yes"])
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    return slack


def test_whoever_has_it_reads_how_well_they_know_each_other_and_what_is_offered(offered: Company) -> None:
    with offered.store.read() as unit:
        assert unit.lead(LeadId(1)).tie is Tie.WELL
    for read in (offered.ravi.last, offered.thread("Acme")):
        assert "Erin Ortega knows them well." in read
        assert "Erin Ortega offers an introduction, their name and advice." in read


def test_an_introduction_is_asked_for_and_made_with_words_that_are_ready(offered: Company) -> None:
    slack = offered
    slack.ravi.clicks("Ask Erin for the introduction", on=DM)
    asks = slack.erin.last

    assert slack.ravi.told == "Erin Ortega is asked. You will hear."
    assert "Ravi Rao would like the introduction to" in asks
    assert "Hello Jane," in asks
    assert "I would like to introduce Ravi Rao to you" in asks
    assert "jane@acme.example" not in asks

    slack.erin.clicks("I introduced them", on=DM)
    assert slack.erin.told == "Thank you! Ravi Rao hears of it. Undo"
    assert "made the introduction to" not in slack.ravi.last
    slack.later(minutes=3)

    assert "Erin Ortega made the introduction to" in slack.ravi.last
    assert "Erin Ortega made the introduction" in slack.thread("Acme")
    assert "You did. Thank you!" in "".join(slack.erin.messages)
    assert "Ask Erin for the introduction" not in "".join(slack.ravi.messages)


def test_a_wrong_tap_is_taken_back_and_nobody_was_told(offered: Company) -> None:
    slack = offered
    slack.ravi.clicks("Ask Erin for the introduction", on=DM)
    slack.erin.clicks("I introduced them", on=DM)
    slack.erin.clicks("Undo")
    slack.later(minutes=5)

    assert "made the introduction" not in "".join([*slack.ravi.messages, slack.thread("Acme")])
    slack.erin.clicks("I introduced them", on=DM)
    slack.later(minutes=3)
    assert "Erin Ortega made the introduction to" in slack.ravi.last


def test_not_now_is_told_and_it_may_be_done_or_asked_for_later(offered: Company) -> None:
    slack = offered
    slack.ravi.clicks("Ask Erin for the introduction", on=DM)
    slack.erin.clicks("Not now", on=DM)
    slack.later(minutes=3)
    declined = slack.ravi.last
    slack.ravi.clicks("Ask Erin for the introduction", on=DM)
    again = slack.erin.last
    slack.erin.clicks("I introduced them", on=DM)
    slack.later(minutes=3)

    assert "Erin Ortega cannot introduce you to" in declined
    assert "I introduced them" in again
    assert "Erin Ortega made the introduction to" in slack.ravi.last


def test_they_may_be_mentioned_once_they_agree(offered: Company) -> None:
    slack = offered
    slack.ravi.clicks("Ask to mention Erin", on=DM)
    assert "Erin Ortega thought that we should talk." in slack.erin.last
    slack.erin.clicks("Yes, mention me", on=DM)
    slack.later(minutes=3)

    assert "Erin Ortega agrees to be mentioned to" in slack.ravi.last
    assert "Erin Ortega agrees to be mentioned." in "".join(slack.ravi.messages[:-1])


def test_advice_stands_in_the_thread_under_the_name_of_who_gave_it_and_may_be_asked_for_again(offered: Company) -> None:
    slack = offered
    for question, advice in (("Who decides?", "Jane, after a pilot."), ("When?", "Before June.")):
        slack.ravi.clicks("Ask Erin for advice", on=DM)
        assert "Erin Ortega reads this" in slack.ravi.form
        slack.ravi.fills(word=question)
        assert question in slack.erin.last
        slack.erin.clicks("Give advice", on=DM)
        assert question in slack.erin.form
        slack.erin.fills(word=advice)
        slack.later(minutes=3)

        assert f"Erin Ortega gave advice “{advice}”" in slack.thread("Acme")
        assert advice in slack.ravi.last
    slack.ravi.types("/lead 1")
    assert "Jane, after a pilot." in slack.ravi.form
    assert "Ravi Rao: Who decides?" in slack.ravi.form


def test_advice_without_a_word_is_not_taken(offered: Company) -> None:
    slack = offered
    slack.ravi.clicks("Ask Erin for advice", on=DM)
    assert slack.ravi.forged(word=" ") == {"word": "Please write a word or two here."}
    slack.ravi.fills(word="Who decides?")
    slack.erin.clicks("Give advice", on=DM)
    assert slack.erin.forged(word=" ") == {"word": "Please write a word or two here."}


def test_who_asks_twice_is_told_that_it_is_asked(offered: Company) -> None:
    slack = offered
    for _ in range(2):
        _presses(slack, "ravi", "offer:introduction", 1)
    assert slack.ravi.told == "That is asked already. You will hear."


def test_nobody_types_a_question_while_another_waits_for_its_answer(offered: Company) -> None:
    slack = offered
    slack.ravi.clicks("Ask Erin for advice", on=DM)
    slack.ravi.fills(word="Who decides?")
    _presses(slack, "ravi", "offer:advice", 1)

    assert slack.ravi.told == "That is asked already. You will hear."


def test_whoever_gets_it_next_reads_what_was_asked_and_is_told_what_comes_of_it(offered: Company) -> None:
    slack = offered
    slack.ravi.clicks("Ask Erin for the introduction", on=DM)
    slack.ravi.clicks("More…", on=DM)
    slack.ravi.clicks("Pass to…")
    slack.ravi.fills(owner="rita")
    slack.later(days=1)

    assert "Erin Ortega was asked for the introduction" in "".join(slack.rita.messages)
    assert "Rita Rossi would like the introduction" in "".join(slack.erin.messages)
    slack.erin.clicks("I introduced them", on=DM)
    slack.later(hours=8)
    assert "Erin Ortega made the introduction to" in "".join(slack.rita.messages)


def test_once_it_is_closed_nobody_is_asked_any_more(offered: Company) -> None:
    slack = offered
    slack.ravi.clicks("Ask Erin for the introduction", on=DM)
    slack.ravi.clicks("More…", on=DM)
    slack.ravi.clicks("Lost")
    slack.ravi.fills(reason="timing")
    slack.later(minutes=3)

    assert "I introduced them" not in "".join(slack.erin.messages)
    assert "Ask Erin" not in "".join(slack.ravi.messages)


def test_somebody_who_is_not_named_lends_no_name_and_stays_unnamed(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example", offers=EVERYTHING, credit="unnamed")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    offers = slack.ravi.last
    slack.ravi.clicks("Ask a colleague for advice", on=DM)
    slack.ravi.fills(word="Who decides?")
    slack.erin.clicks("Give advice", on=DM)
    slack.erin.fills(word="Jane.")
    slack.later(minutes=3)

    assert "mention" not in offers
    assert "A colleague advises you on" in slack.ravi.last
    assert "Erin" not in "".join(slack.ravi.messages) + slack.thread("Acme")


def test_of_somebody_outside_the_liaison_is_asked(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example", credit="outside", outside="Ola Lind", offers=["introduction", "name"])
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    slack.ravi.clicks("Ask Erin for the introduction", on=DM)
    asks = slack.erin.last
    slack.erin.clicks("I introduced them", on=DM)
    slack.later(minutes=3)

    assert asks.index("I would like to introduce Ravi Rao") < asks.index("Ola Lind")
    assert "Ola Lind (through Erin Ortega) made the introduction to" in slack.ravi.last


def test_nobody_is_asked_who_is_away_or_has_left(offered: Company) -> None:
    slack = offered
    slack.erin.opens_home()
    slack.erin.clicks("I am away…", on="home")
    back = slack.now.date() + timedelta(days=20)
    slack.erin.fills(until=back.isoformat(), cover="wanda")
    seen = len(slack.erin.messages)
    slack.ravi.clicks("Ask Erin for the introduction", on=DM)
    assert len(slack.erin.messages) == seen
    slack.erin.leaves()

    assert "offers an introduction" not in "".join(slack.ravi.messages)
    slack.ravi.types("/lead 1")
    assert "Ask Erin" not in slack.ravi.form


def test_what_was_not_offered_cannot_be_asked_for(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example", offers=["introduction"])
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)

    assert "Ask Erin for advice" not in slack.ravi.last
    _presses(slack, "ravi", "offer:name", 1)
    assert slack.ravi.told == "That was not offered."
    _presses(slack, "ravi", "offer:everything", 1)
    assert slack.ravi.told == "There is no such lead."


def test_nobody_answers_for_somebody_else_nor_twice(offered: Company) -> None:
    slack = offered
    slack.ravi.clicks("Ask Erin for the introduction", on=DM)
    with slack.store.read() as unit:
        ask = next(entry.id for entry in unit.entries(LeadId(1)) if entry.kind == "offer_asked")

    for who in ("ravi", "wanda", "gus"):
        for button in ("offer_done", "offer_later", "advise"):
            _presses(slack, who, button, ask)
            assert getattr(slack, who).told in {
                "There is no such lead.",
                "Only full members of this workspace can do that. A colleague who is one can log a lead for you.",
            }
    _presses(slack, "erin", "advise", ask)
    assert slack.erin.told == "There is no such lead."
    _presses(slack, "erin", "offer_done", ask)
    _presses(slack, "erin", "offer_later", ask)
    assert slack.erin.told == "That is done already."
    _presses(slack, "erin", "offer_done", 1)
    assert slack.erin.told == "There is no such lead."


def _presses(slack: Company, who: str, action_id: str, number: int) -> None:
    """A button that is not shown."""
    human = getattr(slack, who).human
    press = {"type": "button", "action_id": action_id, "block_id": "b", "value": str(number)}
    human.forge({"actions": [press | {"action_ts": human.world.ts()}]})
    slack.settle()
