"""Lists of leads: a row each, and the way to the next page."""

from bot.show.rows import SHOWN, Row
from bot.store import Page
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.wording import line, say, state


def rows(which: str, page: Page[Row]) -> list[Block]:
    """The rows of the list called gave, works or waiting."""
    return [block for row in page.items for block in (_given(row) if which == "gave" else _worked(which, row))]


def found(page: Page[Row]) -> list[Block]:
    """Anybody's leads: who has each, where it stands, who gave it."""
    return [_found(row) for row in page.items]


def _found(row: Row) -> Block:
    lead = row.lead
    title = blocks.cut(lead.title, 300)
    text = line("browse.row", title=title, number=lead.id, who=_who(row), status=state(lead), referrer=row.referrer)
    return blocks.section(text, _opens("found", row))


def _who(row: Row) -> str:
    if row.owner is None:
        return line("home.nobody" if row.lead.open else "home.nobody.closed")
    return line("home.has" if row.lead.open else "home.had", owner=row.owner)


def _given(row: Row) -> list[Block]:
    """In one's own list it goes without saying who gave it."""
    lead = row.lead
    text = line("home.row", title=blocks.cut(lead.title, 300), who=_who(row), status=state(lead))
    return [blocks.section(text, _opens("gave", row))]


def _worked(which: str, row: Row) -> list[Block]:
    """What somebody works, or may take: what comes next, with the next move at hand."""
    lead = row.lead
    head = say("home.work", title=blocks.cut(lead.title, 300), status=state(lead))
    move = parts.move_button(row.move, lead, apart=which) if row.move else None
    said = blocks.lines(head, parts.given(lead, row.referrer), *parts.coming(lead, ""))
    return [said, *blocks.actions(move, _opens(which, row))]


def _opens(which: str, row: Row) -> Block:
    text, lead = line("button.open"), row.lead
    spoken = line("label.about", button=text, title=lead.title)
    return blocks.button(text, "lead:open", lead.id, label=spoken, apart=which)


def turning(which: str, page: Page[Row], *, action: str = "") -> list[Block]:
    """Where we are in a long list, and the buttons to go on; nothing if all is shown."""
    shown = len(page.items)
    if page.total <= shown:
        return []
    last = page.offset + shown
    where = line("home.page", first=page.offset + 1, last=last, total=page.total)
    back, on, action = max(page.offset - SHOWN, 0), last, action or f"home:more:{which}"
    return [
        blocks.context(where),
        *blocks.actions(
            _turn("earlier", which, action, back) if page.offset else None,
            _turn("later", which, action, on) if last < page.total else None,
        ),
    ]


def _turn(way: str, which: str, action: str, offset: int) -> Block:
    """Its name tells of which list, since several can stand on one surface."""
    text = line(f"home.{way}")
    spoken = line("label.about", button=text, title=line(f"home.{which}"))
    return blocks.button(text, action, offset, label=spoken, apart=way)
