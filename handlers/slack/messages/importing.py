"""A list of leads has come in."""

from bot.people import Person
from bot.show.importing import Imported
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import line, say


@render_for.register
def imported(shown: Imported, _reader: Person | None) -> Block:
    counted = [say(f"imported.{fate}", number=f"{many:,}") for fate, many in shown.fates.items() if many]
    below = [blocks.context(line("imported.about")), blocks.context(line("imported.report", report=shown.report))]
    said = [blocks.lines(say("imported.says", name=shown.name), *counted), *below]
    return blocks.message(say("imported.text", name=shown.name), said)
