"""Small messages: a draft that waits, a channel that is missing; what a private answer and the help say."""

from bot.answers import Answer
from bot.people import Person
from bot.remarks import Screen
from bot.show.notes import DraftFinished, DraftKept, PlaceMissing, Wrong
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import looks
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import line, say


@render_for.register
def draft_kept(shown: DraftKept, _reader: Person | None) -> Block:
    finish = blocks.button(line("button.finish"), "draft:finish", shown.draft, style="primary")
    said = [blocks.lines(say("draft.says")), blocks.quoted(shown.text), *blocks.actions(finish)]
    return blocks.message(say("draft.text"), said)


@render_for.register
def draft_finished(_shown: DraftFinished, _reader: Person | None) -> Block:
    said = say("draft.finished")
    return blocks.message(said, [blocks.lines(said)])


@render_for.register
def place_missing(shown: PlaceMissing, _reader: Person | None) -> Block:
    says = blocks.lines(say(f"place.{shown.place}"))
    places = blocks.button(line("button.setup.places"), "setup:places", 0, style="primary")
    return blocks.message(say("place.text"), [says, *blocks.actions(places)])


@render_for.register
def wrong(shown: Wrong, _reader: Person | None) -> Block:
    said = say(f"wrong.{shown.screen}", author=shown.author, number=shown.lead)
    return blocks.message(say("wrong.text", author=shown.author), [blocks.lines(said), blocks.quoted(shown.text)])


def wrong_button(screen: Screen, lead: int = 0) -> Block:
    """*Tell us what's wrong*, which knows where it stands."""
    return blocks.button(line("button.wrong"), f"wrong:{screen}", lead)


def private(sentence: str, given: Answer | None = None) -> list[Block]:
    """The blocks of a private answer, with *Undo* beside it while there is something to take back."""
    if given is None or given.undo is None:
        return [blocks.section(sentence)]
    undo = blocks.button(line("button.undo"), "undo", given.undo)
    return [blocks.section(sentence, undo), blocks.context(line("answer.undo"))]


def help_text(command: str, wanted: looks.Looks = looks.NOTHING) -> Block:
    """What `/lead help` says, by the configured name of the command."""
    log = blocks.button(line("home.log"), "log", 0, style="primary")
    said = [blocks.lines(say(f"help.{n}", command=command)) for n in range(1, 5)]
    return blocks.message(
        say("help.text"),
        [
            blocks.header(line("help.title")),
            *said,
            *looks.shown(wanted),
            *blocks.actions(log, wrong_button(Screen.HELP)),
        ],
    )
