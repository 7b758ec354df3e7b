"""That a manager changed who has the credit, to whom it concerns."""

from bot.people import Person
from bot.show.crediting import CreditChanged
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import say


@render_for.register
def credit_changed(shown: CreditChanged, _reader: Person | None) -> Block:
    title = shown.lead.title if shown.lead else ""
    key = "credit_changed.says" if title else "credit_changed.says.unseen"
    key = f"{key}.beside" if shown.stays else key
    says = say(key, by=shown.by, number=shown.number, title=title, to=shown.to, was=shown.was)
    why = [blocks.quoted(shown.reason)] if shown.reason else []
    return blocks.message(say("credit_changed.text", by=shown.by, number=shown.number), [blocks.lines(says), *why])
