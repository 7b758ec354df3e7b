"""Leads as a CSV file that a spreadsheet opens as text, whatever people typed."""

import csv
import io
import re
from datetime import UTC, date, datetime

from bot.leads import Lead
from bot.people import Person
from bot.show.exports import Export, Exported
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import splits
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import kind_of, line, say, state

COLUMNS = (
    *("number", "kind", "name", "person", "email", "phone", "link", "about", "need"),
    *("status", "referrer", "owner", "logged", "moved", "spoke", "next", "crm", "unrewarded", "split"),
)
FORMULA = re.compile(r"(\A|[;\n])(\s*)(?=[=+\-@＝＋－＠])")  # noqa: RUF001 - a spreadsheet in Japan runs the wide signs
"""What a spreadsheet would run, also where it is one that begins a cell after a semicolon, as half of Europe's do.

https://owasp.org/www-community/attacks/CSV_Injection
"""


@render_for.register
def export(shown: Export, _reader: Person | None) -> Block:
    """`file`: what the sender uploads, with the text beside it."""
    text = blocks.fallback(say("export.text", number=len(shown.lines), day=shown.day))
    return {"text": text, "file": {"name": f"leads-{shown.day.isoformat()}", "content": written(shown)}}


def written(shown: Export) -> str:
    """With the mark at its start by which spreadsheets know UTF-8."""
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(line(f"export.{column}") for column in COLUMNS)
    writer.writerows([guarded(cell) for cell in _cells(one)] for one in shown.lines)
    return "\ufeff" + file.getvalue()


def guarded(cell: str) -> str:
    """With a quote before it, a formula is text."""
    return FORMULA.sub(r"\1\2'", cell)


def _cells(one: Exported) -> list[str]:
    lead = one.lead
    known = [str(lead.id), kind_of(lead), lead.name, lead.person, lead.email, lead.phone, lead.link, lead.about]
    stands = [lead.need, state(lead), line("lead.plain", text=one.referrer), one.owner]
    return [
        *known,
        *stands,
        *map(_day, (lead.logged_at, lead.moved_at, lead.spoke_at, lead.next_on)),
        lead.crm,
        _why(lead),
        line("lead.plain", text=splits.in_a_line(one.credit)) if one.credit else "",
    ]


def _why(lead: Lead) -> str:
    """Of who would rather not be named no more than that."""
    if lead.unrewarded is None:
        return ""
    return line("value.yes") if lead.unnamed else line(f"export.unrewarded.{lead.unrewarded}")


def _day(moment: date | None) -> str:
    if isinstance(moment, datetime):
        moment = moment.astimezone(UTC).date()
    return moment.isoformat() if moment else ""
