"""Where a person can go: their channels, and the app's Home and Messages."""

from dataclasses import dataclass

from sandbox.page.unread import ReadMarks
from sandbox.records import BOT_USER, Channel, User
from sandbox.world import World

HOME, MESSAGES = "home", "leadloop"
SIGNS = {"public": "hash", "private": "lock"}


@dataclass(frozen=True)
class Place:
    """`name` is its part of the address; `channel` the id of the conversation, which may not exist yet."""

    name: str
    title: str
    kind: str
    icon: str
    href: str
    channel: str
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


def places(world: World, marks: ReadMarks, viewer: User, current: str) -> list[tuple[str, list[Place]]]:
    """Under their headings in the side bar; what is named `current` is marked, and counts as read."""
    rooms = [one for one in world.channels.values() if one.kind != "im" and viewer.id in one.members]
    return [
        ("Channels", [room(marks, viewer, one, current) for one in rooms]),
        ("Apps", [app(world, marks, viewer, current)]),
    ]


def room(marks: ReadMarks, viewer: User, channel: Channel, current: str) -> Place:
    here = channel.name == current
    return Place(
        name=channel.name,
        title=channel.name,
        kind="channel",
        icon=SIGNS[channel.kind],
        href=f"/as/{viewer.name}/{channel.name}",
        channel=channel.id,
        current=here,
        unread=not here and marks.unread(viewer.id, channel),
        members=len([one for one in channel.members if one != BOT_USER]),
    )


def app(world: World, marks: ReadMarks, viewer: User, current: str) -> Place:
    """Leadloop itself: Messages, or Home while that is open."""
    talk = next((one for one in world.channels.values() if one.kind == "im" and one.user == viewer.id), None)
    name = HOME if current == HOME else MESSAGES
    return Place(
        name=name,
        title="Leadloop",
        kind="app",
        icon="message",
        href=f"/as/{viewer.name}/{name}",
        channel=talk.id if talk else "",
        current=current in (HOME, MESSAGES),
        unread=talk is not None and current != MESSAGES and marks.unread(viewer.id, talk),
    )
