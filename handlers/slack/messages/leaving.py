"""That who gave leads, or passed on news of them, has left the company."""

from bot.leads import Lead
from bot.people import Person
from bot.show.leaving import GiverLeft, LiaisonLeft
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import line, say, state

MOST = 12
"""So many leads one message shows."""


@render_for.register
def giver_left(shown: GiverLeft, _reader: Person | None) -> Block:
    """Whoever logged a lead may not be among those who see it, so it is called by its number."""
    numbers = [str(lead.id) for lead in sorted(shown.leads, key=lambda lead: lead.id)]
    leads = parts.people(numbers, MOST)
    key = "giver_left.leads" if len(numbers) > 1 else "giver_left.lead"
    says = blocks.lines(say(key if numbers else "giver_left.over", giver=shown.giver, leads=leads))
    return blocks.message(say("giver_left.text", giver=shown.giver), [says])


@render_for.register
def liaison_left(shown: LiaisonLeft, _reader: Person | None) -> Block:
    says = blocks.lines(say("liaison_left.says" if shown.leads else "giver_left.over", giver=shown.liaison))
    more = len(shown.leads) - MOST
    rest = [blocks.context(line("list.others", number=more))] if more > 0 else []
    rows = [_row(lead) for lead in shown.leads[:MOST]]
    return blocks.message(say("giver_left.text", giver=shown.liaison), [says, *rows, *rest])


def _row(lead: Lead) -> Block:
    title, outside = blocks.cut(lead.title, 300), blocks.cut(lead.outside, 300)
    said = line("liaison_left.row", title=title, status=state(lead), outside=outside)
    return blocks.section(said, parts.lead_button("button.open", "lead:open", lead, apart="left"))
