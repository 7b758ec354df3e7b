"""The parts of Slack's payloads that we read, and what each must be: what does not fit is refused before anybody reads
it, so that no listener has to doubt it. What people typed and chose is judged by the forms and the domain.

https://docs.slack.dev/reference/interaction-payloads, https://docs.slack.dev/apis/events-api
"""

from collections.abc import Callable, Mapping
from types import NoneType
from typing import Any

from handlers.slack.edge.decoding import Body

Shape = type | tuple[type, ...] | Mapping[str, "Shape"] | Callable[[object], bool]
"""A type, some types, a dict with at least these parts, or a question."""
Parts = dict[str, Any]
"""Shapes by name."""


def fits(body: Body) -> bool:
    """Whether we can read this; what we do not listen to may be anything that says its kind."""
    kind = body.get("type", "command")
    if not isinstance(kind, str):
        return False
    if kind == "event_callback":
        return _fits(body, _event(body)) and bool(body["event"].get("event_ts") or body.get("event_id"))
    return _fits(body, KINDS.get(kind, ANYTHING))


def _fits(given: object, shape: "Shape") -> bool:
    if isinstance(shape, Mapping):
        return isinstance(given, dict) and all(_fits(given.get(name), part) for name, part in shape.items())
    if isinstance(shape, type | tuple):
        return isinstance(given, shape)
    return shape(given)


def _or_nothing(shape: "Shape") -> "Shape":
    return lambda given: given is None or _fits(given, shape)


def _each(shape: "Shape", least: int = 0) -> "Shape":
    return lambda given: isinstance(given, list) and len(given) >= least and all(_fits(one, shape) for one in given)


def _values(given: object) -> bool:
    """Block id → action id → what is in the input."""
    return isinstance(given, dict) and all(
        isinstance(block, dict) and all(_fits(element, INPUT) for element in block.values()) for block in given.values()
    )


def _name(given: object) -> bool:
    """Ids, moments and names of ours: never what people typed."""
    return isinstance(given, str) and given.isascii() and given.isprintable()


def _event(body: Body) -> "Shape":
    event = body.get("event")
    kind = event.get("type") if isinstance(event, dict) else None
    return EVENT | {"event": EVENTS.get(kind, HAPPENED)} if isinstance(kind, str) else {"event": NEVER}


NEVER: Shape = ()
"""No type at all."""
TEXT: Shape = (str, NoneType)
NAME: Shape = _name
NAMED: Shape = _or_nothing(NAME)
ID: Parts = {"id": NAME}
FILES: Shape = _or_nothing(_each(ID | dict.fromkeys(("name", "title", "permalink"), TEXT)))
INPUT: Parts = {
    **dict.fromkeys(("selected_user", "selected_conversation", "selected_date", "selected_time"), NAMED),
    "selected_users": _or_nothing(_each(NAME)),
    "files": FILES,
}
USER: Parts = {"id": NAME, "team_id": NAMED}
VIEW: Parts = {
    "id": NAME,
    "type": str,
    "callback_id": NAMED,
    "private_metadata": str,
    "state": {"values": _values},
}
ACTION: Parts = {"action_id": NAME, "action_ts": NAME, "value": TEXT}
MESSAGE: Parts = {"ts": NAME, "text": TEXT, "thread_ts": NAMED, "files": FILES}

NOTHING: Shape = NoneType
ANYTHING: Parts = {"user": _or_nothing(USER), "team": _or_nothing(ID), "command": NOTHING, "event": NOTHING}
COMMAND: Parts = {
    "command": str,
    **dict.fromkeys(("user_id", "team_id", "trigger_id"), NAME),
    **dict.fromkeys(("text", "response_url"), TEXT),
    **dict.fromkeys(("user", "team", "event", "view", "type"), NOTHING),
}
DONE: Parts = ANYTHING | {"user": USER, "team": ID, "trigger_id": NAMED, "response_url": TEXT}
CALLED: Parts = DONE | {"callback_id": NAME, "action_ts": NAME, "trigger_id": NAME, "view": NOTHING}
CLOSED: Parts = DONE | {"view": VIEW | {"callback_id": NAME}}
KINDS: dict[str, Parts] = {
    "command": COMMAND,
    "block_actions": DONE | {"trigger_id": NAME, "actions": _each(ACTION, least=1), "view": _or_nothing(VIEW)},
    "view_submission": CLOSED | {"trigger_id": NAME},
    "view_closed": CLOSED,
    "shortcut": CALLED,
    "message_action": CALLED | {"message": MESSAGE, "channel": ID, "team": ID | {"domain": NAME}},
}
EVENT: Parts = {
    "command": NOTHING,
    "team_id": NAMED,
    "event_id": NAMED,
    "authorizations": _or_nothing(_each({"user_id": NAMED})),
}
HAPPENED: Shape = dict
"""What nobody listens to: it is acknowledged, whatever it is."""
WRITTEN: Parts = dict.fromkeys(("user", "user_team", "team", "subtype", "thread_ts", "bot_id"), NAMED) | {
    "files": FILES
}
SAID: Parts = {
    **dict.fromkeys(("channel", "ts"), NAME),
    **dict.fromkeys(("user", "user_team", "team", "subtype", "event_ts", "thread_ts", "channel_type"), NAMED),
    "text": TEXT,
    "files": FILES,
    "previous_message": _or_nothing(WRITTEN),
}
CALLED_BY = dict.fromkeys(("real_name", "display_name"), TEXT)
PROFILE: Parts = USER | {
    "profile": _or_nothing(CALLED_BY),
    **dict.fromkeys(("real_name", "name", "tz", "locale"), TEXT),
}
EVENTS: Parts = {
    "message": SAID,
    "app_mention": SAID,
    "app_home_opened": dict.fromkeys(("user", "tab", "channel", "event_ts"), NAMED),
    "user_change": {"user": PROFILE, "event_ts": NAMED},
}
