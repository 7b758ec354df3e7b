"""What is held up: to one admin, who can mend it, and in every admin's App Home."""

from collections.abc import Sequence

from bot.people import Person
from bot.show.troubles import Parked
from bot.troubles import Cause
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import line, say
from handlers.slack.wording.phrases import Part, Phrase

SHOWN = 5


@render_for.register
def parked(shown: Parked, _reader: Person | None) -> Block:
    if shown.mended:
        said = blocks.lines(say("parked.mended", where=_where(shown)))
        return blocks.message(say("parked.mended", where=_called(shown)), [said])
    text = say("parked.text", where=_called(shown))
    return blocks.message(text, [blocks.lines(_says(shown), say("parked.kept")), *blocks.actions(*_buttons([shown]))])


def in_home(shown: Sequence[Parked]) -> list[Block]:
    """With how many messages wait: it does not depend on a message that cannot be sent itself."""
    if not shown:
        return []
    said = [blocks.lines(_says(each), _waits(each)) for each in shown[:SHOWN]]
    more = [blocks.context(line("parked.more", number=len(shown) - SHOWN))] if len(shown) > SHOWN else []
    return [blocks.header(line("parked.title")), *said, *more, *blocks.actions(*_buttons(shown)), blocks.divider()]


def _says(shown: Parked) -> Phrase:
    """What is wrong, and how to mend it."""
    return say(f"parked.{shown.cause}", where=_where(shown))


def _waits(shown: Parked) -> Phrase:
    key = "parked.waits.one" if shown.number == 1 else "parked.waits"
    return say(key, number=shown.number, since=shown.since)


def _where(shown: Parked) -> Phrase:
    """A channel by what it is for, and by its name where there is one to be seen."""
    named = (Part(_called(shown), bold=True),)
    if shown.reference and shown.cause is not Cause.MISSING:
        return (*named, Part(" ("), Part(shown.reference, channel=shown.reference), Part(")"))
    return named


def _called(shown: Parked) -> str:
    if shown.place is not None:
        return line(f"parked.place.{shown.place}")
    return shown.person or line("parked.everywhere")


def _buttons(shown: Sequence[Parked]) -> list[Block]:
    again = blocks.button(line("button.parked.again"), "parked:again", 0, style="primary")
    places = blocks.button(line("button.parked.places"), "setup:places", 0, apart="parked")
    people = blocks.button(line("button.parked.people"), "setup:people", 0, apart="parked")
    return [
        again,
        *([places] if any(each.place for each in shown) else []),
        *([people] if any(each.person for each in shown) else []),
    ]
