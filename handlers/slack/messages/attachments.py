"""Files that were shared about a lead: links on its page, and a word to whoever works it."""

from collections.abc import Sequence

from bot.people import Person
from bot.show.attachments import Attached, File
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called, line, say
from handlers.slack.wording.phrases import Part, Phrase

SHOWN = 20
"""So many of them a page shows."""


def links(files: Sequence[File]) -> list[Block]:
    """Where each is, who shared it, and when."""
    if not files:
        return []
    more = say("lead.files.more") if len(files) > SHOWN else ()
    return [blocks.context(line("lead.files")), blocks.lines(*(_link(file) for file in files[:SHOWN]), more)]


def _link(file: File) -> Phrase:
    return say("lead.file", file=(Part(file.title, url=file.link),), author=file.author, at=file.at)


def named(titles: Sequence[str]) -> Phrase:
    """In a message: their names alone."""
    return say("lead.files.named", names=", ".join(titles)) if titles else ()


@render_for.register
def attached(shown: Attached, _reader: Person | None) -> Block:
    lead, author = shown.lead, shown.author
    key = "attached.says.several" if len(shown.titles) > 1 else "attached.says" if shown.titles else "attached.gone"
    says = say(key, author=author, title=lead.title, names=", ".join(shown.titles))
    text = say("attached.text", author=author, called=called(lead))
    return blocks.message(text, [blocks.lines(says), *blocks.actions(parts.more(lead, "button.open"))])
