"""Small blocks and views for the tests of what Slack takes and refuses."""

from typing import Any

Json = dict[str, Any]
Value = Any


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str = "words", **more: Value) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(text: str = "Take", action: str = "take", **more: Value) -> Json:
    return {"type": "button", "text": plain(text), "action_id": action, **more}


def actions(*elements: Json, **more: Value) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def option(text: str) -> Json:
    return {"text": plain(text), "value": text.lower()}


def select(*options: str, **more: Value) -> Json:
    return {"type": "static_select", "action_id": "pick", "options": [option(one) for one in options], **more}


def asks(label: str, element: Json | None = None, **more: Value) -> Json:
    return {
        "type": "input",
        "block_id": label.lower(),
        "label": plain(label),
        "element": element or {"type": "plain_text_input", "action_id": "typed"},
        **more,
    }


def modal(*blocks: Json, **more: Value) -> Json:
    given = {"type": "modal", "title": plain("Log a lead"), "submit": plain("Log"), "blocks": list(blocks), **more}
    return {name: value for name, value in given.items() if value is not None}


def home(*blocks: Json) -> Json:
    return {"type": "home", "blocks": list(blocks)}
