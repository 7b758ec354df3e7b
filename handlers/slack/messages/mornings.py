"""Your leads today: the steps of the day, what came back, and questions with an answer in one tap."""

from bot.people import Person
from bot.show.mornings import Asked, Step, Today
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import care, parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import first, line, say, state
from handlers.slack.wording.phrases import Phrase

STEPS = 10
"""So many next steps are shown; all are in App Home."""


@render_for.register
def today(shown: Today, _reader: Person | None) -> Block:
    said: list[Block] = [blocks.header(line("today.title"))]
    said += _steps(shown)
    untold, asks = {one.lead.id: one for one in shown.untold}, {one.lead.id for one in (*shown.backs, *shown.asks)}
    said += [block for one in shown.untold if one.lead.id not in asks for block in care.untold(one)]
    for asked, blocks_of in (*((one, _back) for one in shown.backs), *((one, _ask) for one in shown.asks)):
        said += [*blocks_of(asked), *care.to_tell(untold.get(asked.lead.id))]
    if shown.rest:
        said.append(blocks.context(line("today.rest", number=shown.rest)))
    many_asked = len(shown.asks) + len(shown.backs)
    counts = (("today.steps", len(shown.steps)), ("today.asked", many_asked), ("today.untold", len(shown.untold)))
    told = " · ".join(line(key, number=many) for key, many in counts if many)
    return blocks.message(say("today.text", what=told), said)


def _steps(shown: Today) -> list[Block]:
    if not shown.steps:
        return []
    return [blocks.context(line("today.next")), blocks.lines(*map(_step, shown.steps[:STEPS]))]


def _step(one: Step) -> Phrase:
    key = "today.step.covered" if one.absent else "today.step"
    return say(key, title=blocks.cut(one.lead.title, 200), step=blocks.cut(one.step, 300), owner=first(one.absent))


def _ask(asked: Asked) -> list[Block]:
    """Who should hear, and by when; in place of the buttons what was answered."""
    lead, referrer = asked.lead, first(asked.referrer)
    head = say("today.lead", title=lead.title, status=state(lead))
    if asked.answered:
        return _answered(asked, head)
    due = say("today.hears", referrer=referrer, by=lead.promise_due) if lead.promise_due else ()
    if asked.asker:
        due = say("today.asker" if lead.owner else "today.asker.nobody", asker=asked.asker)
    spoke = say("lead.spoke", spoke=lead.spoke_at) if lead.spoke_at else say("today.never_spoke")
    return [blocks.lines(head, due, spoke if lead.owner else ()), *_buttons(asked, referrer)]


def _buttons(asked: Asked, referrer: str) -> list[Block]:
    """An answer in one tap; of what nobody has, who should have it."""
    lead = asked.lead
    tell = parts.lead_button("button.say", "say", lead, referrer=referrer, apart="today")
    if lead.owner is None:
        return blocks.actions(*(parts.move_button(move, lead, apart="today") for move in asked.moves), tell)
    return blocks.actions(
        parts.lead_button("move.still", "move:still", lead, apart="today"),
        parts.lead_button("move.wait", "move:wait", lead, apart="today"),
        parts.lead_button("button.need_help", "help", lead, apart="today"),
        parts.lead_button("button.quiet", "quiet", lead, apart="today"),
        tell,
    )


def _answered(asked: Asked, head: Phrase) -> list[Block]:
    if asked.answered is None:
        return []
    done = say("today.done", what=parts.happened(asked.answered, asked.lead))
    if not asked.stuck:
        return [blocks.lines(head, done)]
    return [blocks.lines(head, done, say("today.stuck")), *blocks.actions(*ways_out(asked))]


def ways_out(asked: Asked) -> list[Block]:
    """Keep it warm, pass it on, or close it."""
    names = ("move.warm", "move:warm"), ("move.pass", "move:pass"), ("button.close_kindly", "move:lose")
    return [parts.lead_button(key, name, asked.lead, apart="stuck") for key, name in names]


def _back(asked: Asked) -> list[Block]:
    lead = asked.lead
    key = "today.back.covered" if asked.absent else "today.back"
    head = say(key, title=lead.title, referrer=asked.referrer, owner=first(asked.absent))
    if asked.answered:
        return _answered(asked, say("today.lead", title=lead.title, status=state(lead)))
    words = {"wake": "move.wake", "warm": "button.later", "decline": "button.close"}
    able = [parts.lead_button(words[one.name], f"move:{one.name}", lead, apart="back") for one in asked.moves]
    return [blocks.lines(head), *blocks.actions(*able, parts.lead_button("button.open", "more", lead, apart="back"))]
