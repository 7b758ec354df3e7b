"""App Home, and `/lead mine`: what somebody gave, works, may take and owes; the set-up for admins."""

from bot.ids import WinId
from bot.leads import Kind, Lead, Status
from bot.people import Person
from bot.remarks import Screen
from bot.show.absence import Absence
from bot.show.homes import Home
from bot.show.lists import Board, Found
from bot.show.rows import Row
from bot.show.setup import SetupView
from bot.store import Page
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import absence, looks, parts, troubles
from handlers.slack.messages.filters import PAGE, home_filters
from handlers.slack.messages.lists import found, rows, turning
from handlers.slack.messages.notes import wrong_button
from handlers.slack.messages.rendering import render_for
from handlers.slack.messages.setup import setup
from handlers.slack.wording import line, say, status

OWED = 5


@render_for.register
def home(shown: Home, _reader: Person | None) -> Block:
    return {
        "view": blocks.home(
            [
                *_log(shown),
                *troubles.in_home(shown.parked),
                *_missing(shown),
                *_board(shown.board),
                *home_filters(shown.found.sought if shown.found else None, leads_team=shown.leads_team),
                *(_found(shown, shown.found) if shown.found else _lists(shown)),
                *_looks(shown),
                *setup(shown.setup),
                *_end(shown),
            ]
        )
    }


def mine(shown: Home) -> Block:
    """`/lead mine`: the same lists as a private message."""
    return blocks.message(say("mine.text"), _lists(shown))


def settings(view: SetupView) -> Block:
    """The set-up alone, for an admin who asks the command for it."""
    return blocks.message(say("home.setup"), setup(view)[1:])


def _log(shown: Home) -> list[Block]:
    log = blocks.button(line("home.log"), "log", 0, style="primary")
    find, away = blocks.button(line("home.find"), "browse:open", 0), blocks.button(line("button.away"), "away", 0)
    terms = blocks.button(line("button.settings"), "terms", 0)
    return [*blocks.actions(log, find, None if shown.absence else away, terms), *absence.in_home(shown.absence)]


def _board(board: Board) -> list[Block]:
    """How many of the team's open leads stand where, a line a kind."""
    if not board:
        return []
    counts = [
        say("home.board.kind", what=line(f"browse.kind.{kind}"), counts=" · ".join(_counts(board, kind)))
        for kind in Kind
        if any(of is kind for of, _ in board)
    ]
    look = blocks.button(line("home.board.open"), "browse:open", 1, apart="board")
    return [blocks.header(line("home.board")), blocks.lines(*counts), *blocks.actions(look)]


def _counts(board: Board, kind: Kind) -> list[str]:
    """In the order of a lead's life."""
    return [
        line("home.board.count", status=status(each, kind), number=board[kind, each])
        for each in Status
        if (kind, each) in board
    ]


def _end(shown: Home) -> list[Block]:
    asked = (line("export.confirm"), line("export.yes"), line("export.no"))
    export = blocks.button(line("button.export"), "export", 0, confirm=asked) if shown.exports else None
    return [blocks.divider(), *blocks.actions(export, wrong_button(Screen.HOME))]


def _looks(shown: Home) -> list[Block]:
    return looks.in_home(shown.looks, shown.keeps)


def _missing(shown: Home) -> list[Block]:
    """Said to those who can mend it."""
    if shown.setup is None or not shown.missing:
        return []
    names = [line(f"setup.place.{place}") for place in shown.missing]
    return [blocks.lines(say("home.missing", names=parts.people(names)))]


def _lists(shown: Home) -> list[Block]:
    waiting = _list("waiting", shown.waiting) if shown.waiting.items else []
    works = _list("works", shown.works) if shown.works.items or shown.takes else []
    covers = [block for absent, page in shown.covers if page.items for block in _covers(absent, page)]
    return [*_owed(shown), *_list("gave", shown.gave), *works, *covers, *waiting]


def _covers(absent: Absence, page: Page[Row]) -> list[Block]:
    """Where there are more than shown, it says how many."""
    heading = line("home.covers", owner=absent.owner)
    more = page.total - len(page.items)
    rest = [blocks.context(line("list.others", number=more))] if more else []
    return [
        blocks.header(heading),
        blocks.context(line("home.covers.until", until=absent.until)),
        *rows("covers", page),
        *rest,
    ]


def _found(shown: Home, looked: Found) -> list[Block]:
    """What they look for, in place of their own leads."""
    listed = found(looked.page) or [blocks.section(line("home.found.none"))]
    return [*_owed(shown), *listed, *turning("found", looked.page, action=PAGE)]


def _list(which: str, page: Page[Row]) -> list[Block]:
    """With its heading; an empty one teaches."""
    heading = blocks.header(line(f"home.{which}"))
    if not page.items:
        return [heading, blocks.section(line(f"home.{which}.none"))]
    return [heading, *rows(which, page), *turning(which, page)]


def _owed(shown: Home) -> list[Block]:
    owed = [_thank(win.id, lead) for win, lead in shown.owed[:OWED]]
    return [blocks.header(line("home.owed")), *owed] if owed else []


def _thank(win: WinId, lead: Lead) -> Block:
    spoken = line("label.about", button=line("button.thank"), title=lead.title)
    thank = blocks.button(line("button.thank"), "thank", win, label=spoken, apart="owed")
    return blocks.section(line("home.owes", title=blocks.cut(lead.title, 300)), thank)
