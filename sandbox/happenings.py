"""What happens in a company: people come, go and travel, channels fill and close; the app hears of it."""

from concurrent.futures import Future
from typing import Literal

from sandbox.records import KIND_SCOPE, Json, User
from sandbox.world import World

Told = list[Future[None]]


def arrives(world: World, user: User) -> Told:
    """https://docs.slack.dev/reference/events/team_join"""
    with world.lock:
        world.users[user.id] = user
        world.touch()
    return world.tell({"type": "team_join", "user": _shown(world, user)})


def leaves_company(world: World, user: User) -> Told:
    user.deleted = True
    return changes(world, user)


def travels(world: World, user: User, tz: str) -> Told:
    user.tz = tz
    return changes(world, user)


def changes(world: World, user: User) -> Told:
    """https://docs.slack.dev/reference/events/user_change; call it after changing the user."""
    world.touch()
    return world.tell({"type": "user_change", "user": _shown(world, user)})


def joins(world: World, user: User, channel: str) -> Told:
    """https://docs.slack.dev/reference/events/member_joined_channel, which the bot hears of itself, too."""
    return world.join(world.channel(channel).id, user.id)


def leaves(world: World, user: User, channel: str) -> Told:
    """https://docs.slack.dev/reference/events/member_left_channel; the bot hears `channel_left` of itself."""
    place = world.channel(channel)
    with world.lock:
        place.members.remove(user.id)
        world.touch()
    if user.is_bot:
        return world.tell({"type": "channel_left" if place.kind == "public" else "group_left", "channel": place.id})
    return world.tell({"type": "member_left_channel", "user": user.id, "channel": place.id})


def archives(world: World, user: User, channel: str) -> Told:
    """https://docs.slack.dev/reference/events/channel_archive, `group_archive` for a private channel."""
    return _closes(world, user, channel, "archive", archived=True)


def unarchives(world: World, user: User, channel: str) -> Told:
    return _closes(world, user, channel, "unarchive", archived=False)


def opens_to_all(world: World, channel: str) -> None:
    """Told only to apps that read its messages: https://docs.slack.dev/reference/events/message/channel_convert_to_public"""
    _converts(world, channel, "public")


def closes_to_others(world: World, channel: str) -> None:
    """https://docs.slack.dev/reference/events/message/channel_convert_to_private"""
    _converts(world, channel, "private")


def _converts(world: World, channel: str, kind: Literal["public", "private"]) -> None:
    world.channel(channel).kind = kind
    world.touch()


def deletes(world: World, channel: str) -> Told:
    """https://docs.slack.dev/reference/events/channel_deleted, `group_deleted` for a private channel."""
    with world.lock:
        place = world.channels.pop(channel)
        world.touch()
    return world.tell({"type": f"{KIND_SCOPE[place.kind].removesuffix('s')}_deleted", "channel": place.id})


def _closes(world: World, user: User, channel: str, what: str, *, archived: bool) -> Told:
    place = world.channel(channel)
    place.archived = archived
    world.touch()
    kind = KIND_SCOPE[place.kind].removesuffix("s")
    return world.tell({"type": f"{kind}_{what}", "channel": place.id, "user": user.id})


def _shown(world: World, user: User) -> Json:
    return user.as_json(world.now(), with_email="users:read.email" in world.manifest.scopes)
