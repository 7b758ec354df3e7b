"""All that one person sees at one moment, read from the world in one go; the templates draw it and know no more."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sandbox.page.blocks import Surface
from sandbox.page.conversation import Shown, replies, roots
from sandbox.page.places import HOME, Place, places
from sandbox.page.reader import Reader
from sandbox.page.travel import STEPS, Journey, Step
from sandbox.page.unread import ReadMarks
from sandbox.people import Human
from sandbox.records import BOT_USER, SLACKBOT, Message, User, View
from sandbox.sight import DM
from sandbox.submitting import WHOLE
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
    deaf: bool
    """The app takes no messages in its own conversation."""
    commands: list[str]
    shortcuts: list[str]
    message_shortcuts: list[str]
    channels: list[dict[str, str]]
    journey: Journey
    seen: str
    steps: tuple[Step, ...] = STEPS

    @property
    def at(self) -> str:
        return self.place.href

    @property
    def here(self) -> str:
        return self.at + self.query

    @property
    def query(self) -> str:
        """Keeps an open thread open in whatever is answered."""
        return f"?thread={self.thread.ts}" if self.thread else ""

    @property
    def home_open(self) -> bool:
        return self.place.name == HOME

    @property
    def tabs(self) -> list[tuple[str, str, bool]]:
        """Title, address, and whether it is the open one."""
        names = (("Home", HOME), ("Messages", DM))
        return [(title, f"/as/{self.viewer.name}/{name}", self.place.name == name) for title, name in names]

    @property
    def unread(self) -> bool:
        return any(place.unread for _, group in self.places for place in group)

    @property
    def people(self) -> list[dict[str, str]]:
        return [{"value": user.id, "label": user.real_name} for user in self.cast]


def cast(world: World) -> list[User]:
    """Whom one may be: everybody but bots and those who left."""
    return [user for user in world.users.values() if not user.is_bot and not user.deleted and user.id != SLACKBOT]


def eyes(human: Human) -> Reader:
    """How this person reads: their zone and clock, names of people, and of the channels that they can open."""
    user, world = human.user, human.world
    names = {one.id: one.real_name for one in world.users.values()}
    rooms = {one.id: one.name for one in human.channels()}
    return Reader(ZoneInfo(user.tz), world.now(), user.locale in TWELVE_HOUR_LOCALES, names, rooms, user.name)


def read(human: Human, marks: ReadMarks, journey: Journey, place_name: str, thread: str | None) -> Screen:
    """What a person sees in the place of that name, which then counts as read; LookupError if they cannot go there."""
    with (world := human.world).lock:
        reader, groups = eyes(human), places(human, marks, place_name)
        place = current(groups)
        messages = opened(human, marks, place)
        return Screen(
            viewer=human.user,
            bot=world.users[BOT_USER],
            cast=cast(world),
            place=place,
            places=groups,
            reader=reader,
            messages=roots(world, messages, reader),
            thread=Thread(thread, replies(world, messages, reader, thread)) if thread else None,
            home=surface("home", human.home),
            form=form(human.form),
            deaf=world.manifest.messages_read_only,
            commands=list(world.manifest.commands),
            shortcuts=shortcuts(world, "global"),
            message_shortcuts=shortcuts(world, "message"),
            channels=rooms(human),
            journey=journey,
            seen=freshness(world, journey),
        )


def opened(human: Human, marks: ReadMarks, place: Place) -> list[Message]:
    """Its messages, which then count as read; Home has none."""
    messages = [] if place.name == HOME else human.messages(place.name)
    marks.read(human.id, messages)
    return messages


def current(groups: list[tuple[str, list[Place]]]) -> Place:
    for _, group in groups:
        for place in group:
            if place.current:
                return place
    raise LookupError("no such place for this person")


def shortcuts(world: World, kind: str) -> list[str]:
    return [one.name for one in world.manifest.shortcuts if one.kind == kind]


def rooms(human: Human) -> list[dict[str, str]]:
    """What a select of channels may offer."""
    return [{"value": one.id, "label": f"#{one.name}", "kind": one.kind} for one in human.channels()]


def freshness(world: World, journey: Journey) -> str:
    """Changes when the screen does: with the world, and with each minute of its clock."""
    return f"{world.version}.{minute(world.now())}.{journey.underway:d}"


def minute(now: datetime) -> int:
    return int(now.timestamp()) // 60


def surface(kind: str, view: View | None) -> Surface | None:
    return Surface(kind, view.id, view.body["blocks"], view.state, view.errors) if view else None


def form(view: View | None) -> Form | None:
    seen = surface("form", view)
    if view is None or seen is None:
        return None
    named = {part: view.body[part]["text"] if view.body.get(part) else "" for part in ("title", "submit", "close")}
    return Form(seen, named["title"], named["submit"], named["close"] or "Cancel", view.errors.get(WHOLE, ""))
