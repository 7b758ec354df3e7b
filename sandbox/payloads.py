"""What Slack sends to the app, field by field; https://docs.slack.dev/reference/interaction-payloads."""

import time

from sandbox import inputs
from sandbox.records import APP, BOT_USER, DOMAIN, TEAM, Channel, Json, Message, User, Value, View
from sandbox.tickets import ResponseUrl
from sandbox.world import World

VERIFICATION = "sandbox-verification-token"  # Slack still sends it; nobody should read it
SHOWN = ("text", "value", "style", "placeholder")  # what an action repeats of its element


def command(world: World, user: User, channel: Channel, name: str, text: str, url: str) -> Json:
    """https://docs.slack.dev/interactivity/implementing-slash-commands: form fields."""
    reply = world.tickets.response(ResponseUrl(user.id, channel.id, world.now()))
    return {
        "token": VERIFICATION,
        "team_id": TEAM,
        "team_domain": DOMAIN,
        "channel_id": channel.id,
        "channel_name": {"im": "directmessage", "private": "privategroup"}.get(channel.kind, channel.name),
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": f"{url}/response/{reply}",
        "trigger_id": world.tickets.trigger(user.id),
    }


def interaction(world: World, kind: str, user: User, **more: Value) -> Json:
    """What all interactions have in common; with a fresh trigger id, but for the two kinds that open nothing."""
    trigger = {} if kind in {"view_closed", "block_suggestion"} else {"trigger_id": world.tickets.trigger(user.id)}
    return {
        "type": kind,
        "token": VERIFICATION,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": TEAM},
        "team": {"id": TEAM, "domain": DOMAIN},
        "enterprise": None,
        "is_enterprise_install": False,
        "api_app_id": APP,
        **trigger,
        **more,
    }


def action(world: World, element: Json, block_id: str, raw: Value) -> Json:
    """One entry of `actions`: the element and what the person did with it."""
    base = {"type": element["type"], "action_id": element["action_id"], "block_id": block_id, "action_ts": world.ts()}
    base |= {name: element[name] for name in SHOWN if name in element}
    if element["type"] == "overflow":
        return base | {"selected_option": inputs.option_named(element, str(raw))}
    if element["type"] == "button":
        return base
    return base | inputs.holding(element, raw)


def on_message(world: World, user: User, message: Message, url: str) -> Json:
    """The part of block_actions that says in which message it happened."""
    channel = world.channels[message.channel]
    reply = ResponseUrl(user.id, channel.id, world.now(), message.ts, message.thread_ts)
    where = {
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": message.to is not None,
        },
        "channel": {"id": channel.id, "name": channel.name or "directmessage"},
        "state": {"values": message.state},
        "response_url": f"{url}/response/{world.tickets.response(reply)}",
    }
    return where if message.to else where | {"message": message.as_json(url=url)}


def on_view(view: View) -> Json:
    return {"container": {"type": "view", "view_id": view.id}, "view": view.as_json()}


def event(world: World, inner: Json) -> Json:
    """The envelope of the Events API, https://docs.slack.dev/apis/events-api."""
    authorised = {
        "enterprise_id": None,
        "team_id": TEAM,
        "user_id": BOT_USER,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": VERIFICATION,
        "team_id": TEAM,
        "context_team_id": TEAM,
        "api_app_id": APP,
        "event": {"event_ts": world.ts()} | inner,
        "type": "event_callback",
        "event_id": f"Ev{world.new_id('0')}{time.monotonic_ns():X}"[:20],
        "event_time": int(world.now().timestamp()),
        "authorizations": [authorised],
        "is_ext_shared_channel": False,
        "event_context": "4-sandbox",
    }
