"""A little app at the other end of the sandbox: a form by command, an error under its field, a card with a button."""

import json
import threading
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from slack_sdk import WebClient

from sandbox.methods import BOT_TOKEN
from sandbox.server import Sandbox

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def button(text: str, action: str, **more: object) -> Json:
    return {"type": "button", "text": plain(text), "action_id": action, "value": "1", **more}


ASKED = {"title": "Close this lead?", "text": "Erin hears of it.", "confirm": "Close it", "deny": "Keep it"}
SURE = {part: plain(words) for part, words in ASKED.items()}


def form(*more: Json) -> Json:
    name = {"type": "plain_text_input", "action_id": "name"}
    know = {"type": "plain_text_input", "action_id": "know", "multiline": True}
    known = {"type": "input", "block_id": "know", "label": plain("What you know"), "optional": True, "element": know}
    blocks = [
        {"type": "input", "block_id": "name", "label": plain("Company or person"), "element": name},
        known,
        {"type": "actions", "block_id": "more", "elements": [button("Add details", "add")]},
        *more,
    ]
    return {
        "type": "modal",
        "title": plain("A new lead"),
        "submit": plain("Send"),
        "close": plain("Cancel"),
        "blocks": blocks,
    }


DETAILS = {
    "type": "input",
    "block_id": "by",
    "label": plain("Come back on"),
    "optional": True,
    "element": {"type": "datepicker", "action_id": "by"},
}


class LittleApp:
    """What it heard is in `heard`; it knows one form and one card."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.slack = WebClient(token=BOT_TOKEN, base_url=sandbox.api_url)
        self.leads = sandbox.world.channel("leads").id
        self.heard: list[Json] = []

    def answer(self, payload: Json) -> Json | None:
        self.heard.append(payload)
        if "command" in payload:
            self.slack.views_open(trigger_id=payload["trigger_id"], view=form())
        elif payload["type"] == "view_submission":
            return self.received(payload["view"]["state"]["values"])
        elif payload["type"] == "block_actions":
            self.pressed(payload)
        return None

    def received(self, values: Json) -> Json | None:
        if not values["know"]["know"]["value"]:
            return {"response_action": "errors", "errors": {"know": "Say one thing that you know."}}
        name = values["name"]["name"]["value"]
        buttons = [button("I'll take it", "take", style="primary"), button("Close", "close", confirm=SURE)]
        blocks: list[Json] = [
            {"type": "section", "text": {"type": "mrkdwn", "text": f"*{name}*"}},
            {"type": "actions", "block_id": "moves", "elements": buttons},
        ]
        self.slack.chat_postMessage(channel=self.leads, text=name, blocks=blocks)
        return None

    def pressed(self, payload: Json) -> None:
        if payload["actions"][0]["action_id"] == "add":
            self.slack.views_update(view_id=payload["view"]["id"], view=form(DETAILS))
        else:
            words = f"{payload['user']['name']}: {payload['actions'][0]['action_id']}"
            self.slack.chat_update(channel=self.leads, ts=payload["container"]["message_ts"], text=words)


@contextmanager
def running(sandbox: Sandbox) -> Iterator[LittleApp]:
    """The app at the sandbox's request URL."""
    app = LittleApp(sandbox)

    class Listener(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            said = dict(urllib.parse.parse_qsl(body))
            answer = app.answer(json.loads(said["payload"]) if "payload" in said else said)
            sent = json.dumps(answer).encode() if answer else b""
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        def log_message(self, *_: object) -> None:
            """A test's output is its own."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        sandbox.request_url = f"http://127.0.0.1:{server.server_port}/slack/events"
        yield app
        server.shutdown()
        thread.join()
