"""The form of *Need help*: whom to ask, and what would help."""

from bot.services.helping import Whom
from bot.show.homes import LeadPage
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.wording import first, line

WHOM, NOTE = "whom", "note"


def help_form(page: LeadPage, *, metadata: str) -> Block:
    referrer = first(page.detail.referrer)
    choices = [(whom, line(f"need_help.{whom}", referrer=referrer)) for whom in Whom]
    pass_on = blocks.button(line("move.pass"), "move:pass", page.lead.id)
    return blocks.modal(
        line("need_help.title"),
        [
            blocks.context(page.lead.title),
            inputs.field(WHOM, line("need_help.whom"), inputs.radio(choices, Whom.REFERRER), optional=False),
            inputs.field(NOTE, line("need_help.note"), inputs.typed(long=True)),
            blocks.context(line("need_help.or")),
            *blocks.actions(pass_on),
        ],
        callback=ids.NEED_HELP,
        submit=line("form.send"),
        close=line("form.cancel"),
        metadata=metadata,
    )
