"""The things of a workspace: users, channels, messages, views and files, and how Slack writes them as JSON."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from urllib.parse import quote
from zoneinfo import ZoneInfo

Json = dict[str, Any]
Value = Any  # whatever JSON can hold
Kind = Literal["public", "private", "im"]

TEAM = "T0SANDBOX1"
APP = "A0LEADLOOP"
BOT = "B0LEADLOOP"  # the bot's id in messages
BOT_USER = "U0LEADLOOP"  # the bot as a member
SLACKBOT = "USLACKBOT"
DOMAIN = "sandbox-inc"
KIND_SCOPE = {"public": "channels", "private": "groups", "im": "im"}
FLAGS = ("deleted", "is_admin", "is_owner", "is_restricted", "is_bot")


@dataclass
class User:
    """A member of the workspace. `title` is what the page shows beside the name."""

    id: str
    name: str
    real_name: str
    tz: str
    title: str = ""
    email: str = ""
    locale: str = "en-GB"
    is_admin: bool = False
    is_owner: bool = False
    is_restricted: bool = False
    deleted: bool = False
    is_bot: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    """What stands in the fields that the workspace added to its profiles, by their ids."""

    def as_json(self, now: datetime, *, with_email: bool) -> Json:
        """https://docs.slack.dev/reference/objects/user-object; the e-mail needs a scope of its own."""
        local = now.astimezone(ZoneInfo(self.tz))
        offset = local.utcoffset()
        profile = {"real_name": self.real_name, "display_name": self.name, "title": self.title, "team": TEAM}
        if with_email and self.email:
            profile["email"] = self.email
        return {
            "id": self.id,
            "team_id": TEAM,
            "name": self.name,
            "real_name": self.real_name,
            **{name: getattr(self, name) for name in FLAGS},
            "tz": self.tz,
            "tz_label": local.tzname() or self.tz,
            "tz_offset": int(offset.total_seconds()) if offset else 0,
            "profile": profile,
            "is_primary_owner": self.is_owner,
            "is_ultra_restricted": False,
            "is_app_user": False,
            "is_email_confirmed": True,
            "updated": int(now.timestamp()),
            "locale": self.locale,
        }


@dataclass
class File:
    """An upload: `data` is there after the bytes came, `shared` after completeUploadExternal."""

    id: str
    name: str
    length: int
    user: str
    created: int
    title: str = ""
    data: bytes | None = None
    complete: bool = False
    deleted: bool = False
    given: bool = False
    """To the app, in a form of its own."""
    channels: list[str] = field(default_factory=list)

    def as_json(self, url: str) -> Json:
        """The file object, https://docs.slack.dev/reference/objects/file-object."""
        kind = self.name.rsplit(".", 1)[-1].lower()
        mime = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml", "csv": "text/csv"}
        return {
            "id": self.id,
            "created": self.created,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": mime.get(kind, "application/octet-stream"),
            "filetype": kind,
            "size": self.length,
            "user": self.user,
            "channels": self.channels,
            "url_private": f"{url}/files/{self.id}/{quote(self.name, safe='')}",
            "url_private_download": f"{url}/files/{self.id}/download/{quote(self.name, safe='')}",
            "permalink": f"https://{DOMAIN}.slack.com/files/{self.user}/{self.id}/{_slug(self.name)}",
        }


def _slug(name: str) -> str:
    """A permalink's last part has small letters, and signs for all others:
    https://docs.slack.dev/reference/events/message/file_share shows one."""
    return "".join(char if char.isascii() and (char.isalnum() or char in ".-_") else "_" for char in name.lower())


@dataclass
class Message:
    """A message in a channel; with `to` it is an ephemeral one, seen by that person alone."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    bot_id: str | None = None
    metadata: Json | None = None
    thread_ts: str | None = None
    edited: Json | None = None
    files: list[File] = field(default_factory=list)
    to: str | None = None
    state: dict[str, dict[str, Json]] = field(default_factory=dict)

    def as_json(self, *, with_metadata: bool = False, url: str = "") -> Json:
        """The message object, https://docs.slack.dev/reference/events/message."""
        found: Json = {"type": "message", "ts": self.ts, "user": self.user, "text": self.text, "team": TEAM}
        if self.bot_id:
            found |= {"bot_id": self.bot_id, "app_id": APP}
        for name in ("blocks", "thread_ts", "edited"):
            if getattr(self, name):
                found[name] = getattr(self, name)
        if self.files:
            found["files"] = [file.as_json(url) for file in self.files]
        if with_metadata and self.metadata:
            found["metadata"] = self.metadata
        return found


@dataclass
class Channel:
    """A public or private channel, or the direct conversation of the bot with `user`."""

    id: str
    name: str
    kind: Kind
    members: list[str]
    archived: bool = False
    user: str | None = None
    messages: list[Message] = field(default_factory=list)

    def as_json(self) -> Json:
        """The conversation object, https://docs.slack.dev/reference/objects/conversation-object."""
        found: Json = {
            "id": self.id,
            "is_im": self.kind == "im",
            "is_private": self.kind == "private",
            "is_archived": self.archived,
            "is_channel": self.kind == "public",
            "is_group": self.kind == "private",
            "is_member": BOT_USER in self.members,
            "context_team_id": TEAM,
        }
        if self.kind == "im":
            return found | {"user": self.user, "is_open": True}
        return found | {"name": self.name, "name_normalized": self.name, "num_members": len(self.members)}


@dataclass
class View:
    """A modal or an App Home: `body` as the app gave it, `state` what the person typed, `errors` by block_id."""

    id: str
    user: str
    body: Json
    hash: str
    root: str
    previous: str | None = None
    state: dict[str, dict[str, Json]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return str(self.body["type"])

    def as_json(self) -> Json:
        """The view object, https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload."""
        given = {
            "callback_id": "",
            "external_id": "",
            "private_metadata": "",
            "title": None,
            "close": None,
            "submit": None,
        }
        flags = {"clear_on_close": False, "notify_on_close": False}
        return {
            **given,
            **flags,
            **self.body,
            "id": self.id,
            "team_id": TEAM,
            "app_id": APP,
            "bot_id": BOT,
            "app_installed_team_id": TEAM,
            "hash": self.hash,
            "root_view_id": self.root,
            "previous_view_id": self.previous,
            "state": {"values": self.state},
        }
