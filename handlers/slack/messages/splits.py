"""How the credit is to be split: to who proposes it, to all who gave the lead, and to whoever decides."""

from bot.people import Person
from bot.show.splits import Part, Portion, Proposal
from bot.splits import Outcome
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called, line, say
from handlers.slack.wording.phrases import Phrase

COUNTS = frozenset({Outcome.AGREED, Outcome.DECIDED})


@render_for.register
def proposal(shown: Proposal, _reader: Person | None) -> Block:
    if shown.outcome is None:
        text = say("split.text", called=called(shown.lead))
        said = [*what(shown), blocks.lines(_how(shown))]
    else:
        text = say("split.settled.text", called=called(shown.lead))
        reason = [blocks.quoted(shown.reason)] if shown.reason else []
        said = [_ended(shown), blocks.lines(say(f"split.{shown.outcome}", by=shown.settled_by or shown.by)), *reason]
    return blocks.message(text, [*said, *blocks.actions(*_buttons(shown))])


def what(shown: Proposal) -> list[Block]:
    """What is proposed, why, and what those say to it who gave the lead."""
    key = "split.proposes.proposed" if shown.part is Part.PROPOSED else "split.proposes"
    proposes = say(key, by=shown.by, title=shown.lead.title)
    portions = ((*_portion(one), *say("split.now", now=one.now), *_agrees(one)) for one in shown.portions)
    differ = [one for one in shown.portions if one.differs]
    return [
        blocks.lines(proposes, *portions),
        *([blocks.quoted(shown.said)] if shown.said else []),
        *(block for one in differ for block in (blocks.lines(_differs(one)), blocks.quoted(one.differs))),
    ]


def _ended(shown: Proposal) -> Block:
    """How it is now, or what was proposed and is not."""
    key = "split.counts" if shown.outcome in COUNTS else "split.proposed"
    return blocks.lines(say(key, by=shown.by, title=shown.lead.title), *map(_portion, shown.portions))


def _portion(one: Portion) -> Phrase:
    key = f"split.{'sourced' if one.sourced else 'influenced'}{'.yours' if one.theirs else ''}"
    return say(key, giver=one.giver, share=one.share)


def _agrees(one: Portion) -> Phrase:
    return say("split.agrees") if one.agreed else ()


def _differs(one: Portion) -> Phrase:
    return say("split.differs.yours" if one.theirs else "split.differs", giver=one.giver)


def _how(shown: Proposal) -> Phrase:
    """How it goes on."""
    if shown.asked:
        key = "split.yours" if shown.part is Part.DECIDES else "split.until"
        return say(key, decides=shown.decides, until=shown.until)
    key = f"split.{'ask' if shown.part is Part.GAVE else 'wait'}{'' if shown.decides else '.nobody'}"
    return say(key, decides=shown.decides, until=shown.until)


def _buttons(shown: Proposal) -> list[Block]:
    """What its reader can do about it."""
    deeds = {Part.GAVE: ("agree", "differ"), Part.PROPOSED: ("drop",), Part.DECIDES: ("decide",)}
    return [_button(deed, shown) for deed in deeds.get(shown.part, ()) if shown.outcome is None]


def _button(deed: str, shown: Proposal) -> Block:
    asked = (line("confirm.split.drop"), line("confirm.split.drop.yes"), line("confirm.no"))
    style = "primary" if deed in {"agree", "decide"} else ""
    sure = asked if deed == "drop" else None
    return parts.about_button(
        line(f"button.split.{deed}"), f"split:{deed}", shown.number, shown.lead, style=style, confirm=sure
    )


def as_it_is(portions: tuple[Portion, ...]) -> list[Phrase]:
    """On the lead's page."""
    return [
        say(f"lead.credit.{'sourced' if one.sourced else 'influenced'}", giver=one.giver, share=one.share)
        for one in portions
    ]


def in_a_line(portions: tuple[Portion, ...]) -> str:
    """In a cell of a file."""
    return parts.people([line("export.split.one", giver=one.giver, share=one.share) for one in portions], len(portions))
