"""Away: what the cover reads, what is read on return, and the line and the buttons of App Home."""

from collections.abc import Sequence

from bot.people import Person
from bot.show.absence import Absence, Covering, Returned
from bot.show.rows import Row
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import line, say, state
from handlers.slack.wording.phrases import Phrase


def said(absence: Absence | None) -> Phrase:
    """Who looks after a lead meanwhile; nothing while its owner is there."""
    if absence is None:
        return ()
    return say("away.covered", owner=absence.owner, until=absence.until, cover=absence.cover)


def in_home(absence: Absence | None) -> list[Block]:
    if absence is None:
        return []
    back = blocks.button(line("button.away.end"), "away:end", 0)
    yours = say("away.yours", until=absence.until, cover=absence.cover)
    return [blocks.lines(yours), *blocks.actions(back)]


@render_for.register
def covering(shown: Covering, _reader: Person | None) -> Block:
    away = shown.absence
    says = say("covering.says", owner=away.owner, until=away.until)
    return blocks.message(
        say("covering.text", owner=away.owner), [blocks.lines(says), *_listed(shown.leads, shown.total)]
    )


@render_for.register
def returned(shown: Returned, _reader: Person | None) -> Block:
    says = say("returned.moved" if shown.moved else "returned.quiet", cover=shown.cover, number=shown.moved)
    return blocks.message(say("returned.text"), [blocks.lines(says), *_listed(shown.leads, shown.total)])


def _listed(leads: Sequence[Row], total: int) -> list[Block]:
    rows = [_row(row) for row in leads]
    more = total - len(leads)
    return [*rows, *([blocks.context(line("list.others", number=more))] if more > 0 else [])]


def _row(row: Row) -> Block:
    lead = row.lead
    said = line("away.row", title=blocks.cut(lead.title, 300), status=state(lead), referrer=row.referrer)
    return blocks.section(said, parts.lead_button("button.open", "lead:open", lead, apart="away"))
