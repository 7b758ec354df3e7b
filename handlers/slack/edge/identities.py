"""Reads who did something, and what Slack tells about them, from what Slack sends."""

from dataclasses import dataclass
from zoneinfo import available_timezones

from bot.people import Profile
from bot.texts import short
from handlers.slack.edge.decoding import Body

ZONES = available_timezones()
SAID = frozenset({None, "file_share", "thread_broadcast"})
"""The subtypes of a message that somebody wrote; the others are edits, joins and what apps say."""
DELETED = "message_deleted"
"""https://docs.slack.dev/reference/events/message/message_deleted: what it was is its `previous_message`."""
SLACKBOT = "USLACKBOT"
"""Slack's own, which users.info does not call a bot: https://github.com/slackapi/bolt-js/issues/794."""


@dataclass(frozen=True)
class Actor:
    """Who did something, as claimed by what came."""

    user: str
    team: str
    """Their own workspace, which in a shared channel need not be ours."""
    ours: str
    """The workspace where the app is installed, as this payload has it."""


def actor(body: Body) -> Actor | None:
    """None where no person is behind it: something that an app or Slack itself did."""
    if body.get("type") == "event_callback":
        return _of_event(body["event"], body.get("team_id") or "")
    if "command" in body:
        return Actor(body["user_id"], body["team_id"], body["team_id"])
    user, team = body.get("user") or {}, (body.get("team") or {}).get("id") or ""
    return Actor(user["id"], user.get("team_id") or team, team or user.get("team_id") or "") if "id" in user else None


def _of_event(event: Body, ours: str) -> Actor | None:
    event = _said(event) if event["type"] == "message" else event
    user = event.get("user")
    if event.get("bot_id") or event.get("bot_profile") or not isinstance(user, str) or user == SLACKBOT:
        return None
    return Actor(user, event.get("user_team") or event.get("team") or ours, ours)


def _said(event: Body) -> Body:
    """What somebody wrote to us, or with files in a channel; or who took that away. Nothing of all else."""
    if is_direct(event):
        return event if event.get("subtype") in SAID else {}
    said = (event.get("previous_message") or {}) if event.get("subtype") == DELETED else event
    return said if said.get("subtype") in SAID and said.get("files") and said.get("thread_ts") else {}


def is_direct(event: Body) -> bool:
    """Whether it was said to us alone: https://docs.slack.dev/reference/events/message.im"""
    return event.get("channel_type") == "im" or str(event.get("channel")).startswith("D")


def profile(user: Body) -> Profile:
    """From a user object: https://docs.slack.dev/reference/objects/user-object. An app's own user is no member."""
    told = user.get("profile") or {}
    names = (told.get("real_name"), user.get("real_name"), told.get("display_name"), user.get("name"))
    zone = user.get("tz")
    return Profile(
        name=next((name for name in map(short, names) if name), "Somebody"),
        zone=zone if zone in ZONES else "UTC",
        locale=user.get("locale") or "en-GB",
        guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted") or user.get("is_bot")),
        workspace_admin=bool(user.get("is_admin") or user.get("is_owner")),
        deactivated=bool(user.get("deleted")),
        bot=bool(user.get("is_bot")),
    )
