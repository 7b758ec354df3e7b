"""The workspace "Sandbox Inc.": all its state behind one lock, and its clock."""

import hashlib
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sandbox import cast, manifest
from sandbox.clock import Clock
from sandbox.faults import Faults
from sandbox.pace import Pace
from sandbox.records import BOT, BOT_USER, Channel, File, Json, Message, User, View
from sandbox.tickets import Tickets
from sandbox.tokens import Tokens

NAME = "Sandbox Inc."
CHANNEL_TYPES = {"im": "im", "public": "channel", "private": "group"}


@dataclass(frozen=True)
class Call:
    """One call of the Web API as it came in; `outcome` is "ok", Slack's error code, or the fault that hit it."""

    method: str
    args: Json
    at: datetime
    outcome: str


class World:
    """All state. Whoever reads or changes more than one thing holds `lock`; nobody calls the app while holding it."""

    def __init__(self, clock: Clock | None = None) -> None:
        self.lock = threading.Condition(threading.RLock())
        self.clock = clock or Clock()
        self.manifest = manifest.read()
        self.users: dict[str, User] = {user.id: user for user in cast.users()}
        self.channels: dict[str, Channel] = {channel.id: channel for channel in cast.channels()}
        self.ephemerals: list[Message] = []
        self.homes: dict[str, View] = {}
        self.stacks: dict[str, list[View]] = {}
        self.files: dict[str, File] = {}
        self.usergroups: dict[str, Json] = {}
        self.profile_fields: list[Json] = []
        self.tickets = Tickets()
        self.calls: list[Call] = []
        self.answered: list[Json | str] = []  # what acknowledgements carried, and what came to response urls
        self.faults = Faults()
        self.pace = Pace()
        self.rates: Literal["off", "strict"] = "off"
        self.tokens = Tokens()
        self.version = 0
        self.happened: list[Callable[[Json], Future[None] | None]] = []
        self._last_ts = 0
        self._ids = itertools.count(1)

    # time

    def now(self) -> datetime:
        """The sandbox's present moment, aware, in UTC."""
        return self.clock.now()

    def move(self, to: datetime) -> None:
        """Sets the sandbox's clock; `Sandbox.moves_to` is the way that takes the bot along sweep by sweep."""
        self.clock.move(to)
        self.touch()

    def ts(self) -> str:
        """A message's name: the sandbox's seconds and microseconds, never the same twice, always growing."""
        with self.lock:
            self._last_ts = max(int(self.now().timestamp() * 1_000_000), self._last_ts + 1)
            return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    # change

    def touch(self) -> None:
        """Says that something changed, to all who wait."""
        with self.lock:
            self.version += 1
            self.lock.notify_all()

    def changed(self, since: int, timeout: float) -> int:
        """Waits until the version is past `since`, for at most `timeout` real seconds; returns the version."""
        with self.lock:
            self.lock.wait_for(lambda: self.version > since, timeout)
            return self.version

    def wait_until(self, holds: Callable[[], bool], timeout: float = 5.0) -> bool:
        """Waits until `holds()`, asked at each change; False if it never did within real `timeout` seconds.

        It is asked under the lock: it looks at the world, and calls neither the sandbox nor the app.
        """
        with self.lock:
            return self.lock.wait_for(holds, timeout)

    def tell(self, event: Json) -> list[Future[None]]:
        """Something happened that the app may have subscribed to; each future ends after its first delivery."""
        heard = [hear(event) for hear in self.happened]
        return [one for one in heard if one is not None]

    # finding

    def new_id(self, letter: str) -> str:
        return f"{letter}0{next(self._ids):08d}"

    def user(self, name: str) -> User:
        """By id or by name."""
        return self.users.get(name) or next(user for user in self.users.values() if user.name == name)

    def channel(self, name: str) -> Channel:
        """By id or by name."""
        wanted = name.removeprefix("#")
        return self.channels.get(name) or next(one for one in self.channels.values() if one.name == wanted)

    def dm(self, user: str) -> Channel:
        """The direct conversation of the bot with this person; opened if there was none."""
        with self.lock:
            name = f"D{user[1:]}"
            if name not in self.channels:
                self.channels[name] = Channel(name, "", "im", [user, BOT_USER], user=user)
                self.touch()
            return self.channels[name]

    def message(self, channel: str, ts: str) -> Message | None:
        return next((one for one in reversed(self.channels[channel].messages) if one.ts == ts), None)

    def view(self, view_id: str) -> View | None:
        every = itertools.chain(self.homes.values(), *self.stacks.values())
        return next((one for one in every if one.id == view_id), None)

    # writing

    def post(self, message: Message) -> Message:
        with self.lock:
            self.channels[message.channel].messages.append(message)
            self.touch()
        return message

    def upload(self, name: str, data: bytes, user: str, channel: str | None = None) -> File:
        """A file that somebody brings into a conversation; into a form, where there is none."""
        file = File(self.new_id("F"), name, len(data), user, int(self.now().timestamp()), name, data, complete=True)
        file.given = channel is None
        file.channels += [channel] if channel else []
        with self.lock:
            self.files[file.id] = file
        return file

    def app_reads(self, file: File) -> bool:
        """Its own, what was given to it in a form, and what stands where it is:
        https://docs.slack.dev/reference/scopes/files.read"""
        there = any(BOT_USER in self.channels[channel].members for channel in file.channels)
        return not file.deleted and (file.user == BOT_USER or file.given or there)

    def whisper(self, message: Message) -> Message:
        """Shows a message to the one person in `to`."""
        with self.lock:
            self.ephemerals.append(message)
            self.touch()
        return message

    def from_bot(self, channel: str, text: str) -> Message:
        """A message of the app, not yet posted."""
        return Message(self.ts(), channel, BOT_USER, text, bot_id=BOT)

    def announce(self, message: Message) -> list[Future[None]]:
        """Tells of a message in a channel, and of a mention of the bot in it."""
        channel = self.channels[message.channel]
        kind = CHANNEL_TYPES[channel.kind]
        where = {"channel": channel.id, "event_ts": message.ts}
        told = self.tell(_as_told(message) | where | {"channel_type": kind})
        if f"<@{BOT_USER}>" in message.text and channel.kind != "im" and not message.bot_id:
            told += self.tell(message.as_json() | where | {"type": "app_mention"})
        return told

    def unsay(self, message: Message) -> list[Future[None]]:
        """Its author deletes it: https://docs.slack.dev/reference/events/message/message_deleted"""
        channel, was = self.channels[message.channel], _as_told(message)
        with self.lock:
            channel.messages.remove(message)
            self.touch()
        kind, ts = CHANNEL_TYPES[channel.kind], self.ts()
        gone = {"type": "message", "subtype": "message_deleted", "hidden": True, "deleted_ts": message.ts, "ts": ts}
        return self.tell(gone | {"channel": channel.id, "channel_type": kind, "event_ts": ts, "previous_message": was})

    def fresh_hash(self) -> str:
        stamp = self.ts()
        return f"{stamp.split('.')[0]}.{hashlib.sha256(stamp.encode()).hexdigest()[:8]}"

    def join(self, channel: str, user: str) -> list[Future[None]]:
        with self.lock:
            if user not in self.channels[channel].members:
                self.channels[channel].members.append(user)
                self.touch()
        return self.tell({"type": "member_joined_channel", "user": user, "channel": channel})


def _as_told(message: Message) -> Json:
    """With files it is a `file_share`, without the `team` that others have:
    https://docs.slack.dev/reference/events/message/file_share, https://github.com/slackapi/slack-api-specs/issues/62"""
    told = message.as_json()
    if not message.files:
        return told
    del told["team"]
    return told | {"subtype": "file_share", "upload": True, "display_as_bot": False}
