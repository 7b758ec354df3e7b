"""The catalogue of what the bot says is whole, and reads well aloud: its story is told to the bot."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.moves import TABLE
from bot.show import INTENTS
from handlers.slack.kit import ids
from sandbox.looks.chapters import CHAPTERS
from sandbox.looks.page import written
from sandbox.looks.scene import Look, Scene
from sandbox.looks.sections import SECTIONS
from sandbox.records import Message, View
from storage.store import SqlStore
from storage.tables.outbox import NoticeRow
from tests.slack.company import Company
from tests.slack.credit import leads_shown, nameless
from tests.slack.ear import stumbles
from tests.slack.lists import Lists

NAMING = {"card-new", "owned", "today", "win-post", "digest", "page-board", "desk", "escalated", "covering"}
DOCS = Path(__file__).parents[2] / "docs"
ENTRIES = [entry for section in SECTIONS for entry in section.entries]
FORMS = {value for value in vars(ids).values() if isinstance(value, str) and value.startswith(("form:", "page:"))}


class Album:
    """What is kept of the story, which intents and forms it showed, and where whoever gave a lead is named."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.engine = store.engine
        self.naming: set[str] = set()
        self.nameless: list[tuple[str, str]] = []
        self.looks: list[Look] = []
        self.intents: set[str] = set()

    def keep(self, look: Look) -> None:
        self.looks.append(look)
        self.naming |= {look.name for _ in leads_shown(self.store, look)}
        self.nameless += [(look.name, title) for title in nameless(self.store, look)]
        if isinstance(look.surface, Message):
            self.intents.add(self._intent(look.surface))
        elif look.surface.kind == "home":
            self.intents.add("home")

    def forms(self) -> set[str]:
        return {str(look.surface.body.get("callback_id")) for look in self.looks if isinstance(look.surface, View)}

    def moves(self) -> set[str]:
        """Whose forms were shown."""
        shown = [look.surface.body for look in self.looks if isinstance(look.surface, View)]
        asked = [view["private_metadata"] for view in shown if view.get("callback_id") == ids.MOVE]
        return {str(ids.read_metadata(metadata)["move"]) for metadata in asked}

    def _intent(self, message: Message) -> str:
        """That of the notice whose message it is; nothing for a private answer."""
        names = [f"{message.channel}:{name}" for name in (message.ts, *(file.id for file in message.files))]
        with self.engine.connect() as connection:
            return str(connection.scalar(select(col(NoticeRow.intent)).where(col(NoticeRow.receipt).in_(names))) or "")


@pytest.mark.timeout(180)  # the whole story is half a minute of work, and more on a busy machine
def test_all_that_the_bot_says_is_in_the_catalogue_and_reads_well_aloud(first_day: Company, tmp_path: Path) -> None:
    def pass_time(to: datetime) -> None:
        first_day.later(seconds=(to - first_day.now).total_seconds())

    assert isinstance(first_day.store, SqlStore)
    album, lists = Album(first_day.store), Lists(first_day, tmp_path)
    for tell in CHAPTERS:
        tell(Scene(first_day.sandbox, pass_time, album.keep, lists.imports))

    assert set(INTENTS) - album.intents == set()
    assert FORMS - album.forms() == set()
    assert {move.name for move in TABLE if move.opens_form} - album.moves() == set()
    assert sorted(look.name for look in album.looks) == sorted(entry.name for entry in ENTRIES)
    assert [(look.name, fault) for look in album.looks for fault in stumbles(look)] == []
    assert album.nameless == [], "no template drops the name of who gave a lead"
    assert NAMING - album.naming == set(), "so that this means what it says"


def test_the_page_in_the_docs_is_the_catalogue_with_a_picture_of_each() -> None:
    """After a change: `make looks`."""
    assert (DOCS / "looks.md").read_text() == written(SECTIONS)
    assert {picture.stem for picture in (DOCS / "looks").iterdir()} == {entry.name for entry in ENTRIES}
    weights = [picture.stat().st_size for picture in (DOCS / "looks").iterdir()]
    assert sum(weights) < 43_000 * len(weights)
