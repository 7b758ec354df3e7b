"""App Home: opened, and what it lists."""

from datetime import datetime

from bot.answers import Answer
from bot.ids import PersonId
from bot.saying import show_home
from bot.services.once import once
from bot.show.lists import SOON
from bot.sought import Looked, read, written
from bot.store import Unit
from bot.values import replace


@once
def open_home(unit: Unit, *, by: PersonId, now: datetime, command: str) -> Answer:
    """Somebody looks at App Home: it is shown now, and kept fresh from now on; `command` is what it calls the bot's."""
    if unit.setup().command != command:
        unit.set("command", command, by=by, now=now)
    unit.opened_home(by)
    if looked := read(unit.person(by).home_filter):
        unit.looks_for(by, written(_afresh(looked, now)))
    show_home(unit, unit.person(by), now=now)
    return Answer("home")


def _afresh(looked: Looked, now: datetime) -> Looked:
    """From its first page, and with what needs a word soon from today."""
    due_by = now + SOON if looked.sought.due_by else None
    return Looked(replace(looked.sought, due_by=due_by))


@once
def look_for(unit: Unit, looked: Looked | None, *, by: PersonId, now: datetime) -> Answer:
    """App Home lists that from now on; None: their own leads again."""
    unit.looks_for(by, written(looked) if looked else "")
    show_home(unit, unit.person(by), now=now)
    return Answer("home")
