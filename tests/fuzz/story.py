"""Real payloads to spoil: what Slack sends while Sandbox Inc. sets the bot up, gives leads and works them."""

import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sandbox import payloads
from sandbox.looks.chapters import CHAPTERS
from sandbox.looks.scene import Look, Scene
from sandbox.records import Json, Message, View
from tests.slack.company import Company
from tests.slack.lists import Lists

TYPED = {
    "plain_text_input": {"value": "Acme, jane@acme.example"},
    "radio_buttons": {"selected_option": {"value": "sales"}},
    "static_select": {"selected_option": {"value": "no_answer"}},
    "checkboxes": {"selected_options": [{"value": "yes"}]},
    "users_select": {"selected_user": "U0RITA0000"},
    "multi_users_select": {"selected_users": ["U0RITA0000", "U0RAVI0000"]},
    "conversations_select": {"selected_conversation": "C0LEADS001"},
    "datepicker": {"selected_date": "2026-12-24"},
    "file_input": {"files": [{"id": "F0LIST0001", "name": "leads.csv", "size": 9}]},
    "timepicker": {"selected_time": "09:30"},
}
"""What stands in each kind of input when somebody has filled it in."""


def told(company: Company, chapters: int) -> list[Json]:
    """One payload of each sort, and a submit of each form that was seen and a press of each button."""

    def pass_time(to: datetime) -> None:
        company.later(seconds=(to - company.now).total_seconds())

    looks: list[Look] = []
    scene = Scene(company.sandbox, pass_time, looks.append, Lists(company, Path(tempfile.mkdtemp())).imports)
    for tell in CHAPTERS[:chapters]:
        tell(scene)
    sent = [payload for _, payload in company.sandbox.push.sent]
    seen = [one for look in looks for one in _done_with(company, look)]
    return [_without_blocks(one) for one in {_sort(payload): payload for payload in [*seen, *sent]}.values()]


def _without_blocks(given: Json) -> Json:
    """Slack sends along what was clicked in, which is most of a payload, and which nobody reads."""
    return {
        name: _without_blocks(value) if isinstance(value, dict) else value
        for name, value in given.items()
        if name != "blocks"
    }


def _done_with(company: Company, look: Look) -> Iterator[Json]:
    world, user = company.sandbox.world, look.human.user
    on = _place(company, look)
    for block in _blocks(look.surface):
        for element in [*block.get("elements", []), block.get("accessory")]:
            if isinstance(element, dict) and "action_id" in element:
                press = payloads.action(world, element | {"type": "button"}, block["block_id"], None)
                yield payloads.interaction(world, "block_actions", user, **on, actions=[press])
    if isinstance(look.surface, View) and look.surface.kind == "modal":
        filled = {
            block["block_id"]: {block["element"]["action_id"]: TYPED.get(block["element"]["type"], {})}
            for block in _blocks(look.surface)
            if block["type"] == "input"
        }
        view = look.surface.as_json() | {"state": {"values": filled}}
        yield payloads.interaction(world, "view_submission", user, view=view, response_urls=[])


def _place(company: Company, look: Look) -> Json:
    if isinstance(look.surface, View):
        return payloads.on_view(look.surface)
    return payloads.on_message(company.sandbox.world, look.human.user, look.surface, company.sandbox.url)


def _blocks(surface: View | Message) -> list[Json]:
    return list(surface.body["blocks"] if isinstance(surface, View) else surface.blocks)


def _sort(payload: Json) -> str:
    kind = str(payload.get("type") or payload.get("text"))
    match kind:
        case "block_actions":
            return str(payload["actions"][0]["action_id"]).partition("#")[0] + str("view" in payload)
        case "view_submission" | "view_closed":
            return f"{kind}:{payload['view']['callback_id']}:{payload['view']['private_metadata'][:20]}"
        case "event_callback":
            return str(payload["event"]["type"])
    return kind + str(payload.get("callback_id"))
