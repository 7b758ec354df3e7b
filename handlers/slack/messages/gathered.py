"""What somebody hears in one message of all that they gave, lead by lead."""

from collections.abc import Iterator

from bot.people import Person
from bot.show.gathered import Gathered, OfLead
from bot.show.referrers import Answered
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts, receipts, windows
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called, line, say
from handlers.slack.wording.phrases import Phrase

LAST = 5
"""So many things that happened to one lead are told; all of them are on its page."""
WORDS = 200
NAMED = 3
"""So many leads a lock screen names."""


@render_for.register
def gathered(shown: Gathered, _reader: Person | None) -> Block:
    said = [block for one in shown.leads[: receipts.TOGETHER] for block in _of_lead(one)]
    names = parts.people([called(one.lead) for one in shown.leads], NAMED)
    heading = blocks.header(line("gathered.title"))
    end = receipts.at_the_end(len(shown.leads))
    return blocks.message(say("gathered.text", names=names), [heading, *said, *end])


def _of_lead(shown: OfLead) -> list[Block]:
    if not shown.news and (shown.update or shown.window):
        return _quiet(shown)
    lead, happened = shown.lead, [*_happened(shown)]
    before = len(happened) - LAST
    said = blocks.lines(
        say("gathered.lead", title=lead.title),
        say("gathered.before", number=before) if before > 0 else (),
        *happened[-LAST:],
        windows.said(shown.window) if shown.window else (),
        receipts.again(lead),
    )
    return [said, *(receipts.loop_buttons(lead, shown.owner, apart="updates") if lead.open else [])]


def _quiet(shown: OfLead) -> list[Block]:
    if shown.update is None:
        return windows.one_of_many(shown.window) if shown.window else []
    return receipts.one_of_many(shown.update, windows.said(shown.window) if shown.window else ())


def _happened(shown: OfLead) -> Iterator[Phrase]:
    for one in shown.news:
        if isinstance(one, Answered):
            yield say("gathered.wrote", owner=one.owner, words=blocks.cut(one.words, WORDS))
            continue
        for each in one.lines:
            what = parts.happened(each, shown.lead)
            words = blocks.cut(each.words, WORDS) if each.words else ""
            yield say("gathered.said", what=what, words=words) if words else say("line.sentence", what=what)
