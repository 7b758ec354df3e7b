"""The form of who is away: the last day, and who covers."""

from datetime import date

from bot.errors import Refused
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.wording import line

UNTIL, COVER = "until", "cover"


def away_form() -> Block:
    fields = [
        inputs.field(UNTIL, line("away_form.until"), inputs.day(), optional=False),
        inputs.field(COVER, line("away_form.cover"), inputs.person(), optional=False, hint=line("away_form.hint")),
    ]
    return blocks.modal(
        line("away_form.title"), fields, callback=ids.AWAY, submit=line("form.save"), close=line("form.cancel")
    )


def read_away(values: Values) -> tuple[date, str]:
    """The last day and the Slack user id of the cover. Raises Refused("needed" | "not_a_day")."""
    day, cover = inputs.chosen_day(values, UNTIL), inputs.user(values, COVER)
    if not cover:
        raise Refused("needed", field=COVER)
    try:
        return date.fromisoformat(day), cover
    except ValueError:
        raise Refused("not_a_day" if day else "needed", field=UNTIL) from None
