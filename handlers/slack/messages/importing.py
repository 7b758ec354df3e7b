"""A list of leads comes in: by the command line, of which one message tells, or from Slack, where one shows its way."""

import csv
import io
from collections.abc import Iterator

from bot import reports, sheets
from bot.errors import Refused
from bot.importing import Fate
from bot.incoming import Phase
from bot.people import Person
from bot.show.importing import Brought, Imported, Reason, Rows, Template
from handlers.slack import wording
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import line, say
from handlers.slack.wording.phrases import Phrase

WIDTH = 10
FULL, EMPTY = "■", "□"
COLUMNS = ("row", "what", "lead", "like row", "why")


@render_for.register
def imported(shown: Imported, _reader: Person | None) -> Block:
    counted = [say(f"imported.{fate}", number=f"{many:,}") for fate, many in shown.fates.items() if many]
    below = [blocks.context(line("imported.about")), blocks.context(line("imported.report", report=shown.report))]
    said = [blocks.lines(say("imported.says", name=shown.name), *counted), *below]
    return blocks.message(say("imported.text", name=shown.name), said)


@render_for.register
def brought(shown: Brought, _reader: Person | None) -> Block:
    one = shown.list
    facts = {"name": one.name, "done": f"{one.done:,}", "rows": f"{one.rows:,}"}
    head = say(f"incoming.{one.phase}", **facts)
    below = {
        Phase.TRYING: _progress,
        Phase.TRIED: _tried,
        Phase.BRINGING: _progress,
        Phase.DONE: _done,
    }.get(one.phase, _ended)
    return blocks.message(say(f"incoming.text.{one.phase}", **facts), below(shown, head))


def _progress(shown: Brought, head: Phrase) -> list[Block]:
    """The numbers first: a screen reader stumbles over the bar."""
    one = shown.list
    full = WIDTH * one.done // max(one.rows, 1)
    said = say("incoming.progress", done=f"{one.done:,}", rows=f"{one.rows:,}")
    bar = say("incoming.bar", bar=FULL * full + EMPTY * (WIDTH - full))
    return [blocks.lines(head, said, bar), blocks.context(line("incoming.goes_on"))]


def _tried(shown: Brought, head: Phrase) -> list[Block]:
    one = shown.list
    asked = (line("incoming.confirm", number=f"{one.brings:,}"), line("button.incoming.bring"), line("incoming.no"))
    sure = (line("incoming.leave.confirm"), line("button.incoming.leave"), line("incoming.no"))
    bring = blocks.button(line("button.incoming.bring"), "incoming:bring", one.id, style="primary", confirm=asked)
    leave = blocks.button(line("button.incoming.leave"), "incoming:leave", one.id, confirm=sure)
    nothing = [] if one.brings else [say("incoming.nothing")]
    return [
        blocks.lines(head, *_counted(shown), *nothing),
        *_refused(shown),
        *([blocks.context(line("incoming.columns", names=", ".join(one.left_out)))] if one.left_out else []),
        blocks.context(line("incoming.waits", until=one.until)),
        *blocks.actions(bring if one.brings else None, leave),
    ]


def _counted(shown: Brought) -> list[Phrase]:
    fates = shown.list.fates
    return [say(f"imported.{fate}", number=f"{fates[fate]:,}") for fate in Fate if fates.get(fate)]


def _refused(shown: Brought) -> list[Block]:
    more = shown.list.fates.get(Fate.REFUSED, 0) - sum(len(one.first) + one.others for one in shown.refused)
    rows = [_reason(one) for one in shown.refused]
    rest = [say("incoming.refused.more", number=f"{more:,}")] if more > 0 else []
    return [blocks.lines(*rows, *rest)] if rows else []


def _reason(one: Reason) -> Phrase:
    why, rows = _why(one.why), ", ".join(map(str, one.first))
    if one.others:
        return say("incoming.refused.many", rows=rows, others=f"{one.others:,}", why=why)
    return say("incoming.refused.few" if one.first[1:] else "incoming.refused.row", rows=rows, why=why)


def _why(refused: Refused | None) -> str:
    return reports.why(refused, lambda why: wording.refusal(why, str))


def _done(shown: Brought, head: Phrase) -> list[Block]:
    below = [blocks.context(line("imported.about")), blocks.context(line("incoming.report"))]
    return [blocks.lines(head, *_counted(shown)), *below]


def _ended(shown: Brought, head: Phrase) -> list[Block]:
    """Or it has only begun. What could not be read is mended, and brought again from here."""
    why = wording.refusal(shown.problem, str) if shown.problem else ""
    said = blocks.lines(head, say("lead.plain", text=why) if why else ())
    if shown.list.phase is not Phase.FAILED:
        return [said]
    again, template = (
        blocks.button(line("button.bring"), "bring", 0),
        blocks.button(line("button.template"), "template", 0),
    )
    return [said, *blocks.actions(again, template)]


@render_for.register
def report(shown: Rows, _reader: Person | None) -> Block:
    """`file`: what the sender uploads, with the text beside it."""
    which = "tried" if shown.tried else "done"
    text = blocks.fallback(say(f"incoming_report.{which}", name=shown.name))
    return {"text": text, "file": {"name": f"list-{which}", "content": "\ufeff" + _written(shown)}}


def _written(shown: Rows) -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows(_cells(shown))
    return file.getvalue()


def _cells(shown: Rows) -> Iterator[tuple[object, ...]]:
    for row in shown.rows:
        yield (row.number, reports.SAID[row.fate], row.lead or "", row.other_row or "", _why(row.refused))


@render_for.register
def template(_shown: Template, _reader: Person | None) -> Block:
    text = blocks.fallback(say("template.text"))
    return {"text": text, "file": {"name": "leads", "content": "\ufeff" + sheets.template() + "\n"}}
