"""What is stuck, to whoever is the manager: who waits and who may need a hand, and what was done about it since."""

from bot.people import Person
from bot.show.escalations import Escalated
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import digests, parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import line, say, state

SHOWN = 8
"""So many leads a message shows, with their buttons."""


@render_for.register
def escalated(shown: Escalated, _reader: Person | None) -> Block:
    many = len(shown.waiting)
    one = ".one" if many == 1 else ""
    text = say(f"escalated.text{one}", number=many) if many else say("escalated.done")
    waiting = [block for each in shown.waiting[:SHOWN] for block in digests.waiting(each)]
    more = [blocks.context(line("escalated.more", number=many - SHOWN))] if many > SHOWN else []
    settled = [
        blocks.lines(
            say("today.lead", title=blocks.cut(lead.title, 300), status=state(lead)),
            say("today.done", what=parts.happened(last, lead)),
        )
        for lead, last in shown.settled[:SHOWN]
    ]
    return blocks.message(text, [blocks.header(line("escalated.title")), *waiting, *more, *settled])
