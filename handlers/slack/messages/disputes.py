"""A claim on the credit for a lead: to who makes it, who gave the lead, who decides, and whoever else it concerns."""

from bot.disputes import Outcome
from bot.people import Person
from bot.show.disputes import Claim, Part
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called, known, line, say
from handlers.slack.wording.phrases import Phrase


@render_for.register
def claim(shown: Claim, _reader: Person | None) -> Block:
    lead = shown.lead
    key = "dispute.settled.text" if shown.outcome else "dispute.text"
    text = say(key, claimant=shown.claimant, called=called(lead))
    return blocks.message(text, [*what(shown), *_outcome(shown), *blocks.actions(*_buttons(shown))])


def what(shown: Claim, *, record: bool = False) -> list[Block]:
    """What is claimed, what shows it, and what who gave it says; with the `record` itself in forms alone."""
    key = "dispute.says.first" if shown.gave_too else "dispute.says"
    own = f"{key}.{shown.part}"
    says = say(own if known(own) else key, claimant=shown.claimant, title=shown.lead.title, giver=shown.giver)
    shows = say(f"dispute.record.{shown.proof}", day=shown.day)
    here = say("dispute.record", record=(blocks.web(shown.record),)) if record else ()
    said = [blocks.quoted(shown.said)] if shown.said else []
    older = say("dispute.answered.day", day=shown.answer_day) if shown.answer_day else ()
    answered = [blocks.lines(say("dispute.answered", giver=shown.giver), older), blocks.quoted(shown.answer)]
    return [blocks.lines(says, shows, here), *said, *(answered if shown.answer else [])]


def _outcome(shown: Claim) -> list[Block]:
    if shown.outcome is None:
        return [blocks.lines(_going(shown))]
    return [blocks.lines(_settled(shown)), *([blocks.quoted(shown.reason)] if shown.reason else [])]


def _going(shown: Claim) -> Phrase:
    if shown.part is Part.DECIDES:
        return say("dispute.yours", until=shown.until)
    return say("dispute.until" if shown.decides else "dispute.nobody", decides=shown.decides, until=shown.until)


def _settled(shown: Claim) -> Phrase:
    if shown.outcome is Outcome.DROPPED:
        return say("dispute.dropped", claimant=shown.claimant)
    name = shown.claimant if shown.outcome is Outcome.GIVEN else shown.giver
    return say("dispute.decided" if shown.settled_by else "dispute.by_record", by=shown.settled_by, name=name)


def _buttons(shown: Claim) -> list[Block]:
    """What its reader can do about it."""
    keys = {Part.CLAIMS: "drop", Part.GAVE: "answer", Part.DECIDES: "decide"}
    if shown.outcome is not None or shown.part not in keys:
        return []
    deed = keys[shown.part]
    sure = (
        (line("confirm.dispute.drop"), line("confirm.dispute.drop.yes"), line("confirm.no")) if deed == "drop" else None
    )
    style = "primary" if deed == "decide" else ""
    button = line(f"button.dispute.{deed}")
    return [parts.about_button(button, f"dispute:{deed}", shown.number, shown.lead, style=style, confirm=sure)]
