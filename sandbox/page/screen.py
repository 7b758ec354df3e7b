"""All that one person sees at one moment, read from the world in one go; the templates draw it and know no more."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sandbox.page.blocks import Surface
from sandbox.page.conversation import Shown, replies, roots
from sandbox.page.places import HOME, MESSAGES, Place, places
from sandbox.page.reader import Reader
from sandbox.page.travel import STEPS, Journey, Step
from sandbox.page.unread import ReadMarks
from sandbox.records import BOT_USER, SLACKBOT, User, View
from sandbox.world import World

TWELVE_HOUR_LOCALES = ("en-US", "en-CA", "en-AU")


@dataclass(frozen=True)
class Form:
    """The modal on top; `trouble` is Slack's own sentence when the app did not answer."""

    surface: Surface
    title: str
    submit: str
    close: str
    trouble: str


@dataclass(frozen=True)
class Thread:
    ts: str
    messages: list[Shown]

    @property
    def id(self) -> str:
        return self.ts.replace(".", "-")


@dataclass(frozen=True)
class Screen:
    viewer: User
    bot: User
    cast: list[User]
    place: Place
    places: list[tuple[str, list[Place]]]
    reader: Reader
    messages: list[Shown]
    thread: Thread | None
    home: Surface | None
    form: Form | None
    commands: list[str]
    shortcuts: list[str]
    message_shortcuts: list[str]
    journey: Journey
    seen: str
    steps: tuple[Step, ...] = STEPS

    @property
    def at(self) -> str:
        return self.place.href

    @property
    def here(self) -> str:
        return f"{self.at}?thread={self.thread.ts}" if self.thread else self.at

    @property
    def home_open(self) -> bool:
        return self.place.name == HOME

    @property
    def tabs(self) -> list[tuple[str, str, bool]]:
        """Title, address, and whether it is the open one."""
        names = (("Home", HOME), ("Messages", MESSAGES))
        return [(title, f"/as/{self.viewer.name}/{name}", self.place.name == name) for title, name in names]

    @property
    def unread(self) -> bool:
        return any(place.unread for _, group in self.places for place in group)

    @property
    def people(self) -> list[dict[str, str]]:
        return [{"value": user.id, "label": user.real_name} for user in self.cast]

    @property
    def channels(self) -> list[dict[str, str]]:
        return [{"value": id_, "label": f"#{name}"} for id_, name in self.reader.channels.items()]


def cast(world: World) -> list[User]:
    """Whom one may be: everybody but bots and those who left."""
    return [user for user in world.users.values() if not user.is_bot and not user.deleted and user.id != SLACKBOT]


def reader(world: World, viewer: User) -> Reader:
    """This person's eyes: names of people, and of the channels that they are in."""
    visible = {one.id: one.name for one in world.channels.values() if one.kind != "im" and viewer.id in one.members}
    names = {user.id: user.real_name for user in world.users.values()}
    return Reader(ZoneInfo(viewer.tz), world.now(), viewer.locale in TWELVE_HOUR_LOCALES, names, visible)


def read(world: World, marks: ReadMarks, journey: Journey, viewer: User, place_name: str, thread: str | None) -> Screen:
    """What `viewer` sees in the place of that name; KeyError if there is no such place for them. Marks it as read."""
    with world.lock:
        seen = freshness(world, journey)
        groups = places(world, marks, viewer, place_name)
        place = next((one for _, group in groups for one in group if one.current), None)
        if place is None:
            raise KeyError(place_name)
        channel = world.channels.get(place.channel)
        eyes = reader(world, viewer)
        if channel and place.name != HOME:
            marks.read(viewer.id, channel)
        return Screen(
            viewer=viewer,
            bot=world.users[BOT_USER],
            cast=cast(world),
            place=place,
            places=groups,
            reader=eyes,
            messages=roots(world, channel, viewer, eyes),
            thread=Thread(thread, replies(world, channel, viewer, eyes, thread)) if channel and thread else None,
            home=surface("home", world.homes.get(viewer.id)),
            form=form(world.stacks.get(viewer.id, [])),
            commands=list(world.manifest.commands),
            shortcuts=[one.name for one in world.manifest.shortcuts if one.kind == "global"],
            message_shortcuts=[one.name for one in world.manifest.shortcuts if one.kind == "message"],
            journey=journey,
            seen=seen,
        )


def freshness(world: World, journey: Journey) -> str:
    """Changes when the screen does: with the world, and with each minute of its clock."""
    return f"{world.version}.{minute(world.now())}.{journey.underway:d}"


def minute(now: datetime) -> int:
    return int(now.timestamp()) // 60


def surface(kind: str, view: View | None) -> Surface | None:
    return Surface(kind, view.id, view.body["blocks"], view.state, view.errors) if view else None


def form(stack: list[View]) -> Form | None:
    if not stack:
        return None
    body = stack[-1].body
    named = {part: body[part]["text"] if body.get(part) else "" for part in ("title", "submit", "close")}
    return Form(
        surface=Surface("form", stack[-1].id, body["blocks"], stack[-1].state, stack[-1].errors),
        title=named["title"],
        submit=named["submit"],
        close=named["close"] or "Cancel",
        trouble=stack[-1].errors.get("", ""),
    )
