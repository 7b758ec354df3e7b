"""The Web API by one table: what each method does, which scope it wants, and how often it may be called."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sandbox.methods import chat, conversations, oauth, uploads, users, views
from sandbox.methods.request import Request
from sandbox.records import Json
from sandbox.refusal import RefusalError
from sandbox.tokens import APP_TOKEN, BOT_TOKEN
from sandbox.world import Call, World

__all__ = ["APP_TOKEN", "BOT_TOKEN", "SIGNING_SECRET", "TABLE", "Answer", "Method", "call"]

SIGNING_SECRET = "sandbox-signing-secret"  # public: it opens only this sandbox
TIERS = {1: 1, 2: 20, 3: 50, 4: 100}  # calls a minute, https://docs.slack.dev/apis/web-api/rate-limits
SPECIAL = 600  # methods with a limit of their own, which the documentation calls generous


def connections_open(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/apps.connections.open: a WebSocket address for one use."""
    address = request.url.replace("http://", "ws://", 1)
    return {"url": f"{address}/link/?ticket={request.world.tickets.socket()}&app_id=A0LEADLOOP"}


@dataclass(frozen=True)
class Method:
    """`scopes`: any of them opens the method; finer ones are asked inside, when the channel's kind is known."""

    run: Callable[[Request], Json]
    per_minute: int
    scopes: tuple[str, ...] = ()
    token: Literal["bot", "app", "any"] = "bot"


def _any(verb: str) -> tuple[str, ...]:
    return tuple(f"{kind}:{verb}" for kind in ("channels", "groups", "im", "mpim"))


# Scopes and tiers: the page of each method under https://docs.slack.dev/reference/methods, gathered in slack-api-ref.
TABLE: dict[str, Method] = {
    "api.test": Method(users.api_test, TIERS[4], token="any"),
    "apps.connections.open": Method(connections_open, TIERS[3], token="app"),
    "auth.test": Method(users.auth_test, SPECIAL),
    "bots.info": Method(users.bots_info, TIERS[3], ("users:read",)),
    "chat.delete": Method(chat.delete, TIERS[3], ("chat:write",)),
    "chat.getPermalink": Method(chat.get_permalink, SPECIAL),
    "chat.postEphemeral": Method(chat.post_ephemeral, TIERS[4], ("chat:write",)),
    "chat.postMessage": Method(chat.post_message, SPECIAL, ("chat:write",)),
    "chat.update": Method(chat.update, TIERS[3], ("chat:write",)),
    "conversations.history": Method(conversations.history, TIERS[3], _any("history")),
    "conversations.info": Method(conversations.info, TIERS[3], _any("read")),
    "conversations.invite": Method(conversations.invite, TIERS[3], ("channels:write.invites", "groups:write.invites")),
    "conversations.join": Method(conversations.join, TIERS[3], ("channels:join",)),
    "conversations.list": Method(conversations.list_, TIERS[2], _any("read")),
    "conversations.members": Method(conversations.members, TIERS[4], _any("read")),
    "conversations.open": Method(conversations.open_, TIERS[3], ("im:write", "mpim:write")),
    "conversations.replies": Method(conversations.replies, TIERS[3], _any("history")),
    "files.completeUploadExternal": Method(uploads.complete, TIERS[4], ("files:write",)),
    "files.getUploadURLExternal": Method(uploads.get_upload_url, TIERS[4], ("files:write",)),
    "files.info": Method(uploads.info, TIERS[4], ("files:read",)),
    "oauth.v2.access": Method(oauth.access, SPECIAL, token="any"),
    "team.profile.get": Method(users.team_profile, TIERS[3], ("users.profile:read",)),
    "usergroups.list": Method(users.groups, TIERS[2], ("usergroups:read",)),
    "usergroups.users.list": Method(users.group_members, TIERS[2], ("usergroups:read",)),
    "users.conversations": Method(conversations.of_user, TIERS[3], _any("read")),
    "users.info": Method(users.info, TIERS[4], ("users:read",)),
    "users.list": Method(users.list_, TIERS[2], ("users:read",)),
    "users.lookupByEmail": Method(users.lookup_by_email, TIERS[3], ("users:read.email",)),
    "users.profile.get": Method(users.profile, TIERS[4], ("users.profile:read",)),
    "views.open": Method(views.open_, TIERS[4]),
    "views.publish": Method(views.publish, TIERS[4]),
    "views.push": Method(views.push, TIERS[4]),
    "views.update": Method(views.update, TIERS[4]),
}


@dataclass(frozen=True)
class Answer:
    body: Json
    status: int
    headers: dict[str, str]


def call(world: World, name: str, token: str, args: Json, url: str) -> Answer:
    """One call, as Slack would answer it; every call is kept in `world.calls`."""
    granted = {"x-oauth-scopes": ",".join(sorted(world.manifest.scopes))}
    with world.lock:
        try:
            body = {"ok": True} | _run(world, name, token, Request(world, args, url))
            answer = Answer(body, 200, granted)
        except RefusalError as refusal:
            answer = Answer(refusal.body(), refusal.status, granted | refusal.headers)
        world.calls.append(Call(name, args, world.now(), answer.body.get("error", "ok")))
        return answer


def _run(world: World, name: str, token: str, request: Request) -> Json:
    method = TABLE.get(name)
    if method is None:
        raise RefusalError("unknown_method", req_method=name)
    _authorise(world, method, token)
    if method.scopes and not world.manifest.scopes.intersection(method.scopes):
        request.need_scope(method.scopes[0])
    if world.rates == "strict":
        world.pace.method(name, method.per_minute)
        if name == "chat.postMessage":
            world.pace.channel(request.text("channel"))
    return method.run(request)


def _authorise(world: World, method: Method, token: str) -> None:
    """https://docs.slack.dev/reference/methods/auth.test lists these errors; they are the same for all methods."""
    if method.token == "any":
        return
    if token != APP_TOKEN:
        world.tokens.check(token, world.now())
    if (token == APP_TOKEN) != (method.token == "app"):
        raise RefusalError("not_allowed_token_type")
