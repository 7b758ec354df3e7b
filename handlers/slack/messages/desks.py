"""What nobody has taken, to the lead desk."""

from bot.people import Person
from bot.show.desks import AtDesk, Waiting
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import line, say

SHOWN = 8
"""So many leads a message shows, with their buttons."""


@render_for.register
def at_desk(shown: AtDesk, _reader: Person | None) -> Block:
    waiting = shown.waiting
    if not waiting:
        done = say("desk.done")
        return blocks.message(done, [blocks.lines(done)])
    one = ".one" if len(waiting) == 1 else ""
    listed = [block for each in waiting[:SHOWN] for block in _lead(each)]
    more = len(waiting) - SHOWN
    said = [blocks.lines(say(f"desk.says{one}")), *listed]
    said += [blocks.context(line("desk.more", number=more))] if more > 0 else []
    return blocks.message(say(f"desk.text{one}", number=len(waiting)), said)


def _lead(waiting: Waiting) -> list[Block]:
    lead = waiting.lead
    head = say("home.work", title=blocks.cut(lead.title, 300), status=line(f"kind.{lead.kind}"))
    buttons = [parts.move_button(move, lead, apart="desk") for move in waiting.moves]
    opens = parts.lead_button("button.open", "lead:open", lead, apart="desk")
    return [blocks.lines(head, parts.given(lead, waiting.referrer)), *blocks.actions(*buttons, opens)]
