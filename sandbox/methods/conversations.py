"""The methods conversations.*: open, look, read, join, invite."""

from sandbox.methods.request import Request
from sandbox.records import BOT_USER, KIND_SCOPE, Channel, Json, Message
from sandbox.refusal import RefusalError

TYPES = {"public_channel": "public", "private_channel": "private", "im": "im"}
HISTORY = 100  # https://docs.slack.dev/reference/methods/conversations.history: default page; at most 999


def open_(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.open, with one person: no group conversations."""
    wanted = request.need("users").split(",")
    if len(wanted) > 1:
        request.need_scope("mpim:write")
    request.need_scope("im:write")
    reader = request.world.users.get(wanted[0])
    if reader is None:
        raise RefusalError("user_not_found")
    if reader.deleted:
        raise RefusalError("user_disabled")
    if reader.is_bot:
        raise RefusalError("cannot_dm_bot")
    return {"channel": {"id": request.world.dm(reader.id).id}}


def info(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.info"""
    return {"channel": request.channel(scope="read").as_json()}


def list_(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.list: private ones only where the bot is in."""
    return request.page([one.as_json() for one in _of_types(request)], "channels")


def of_user(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/users.conversations: where the bot is, or where both are."""
    who = request.text("user", BOT_USER)
    shared = [one for one in _of_types(request) if who in one.members]
    return request.page([one.as_json() for one in shared], "channels")


def members(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.members"""
    found = request.channel(scope="read").members
    paged = request.page([{"id": one} for one in found], "members")
    return paged | {"members": [one["id"] for one in paged["members"]]}


def history(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.history: newest first, without replies."""
    channel = _readable(request)
    roots = [one for one in channel.messages if one.thread_ts in {None, one.ts}]
    return _messages(request, sorted(roots, key=lambda one: one.ts, reverse=True))


def replies(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.replies: oldest first, the thread's root among them."""
    channel = _readable(request)
    root = request.need("ts")
    thread = [one for one in channel.messages if root in {one.ts, one.thread_ts}]
    if not thread:
        raise RefusalError("thread_not_found")
    return _messages(request, thread)


def invite(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.invite"""
    channel = request.channel(scope="write.invites")
    _open_to_bot(channel)
    for name in request.need("users").split(","):
        if name not in request.world.users:
            raise RefusalError("user_not_found")
        if name in channel.members:
            raise RefusalError("already_in_channel")
        request.world.join(channel.id, name)
    return {"channel": channel.as_json()}


def join(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.join: public channels only."""
    channel = request.channel()
    if channel.kind != "public":
        raise RefusalError("method_not_supported_for_channel_type")
    if channel.archived:
        raise RefusalError("is_archived")
    request.world.join(channel.id, BOT_USER)
    return {"channel": channel.as_json()}


def _of_types(request: Request) -> list[Channel]:
    kinds = [TYPES.get(one.strip()) for one in request.text("types", "public_channel").split(",")]
    if None in kinds:
        raise RefusalError("invalid_types")
    for kind in kinds:
        request.need_scope(f"{KIND_SCOPE[str(kind)]}:read")
    seen = [one for one in request.world.channels.values() if one.kind in kinds]
    hidden = [one for one in seen if one.kind != "public" and BOT_USER not in one.members]
    archived = [one for one in seen if one.archived and request.flag("exclude_archived")]
    return [one for one in seen if one not in hidden and one not in archived]


def _readable(request: Request) -> Channel:
    channel = request.channel(scope="history")
    _open_to_bot(channel)
    return channel


def _open_to_bot(channel: Channel) -> None:
    if BOT_USER not in channel.members:
        raise RefusalError("not_in_channel")


def _messages(request: Request, found: list[Message]) -> Json:
    """Those within the borders; the borders themselves only with `inclusive`."""
    oldest, latest = float(request.args.get("oldest") or 0), float(request.args.get("latest") or "inf")
    edges = {oldest, latest} if request.flag("inclusive") else set()
    inside = [one for one in found if oldest < float(one.ts) < latest or float(one.ts) in edges]
    with_metadata = request.flag("include_all_metadata")
    shown = [one.as_json(with_metadata=with_metadata, url=request.url) for one in inside]
    paged = request.page(shown, "messages", HISTORY)
    return paged | {"has_more": bool(paged["response_metadata"]["next_cursor"])}
