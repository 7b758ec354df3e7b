"""The ledger's anchors, to who administers."""

from bot.people import Person
from bot.show.anchors import Anchors
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import line, say


@render_for.register
def anchored(shown: Anchors, _reader: Person | None) -> Block:
    days = [
        blocks.lines(
            say("anchors.day", day=one.day, entries=one.entries, leads=one.leads),
            say("anchors.digest", digest=one.digest.hex()),
        )
        for one in shown.days
    ]
    about = blocks.context(line("anchors.about"))
    return blocks.message(say("anchors.text"), [blocks.header(line("anchors.title")), about, *days])
