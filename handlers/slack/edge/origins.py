"""Names the intention behind what Slack sent, so that retries, double clicks and replays are told from new ones."""

from bot.ids import Origin
from handlers.slack.edge.decoding import Body


def origin(body: Body) -> Origin:
    """The same for the same click, form or event however often it comes; "" where nothing could be done twice.

    A form is its view and callback, whatever was changed in it since: a second submit is a first one whose answer got
    lost. An event is what happened where and when, since Slack may send one under two event ids.
    """
    user = body.get("user_id") or _id(body.get("user"))
    match body.get("type"):
        case None if "command" in body:
            return Origin(f"command:{body['trigger_id']}:{user}")
        case "block_actions":
            action = body["actions"][0]
            return Origin(f"click:{action['action_ts']}:{user}:{action['action_id']}")
        case "view_submission" | "view_closed" as kind:
            return Origin(f"{kind}:{body['view']['id']}:{body['view']['callback_id']}:{user}")
        case "shortcut" | "message_action" as kind:
            return Origin(f"{kind}:{body['action_ts']}:{user}:{body['callback_id']}")
        case "event_callback":
            return Origin(_event(body))
    return Origin("")


def _event(body: Body) -> str:
    event = body["event"]
    stamp = event.get("event_ts") or body["event_id"]
    return f"event:{event['type']}:{event.get('channel', '')}:{stamp}:{_id(event.get('user'))}"


def _id(user: object) -> str:
    return str(user.get("id", "")) if isinstance(user, dict) else str(user or "")
