"""Draws screens with the templates; everything in them is escaped unless it is HTML that this package made."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader

from sandbox.page import blocks, mrkdwn, rich
from sandbox.page.screen import Screen, cast
from sandbox.records import User
from sandbox.world import World

TONES = 9


def tone(user: User) -> int:
    """One of the colours for faces; a person keeps theirs."""
    return int.from_bytes(user.id.encode()) % TONES


def initials(user: User) -> str:
    """Two letters that tell Ravi from Rita."""
    return user.real_name[:2]


def city(user: User) -> str:
    return user.tz.rpartition("/")[2].replace("_", " ")


def local_time(user: User, now: datetime) -> str:
    return f"{now.astimezone(ZoneInfo(user.tz)):%a %H:%M}"


FILTERS: dict[str, Callable[..., object]] = {
    "mrkdwn": mrkdwn.mrkdwn,
    "plain": mrkdwn.plain,
    "markdown": mrkdwn.markdown,
    "rich": rich.rich_text,
    "field": blocks.named,
    "inside": blocks.inside,
    "current": blocks.current,
    "entered": blocks.entered,
    "takes_files": blocks.takes_files,
    "choices": blocks.choices,
    "chosen": blocks.chosen,
    "picture": blocks.picture,
    "safe_link": blocks.safe_link,
    "tone": tone,
    "initials": initials,
    "city": city,
    "local_time": local_time,
}
"""How the templates call what this package knows."""


def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= FILTERS
    return made


class Drawing:
    def __init__(self) -> None:
        self._templates = environment()

    def welcome(self, world: World) -> str:
        return self._templates.get_template("welcome.html").render(cast=cast(world), now=world.now())

    def room(self, screen: Screen, *, whole: bool) -> str:
        """The whole page, or the part that changes."""
        name = "room.html" if whole else "app.html"
        return self._templates.get_template(name).render(screen=screen, reader=screen.reader)
