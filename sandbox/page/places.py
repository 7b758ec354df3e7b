"""Where a person can go: their channels, and the app's Home and Messages."""

from dataclasses import dataclass

from sandbox.page.unread import ReadMarks
from sandbox.people import Human
from sandbox.records import BOT_USER, Channel
from sandbox.sight import DM

HOME = "home"
SIGNS = {"public": "hash", "private": "lock"}


@dataclass(frozen=True)
class Place:
    """`name` is its part of the address."""

    name: str
    title: str
    kind: str
    icon: str
    href: str
    current: bool
    unread: bool
    members: int = 0

    @property
    def prompt(self) -> str:
        return "Write to Leadloop, or type /lead" if self.kind == "app" else f"Message #{self.title}, or type /lead"

    @property
    def empty(self) -> str:
        if self.kind == "app":
            return "Nothing from Leadloop yet. What it has to tell you comes here."
        return f"This is the beginning of #{self.title}. Say something, or type /lead to give a lead."


def places(human: Human, marks: ReadMarks, current: str) -> list[tuple[str, list[Place]]]:
    """Under their headings in the side bar; what is named `current` is marked, and counts as read."""
    return [
        ("Channels", [room(human, marks, one, current) for one in human.channels()]),
        ("Apps", [app(human, marks, current)]),
    ]


def room(human: Human, marks: ReadMarks, channel: Channel, current: str) -> Place:
    here = channel.name == current
    return Place(
        name=channel.name,
        title=channel.name,
        kind="channel",
        icon=SIGNS[channel.kind],
        href=f"/as/{human.user.name}/{channel.name}",
        current=here,
        unread=not here and marks.unread(human.id, channel),
        members=len([one for one in channel.members if one != BOT_USER]),
    )


def app(human: Human, marks: ReadMarks, current: str) -> Place:
    """Leadloop itself: Messages, or Home while that is open."""
    name = HOME if current == HOME else DM
    return Place(
        name=name,
        title="Leadloop",
        kind="app",
        icon="message",
        href=f"/as/{human.user.name}/{name}",
        current=current in (HOME, DM),
        unread=current != DM and marks.unread(human.id, human.place(DM)),
    )
