"""Lists of leads: a row each, and the way to the next page."""

from bot.show.homes import Row
from bot.store import Page
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.wording import line, status


def rows(which: str, page: Page[Row]) -> list[Block]:
    """The rows of the list called gave, works or waiting."""
    return [block for row in page.items for block in _row(which, row)]


def _row(which: str, row: Row) -> list[Block]:
    """In one's own list it goes without saying who gave it; in the others the next move is at hand."""
    lead, gave = row.lead, which == "gave"
    has = line("home.has", owner=row.owner) if row.owner else line("home.nobody")
    who = has if gave else line("home.given", referrer=row.referrer)
    text = line("home.row", title=blocks.cut(lead.title, 300), who=who, status=status(lead.status, lead.kind))
    spoken = line("label.about", button=line("button.open"), title=lead.title)
    opens = blocks.button(line("button.open"), "lead:open", lead.id, label=spoken, apart=which)
    if gave or row.move is None:
        return [blocks.section(text, opens)]
    return [blocks.section(text), *blocks.actions(parts.move_button(row.move, lead, apart=which), opens)]


def turning(which: str, page: Page[Row]) -> list[Block]:
    """Where we are in a long list, and the buttons to go on; nothing if all is shown."""
    shown = len(page.items)
    if page.total <= shown:
        return []
    last = page.offset + shown
    where = line("home.page", first=page.offset + 1, last=last, total=page.total)
    size = max(shown, 1)
    back, on = max(page.offset - size, 0), last
    return [
        blocks.context(where),
        *blocks.actions(
            blocks.button(line("home.earlier"), f"home:more:{which}", back, apart=which) if page.offset else None,
            blocks.button(line("home.later"), f"home:more:{which}", on, apart=which) if last < page.total else None,
        ),
    ]
