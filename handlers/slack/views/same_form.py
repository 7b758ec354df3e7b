"""The form in which somebody says that two leads are about the same: the number of the other one."""

from bot.ids import LeadId
from bot.matching import Link
from bot.show.homes import LeadPage
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages import joining
from handlers.slack.wording import line

INTO = "into"


def same_form(page: LeadPage, *, metadata: str) -> Block:
    """What it may be the same as stands above, the first of them filled in."""
    linked = page.detail.linked
    first = next((str(one.lead.id) for one in linked if one.link is Link.SAME), "")
    number = inputs.field(INTO, line("same.into"), inputs.typed(first), hint=line("same.hint"), optional=False)
    return blocks.modal(
        line("same.title"),
        [blocks.context(page.lead.title), *joining.linked(linked), number],
        callback=ids.SAME,
        submit=line("same.submit"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def read_same_form(values: Values) -> LeadId:
    """Zero, which no lead has, for what is no number."""
    typed = inputs.text(values, INTO).strip().lstrip("#")
    return LeadId(int(typed)) if typed.isascii() and typed.isdigit() and len(typed) <= ids.DIGITS else LeadId(0)
