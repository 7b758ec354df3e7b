"""There is a word for everything that the domain can say, and no word for nothing."""

import re
from pathlib import Path

import pytest

from bot import carrying, reasons
from bot.answers import Answer
from bot.errors import Refused
from bot.ids import LeadId, PersonId
from bot.leads import Kind, Status
from bot.moves import TABLE
from handlers.slack import wording
from handlers.slack.wording import en

BOT = Path(__file__).parents[2] / "bot"
FRONT = Path(__file__).parents[2] / "handlers" / "slack"


def source() -> str:
    return "\n".join(file.read_text() for room in (BOT, FRONT) for file in room.rglob("*.py"))


def codes(of: str) -> set[str]:
    """Every code that a Refused or an Answer is made with, as it stands in the source."""
    return {
        code
        for call in re.findall(rf"{of}\(([^\n]*)", source())
        for code in re.findall(r'"([a-z_]+)"', call.split(",")[0])
    }


def test_every_refusal_in_the_source_has_its_sentence() -> None:
    said = codes("Refused")

    assert len(said) > 20
    assert {code for code in said if f"refused.{code}" not in en.SENTENCES} == set()


def test_no_refusal_has_a_sentence_that_nothing_says() -> None:
    worded = {key.split(".")[1] for key in en.SENTENCES if key.startswith("refused.")}

    assert worded - set(re.findall(r'"([a-z_]+)"', source())) == set()


def test_every_answer_in_the_source_and_every_move_has_its_sentence() -> None:
    said = codes("Answer") | {move.name for move in TABLE}

    assert {code for code in said if f"answer.{code}" not in en.SENTENCES} == set()


def test_each_sentence_stands_on_one_page() -> None:
    assert sum(len(page.SENTENCES) for page in en.PAGES) == len(en.SENTENCES)


@pytest.mark.parametrize("kind", Kind)
def test_every_move_status_reason_and_check_has_its_words(kind: Kind) -> None:
    assert all(wording.label(move, kind) for move in TABLE)
    assert all(f"did.{move.name}" in en.SENTENCES for move in TABLE)
    assert all(wording.status(status, kind) for status in Status)
    assert all(f"reason.{code}" in en.SENTENCES for code in reasons.OF[kind])
    assert all(f"check.{code}" in en.SENTENCES for code in carrying.CHECKLIST)


def test_the_words_on_buttons_are_those_of_the_product() -> None:
    sales = {wording.label(move, Kind.SALES) for move in TABLE}
    talent = {wording.label(move, Kind.TALENT) for move in TABLE}

    assert sales >= {"I'll take it", "Qualify", "Ready for sales", "Spoke to them", "Meeting booked", "Proposal sent"}
    assert sales >= {"Won", "Lost", "Keep warm", "Not for us", "Pass to…", "Give back", "Wake it", "Withdraw"}
    assert talent >= {"I'll take it", "Screening", "Interview", "Offer", "Hired", "Not this time", "Keep warm"}


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        (Refused("taken", owner=PersonId(2)), "Ravi took this lead a moment ago."),
        (Refused("taken", owner=None), "Somebody took this lead a moment ago."),
        (Refused("moved_on", status="won", owner=PersonId(2)), "It has moved on. Now: Won, and Ravi has it."),
        (Refused("too_long", field="name", most=200), "That is too long: at most 200 characters, please."),
        (Refused("needed", field="checklist"), "All four are needed before sales takes over."),
        (Refused("cannot_take_it", name="Wanda"), "Wanda cannot take such leads. Choose somebody else."),
    ],
)
def test_a_refusal_says_what_is_true(refused: Refused, sentence: str) -> None:
    assert wording.refusal(refused, lambda _: "Ravi") == sentence


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer("take", LeadId(42)), "Yours."),
        (Answer("logged", LeadId(42)), "Logged as lead 42. Thank you."),
        (Answer("asked", facts={"owner": "Ravi"}), "Ravi is asked. You will hear."),
        (Answer("win", facts={"kind": "talent"}), "Hired. Well done, all of you."),
    ],
)
def test_an_answer_says_what_was_done(answer: Answer, sentence: str) -> None:
    assert wording.answer(answer, lambda _: "Ravi") == sentence


def test_what_nobody_thought_of_is_still_a_sentence() -> None:
    assert wording.refusal(Refused("nobody_thought_of_it"), str).startswith("Sorry")
    assert wording.answer(Answer("nobody_thought_of_it"), str) == "Done."


def test_facts_are_never_read_as_templates() -> None:
    assert wording.line("refused.taken.owner", owner="{owner} *x*") == "{owner} *x* took this lead a moment ago."
