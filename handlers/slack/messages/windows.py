"""To who gave a lead: that it soon counts as theirs no longer if somebody else gives it, and that it does not."""

from bot.people import Person
from bot.show.windows import Stage, Window, Windows
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts, receipts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called_first, line, say
from handlers.slack.wording.phrases import Phrase


@render_for.register
def windows(shown: Windows, _reader: Person | None) -> Block:
    """One lead as it were alone; of several each in two lines."""
    first, *others = shown.windows
    if not others:
        header = blocks.header(first.lead.title)
        return blocks.message(_text(first), [header, blocks.lines(said(first)), *_buttons(first, apart="")])
    blocks_of_each = [block for one in shown.windows[: receipts.TOGETHER] for block in one_of_many(one)]
    text, title = say("windows.text", number=len(shown.windows)), blocks.header(line("windows.title"))
    return blocks.message(text, [title, *blocks_of_each, *receipts.at_the_end(len(shown.windows))])


def one_of_many(shown: Window) -> list[Block]:
    heading = say("updates.lead", title=shown.lead.title)
    return [blocks.lines(heading, said(shown)), *_buttons(shown, apart="window")]


def _text(shown: Window) -> Phrase:
    """For the lock screen."""
    called, lead = called_first(shown.lead), shown.lead
    if shown.stage is Stage.ENDED:
        return say("update.text", called=called, standing=parts.standing(lead, shown.owner))
    if shown.stage is Stage.OVER:
        return say("window.text.over", lead.kind, called=called)
    key = "window.text" if lead.window_on else "window.text.ever"
    return say(key, lead.kind, called=called, on=lead.window_on)


def said(shown: Window) -> Phrase:
    """How it is now, and what starts it anew; nobody is blamed that nothing happened."""
    lead, title = shown.lead, shown.lead.title
    if shown.stage is Stage.ENDED:
        return parts.standing(lead, shown.owner)
    if shown.stage is Stage.ANEW:
        key = "window.anew" if lead.window_on else "window.anew.ever"
        return say(key, lead.kind, title=title, on=lead.window_on)
    key = f"window.{shown.stage}"
    key = key if shown.owner or shown.stage is Stage.OVER else f"{key}.nobody"
    return say(key, lead.kind, title=title, since=shown.since, on=lead.window_on, owner=shown.owner)


def _buttons(shown: Window, *, apart: str) -> list[Block]:
    return receipts.loop_buttons(shown.lead, shown.owner, apart=apart) if shown.stage is not Stage.ENDED else []
