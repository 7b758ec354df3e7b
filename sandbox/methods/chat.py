"""The methods chat.*: post, edit, delete, whisper, link."""

import json
import re

from sandbox import rules
from sandbox.methods.request import Request
from sandbox.records import BOT_USER, DOMAIN, Channel, Json
from sandbox.refusal import RefusalError

UPDATE_TEXT = 4_000  # https://docs.slack.dev/reference/methods/chat.update: msg_too_long
POST_TEXT = 40_000  # https://docs.slack.dev/reference/methods/chat.postMessage: truncated after that
METADATA_BYTES = 16_000  # the documentation names metadata_too_large and no number; ours is a careful one
EVENT_TYPE = re.compile(r"^[a-zA-Z0-9_.\-]{1,255}$")


def post_message(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/chat.postMessage; channels by id only, which is stricter than Slack."""
    channel = _place(request)
    text, blocks = content(request)
    message = request.world.from_bot(channel.id, text[:POST_TEXT])
    message.blocks = blocks
    message.metadata = _metadata(request)
    message.thread_ts = _thread(request, channel)
    request.world.post(message)
    request.world.announce(message)
    shown = message.as_json(with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def update(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/chat.update: own messages only; blocks stay unless given."""
    channel = request.channel()
    if channel.archived:
        raise RefusalError("is_inactive")
    message = request.message(channel)
    if message.user != BOT_USER:
        raise RefusalError("cant_update_message")
    text, blocks = content(request)
    if len(text) > UPDATE_TEXT:
        raise RefusalError("msg_too_long")
    with request.world.lock:
        message.text = text
        message.blocks = blocks if "blocks" in request.args else message.blocks
        message.metadata = _metadata(request) or message.metadata
        message.edited = {"user": BOT_USER, "ts": request.world.ts()}
        request.world.touch()
    return {"channel": channel.id, "ts": message.ts, "text": text, "message": message.as_json()}


def delete(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/chat.delete"""
    channel = request.channel()
    message = request.message(channel)
    if message.user != BOT_USER:
        raise RefusalError("cant_delete_message")
    with request.world.lock:
        channel.messages.remove(message)
        request.world.touch()
    return {"channel": channel.id, "ts": message.ts}


def post_ephemeral(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/chat.postEphemeral: the reader must be in the channel."""
    channel = _place(request)
    reader = request.world.users.get(request.need("user"))
    if reader is None or reader.id not in channel.members:
        raise RefusalError("user_not_in_channel")
    text, blocks = content(request)
    message = request.world.from_bot(channel.id, text)
    message.blocks, message.to, message.thread_ts = blocks, reader.id, request.args.get("thread_ts")
    request.world.whisper(message)
    return {"message_ts": message.ts}


def get_permalink(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/chat.getPermalink"""
    channel = request.channel()
    message = request.message(channel, "message_ts")
    return {"channel": channel.id, "permalink": permalink(channel.id, message.ts)}


def permalink(channel: str, ts: str) -> str:
    return f"https://{DOMAIN}.slack.com/archives/{channel}/p{ts.replace('.', '')}"


def content(request: Request) -> tuple[str, list[Json]]:
    """The text and blocks of a message, checked as Slack checks them; one of both must be there (`no_text`)."""
    blocks = request.items("blocks")
    text = request.text("text")
    if not blocks and not text.strip():
        raise RefusalError("no_text")
    rules.message(blocks, request.world.files)
    return text, rules.named(blocks)


def _place(request: Request) -> Channel:
    """Where to post: a channel in which the bot is, or a person, whose direct conversation opens."""
    world = request.world
    wanted = request.need("channel")
    if wanted in world.users:
        reader = world.users[wanted]
        if reader.is_bot or reader.deleted:
            raise RefusalError("channel_not_found")
        wanted = world.dm(wanted).id
    channel = world.channels.get(wanted)
    if channel is None or (channel.kind != "public" and BOT_USER not in channel.members):
        raise RefusalError("channel_not_found")
    _writable(channel)
    _member(request, channel)
    return channel


def _writable(channel: Channel) -> None:
    if channel.archived:
        raise RefusalError("is_archived")


def _member(request: Request, channel: Channel) -> None:
    manifest = request.world.manifest
    if channel.kind == "im" and not manifest.messages_tab:
        raise RefusalError("messages_tab_disabled")
    if BOT_USER not in channel.members and "chat:write.public" not in manifest.scopes:
        raise RefusalError("not_in_channel")


def _thread(request: Request, channel: Channel) -> str | None:
    """A reply hangs on the thread's first message; Slack posts a reply to an unknown ts as `thread_not_found`."""
    given = request.args.get("thread_ts")
    if not given:
        return None
    parent = request.world.message(channel.id, str(given))
    if parent is None:
        raise RefusalError("thread_not_found")
    return parent.thread_ts or parent.ts


def _metadata(request: Request) -> Json | None:
    """https://docs.slack.dev/messaging/message-metadata: an event_type and an event_payload, nothing else required."""
    given = request.args.get("metadata")
    if given is None:
        return None
    if not isinstance(given, dict):
        raise RefusalError("invalid_metadata_format")
    if set(given) - {"event_type", "event_payload", "entities"} or not isinstance(given.get("event_payload"), dict):
        raise RefusalError("invalid_metadata_schema")
    if not EVENT_TYPE.match(str(given.get("event_type", ""))):
        raise RefusalError("invalid_metadata_format")
    if len(json.dumps(given)) > METADATA_BYTES:
        raise RefusalError("metadata_too_large")
    return given
