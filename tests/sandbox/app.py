"""The smallest app that Slack can call: it keeps what it heard, and answers as it is told."""

import contextlib
import json
import threading
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

Json = dict[str, Any]
Answer = Callable[[Json], Json | str | None]


@dataclass
class App:
    """`answers[kind]` is called with the payload; a status other than 200 in `statuses` comes first, once each."""

    heard: list[Json] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    statuses: list[int] = field(default_factory=list)
    hold: threading.Event | None = None
    url: str = ""

    def hear(self, body: bytes, headers: dict[str, str]) -> tuple[int, Json | str | None]:
        payload = _payload(body, headers["Content-Type"])
        self.heard.append(payload)
        self.headers.append(headers)
        self.bodies.append(body)
        if self.hold:
            self.hold.wait(10)
        answer = self.answers.get(payload.get("type", "command"))
        said = answer(payload) if answer else None
        return self.statuses.pop(0) if self.statuses else 200, said

    def events(self, kind: str) -> list[Json]:
        return [one["event"] for one in self.heard if one.get("event", {}).get("type") == kind]


def serve(app: App) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        whose: ClassVar[App] = app

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, said = self.whose.hear(body, dict(self.headers))
            self.send_response(status)
            self.send_header("Content-Type", "text/plain" if isinstance(said, str) else "application/json")
            self.end_headers()
            with contextlib.suppress(BrokenPipeError):  # Slack has stopped waiting
                self.wfile.write((said if isinstance(said, str) else json.dumps(said or {})).encode())

        def log_message(self, *_: object) -> None:
            """The test says what happened."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    app.url = f"http://127.0.0.1:{server.server_port}/slack/events"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return server


def _payload(body: bytes, content: str) -> Json:
    if content.startswith("application/json"):
        return dict(json.loads(body))
    form = dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True))
    return dict(json.loads(form["payload"])) if "payload" in form else form
