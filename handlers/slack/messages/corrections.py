"""A correction: to whoever decides, which fields; to whoever gave the lead, what came of it."""

from collections.abc import Sequence

from bot.corrections import Stage
from bot.people import Person
from bot.show.corrections import Correction, Decided
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called, line, say


@render_for.register
def correction(shown: Correction, _reader: Person | None) -> Block:
    lead = shown.lead
    fields = parts.people([line(f"correction.field.{field}", lead.kind) for field in shown.fields])
    says = blocks.lines(
        say("correction.says", referrer=shown.referrer, title=lead.title, fields=fields),
        () if shown.stage is Stage.OPEN else say(f"correction.{shown.stage}"),
    )
    text = say("correction.text", referrer=shown.referrer, called=called(lead))
    return blocks.message(text, [says, *_buttons(shown)])


def _buttons(shown: Correction) -> Sequence[Block]:
    """What is left as it is can still be taken over."""
    if shown.stage in {Stage.TAKEN_OVER, Stage.REPLACED}:
        return blocks.actions(parts.more(shown.lead, "button.open"))
    leave = _button(shown, "leave_it", "leave") if shown.stage is Stage.OPEN else None
    return blocks.actions(
        _button(shown, "take_over", "take", style="primary"), _button(shown, "see_changes", "see"), leave
    )


def _button(shown: Correction, key: str, deed: str, *, style: str = "") -> Block:
    return parts.about_button(line(f"button.{key}"), f"correction:{deed}", shown.entry, shown.lead, style=style)


@render_for.register
def decided(shown: Decided, _reader: Person | None) -> Block:
    lead, owner = shown.lead, shown.owner
    key = "correction_decided.taken" if shown.taken_over else "correction_decided.left"
    says = blocks.lines(say(f"{key}.says", owner=owner, title=lead.title))
    return blocks.message(say(f"{key}.text", owner=owner, called=called(lead)), [says])
