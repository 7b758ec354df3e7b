"""The messages of one conversation as one person sees them: days, threads, and what is only for them."""

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from sandbox.page.blocks import Surface
from sandbox.page.reader import Reader
from sandbox.records import File, Message, User
from sandbox.world import World

TOGETHER = timedelta(minutes=5).total_seconds()
"""Messages of one author that stand this close share one face and name."""


@dataclass(frozen=True)
class Picture:
    title: str
    href: str
    shows: bool


@dataclass(frozen=True)
class Shown:
    """A message on screen; `follows` under one of the same author, `private` when nobody else sees it."""

    ts: str
    author: User
    text: str
    surface: Surface
    day: str
    clock: str
    iso: str
    edited: bool
    private: bool
    files: list[Picture]
    replies: int = 0
    opens_day: bool = False
    follows: bool = False

    @property
    def id(self) -> str:
        return self.ts.replace(".", "-")


def roots(world: World, messages: list[Message], reader: Reader) -> list[Shown]:
    """The conversation itself: what is not a reply."""
    answered = [one.thread_ts for one in messages if one.thread_ts != one.ts]
    found = [one for one in messages if one.thread_ts in (None, one.ts)]
    return arranged([shown(world, one, reader, answered.count(one.ts)) for one in found])


def replies(world: World, messages: list[Message], reader: Reader, thread: str) -> list[Shown]:
    """A thread: its first message and the replies."""
    found = [one for one in messages if thread in (one.ts, one.thread_ts)]
    return arranged([shown(world, one, reader, 0) for one in found])


def shown(world: World, message: Message, reader: Reader, count: int) -> Shown:
    at = reader.local(message.ts)
    return Shown(
        ts=message.ts,
        author=world.users[message.user],
        text=message.text,
        surface=Surface("message", message.ts, message.blocks),
        day=reader.day(message.ts),
        clock=reader.clock(at),
        iso=at.isoformat(),
        edited=bool(message.edited),
        private=message.to is not None,
        files=[picture(file) for file in message.files],
        replies=count,
    )


def picture(file: File) -> Picture:
    return Picture(
        file.title or file.name, f"/pictures/{file.id}", file.name.lower().endswith((".png", ".jpg", ".svg"))
    )


def arranged(messages: list[Shown]) -> list[Shown]:
    """The same messages, knowing what stands above them."""
    first = [replace(messages[0], opens_day=True)] if messages else []
    return first + [
        replace(
            message,
            opens_day=message.day != above.day,
            follows=message.author is above.author
            and message.day == above.day
            and message.private == above.private
            and float(message.ts) - float(above.ts) < TOGETHER,
        )
        for above, message in pairwise(messages)
    ]
