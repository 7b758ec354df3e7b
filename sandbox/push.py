"""How Slack calls the app: signed HTTP or Socket Mode, three seconds to answer, and retries for events only."""

import hashlib
import hmac
import http.client
import itertools
import json
import threading
import urllib.parse
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from sandbox import payloads
from sandbox.methods import SIGNING_SECRET
from sandbox.records import Json
from sandbox.sockets import Sockets
from sandbox.world import World

KEPT = 1000  # payloads that `again` can reach back to
PATIENCE = 3.0  # real seconds, https://docs.slack.dev/interactivity/handling-user-interaction: acknowledge
RETRIES = (0.0, 60.0, 300.0)  # seconds before each, https://docs.slack.dev/apis/events-api#retries
CHANNEL_KINDS = {"im": "message.im", "channel": "message.channels", "group": "message.groups"}
REASONS = {"operation_timeout": "http_timeout", "dispatch_failed": "connection_failed", "http_error": "http_error"}


@dataclass(frozen=True)
class Ack:
    """What the app answered. `trouble` is empty, or what Slack shows the person: an error's name."""

    body: Json | str
    trouble: str = ""
    no_retry: bool = False


class Push:
    """`request_url` chooses HTTP; without it, Socket Mode. `patience` and `retry_scale` are for tests.

    Several addresses, with spaces between, are replicas behind a balancer: each in turn that takes connections.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.sockets = Sockets(world)
        self.request_url = ""
        self.patience = PATIENCE
        self.retry_scale = 1.0
        self.thrice = 0
        """So many of the coming requests arrive three times, with one signature."""
        self._turn = itertools.count()
        self._workers = ThreadPoolExecutor(16, "slack-events")
        self.sent: deque[tuple[str, Json]] = deque(maxlen=KEPT)
        self.posted: deque[tuple[bytes, dict[str, str]]] = deque(maxlen=KEPT)
        """Bodies and headers over HTTP, as whoever reads along could send them again."""
        self.headers: dict[str, str] = {}
        """Sent beside Slack's own, as somebody in between could add them."""
        self._timers: list[threading.Timer] = []
        self._stopped = False
        self._counting = threading.Lock()
        self._on_their_way = 0
        self.adopt(world)

    @property
    def under_way(self) -> int:
        """How many requests have no answer yet, or are still to be sent again."""
        return self._on_their_way + sum(timer.is_alive() for timer in self._timers)

    def adopt(self, world: World) -> None:
        """Serves this world from now on, with its events; what was to be told again of another is forgotten."""
        self._forget()
        self.headers = {}
        self.world = self.sockets.world = world
        world.happened.append(self.event)

    def command(self, payload: Json) -> Ack:
        return self._send("slash_commands", payload, urllib.parse.urlencode(payload).encode())

    def interaction(self, payload: Json) -> Ack:
        return self._send("interactive", payload, urllib.parse.urlencode({"payload": json.dumps(payload)}).encode())

    def again(self, sort: str) -> Ack:
        """Sends the newest payload of this sort once more, freshly signed: a retry that nobody asked for, or a replay.

        `sort`: "slash_commands", "interactive" or "events_api".
        """
        kind, payload = next(one for one in reversed(list(self.sent)) if one[0] == sort)
        return self.command(payload) if kind == "slash_commands" else self._repeat(kind, payload)

    def envelope(self, payload: Json) -> Ack:
        """A whole payload of the Events API as it is, once."""
        return self._send("events_api", payload, json.dumps(payload).encode())

    def event(self, inner: Json) -> Future[None] | None:
        """Delivers if the manifest subscribes to it; the future ends after the first attempt, good or bad."""
        name = CHANNEL_KINDS[inner["channel_type"]] if inner["type"] == "message" else inner["type"]
        connected = self.request_url or self.sockets.open
        if name not in self.world.manifest.events or not connected:
            return None
        return self._workers.submit(self._attempt, payloads.event(self.world, inner), 0, "")

    def _repeat(self, kind: str, payload: Json) -> Ack:
        if kind == "interactive":
            return self.interaction(payload)
        return self._send(kind, payload, json.dumps(payload).encode(), (1, "http_timeout"))

    def stop(self) -> None:
        self._stopped = True
        self._forget()
        self._workers.shutdown(wait=True, cancel_futures=True)

    def _forget(self) -> None:
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()
        self.sent.clear()

    def _attempt(self, payload: Json, number: int, reason: str) -> None:
        retry = (number, reason) if number else None
        ack = self._send("events_api", payload, json.dumps(payload).encode(), retry)
        self.world.touch()
        if not ack.trouble or number >= len(RETRIES) or (ack.no_retry and ack.trouble == "http_error"):
            return
        if self._stopped:  # the app has ended before
            return
        why = REASONS.get(ack.trouble, "unknown_error")
        again: Callable[..., object] = self._workers.submit
        timer = threading.Timer(RETRIES[number] * self.retry_scale, again, (self._attempt, payload, number + 1, why))
        timer.daemon = True
        self._timers.append(timer)
        timer.start()

    def _send(self, kind: str, payload: Json, body: bytes, retry: tuple[int, str] | None = None) -> Ack:
        self.sent.append((kind, payload))
        if self.request_url:
            content = "application/json" if kind == "events_api" else "application/x-www-form-urlencoded"
            headers = self.signed(body) | _retry(retry) | {"Content-Type": content} | self.headers
            for _ in range(self._copies()):
                threading.Thread(target=self._over_http, args=(body, headers), daemon=True).start()
            ack = self._over_http(body, headers)
        else:
            for _ in range(self._copies()):
                self.sockets.send(kind, payload, retry)
            ack = self._over_socket(kind, payload, retry)
        self.world.answered.append(ack.body)
        return ack

    def _over_socket(self, kind: str, payload: Json, retry: tuple[int, str] | None) -> Ack:
        waiting = self.sockets.send(kind, payload, retry)
        if waiting is None:
            return Ack({}, "dispatch_failed")
        with self._on_its_way():
            try:
                return Ack(waiting.result(self.patience))
            except TimeoutError:
                return Ack({}, "operation_timeout")

    def _copies(self) -> int:
        """How many more times this request goes out."""
        if not self.thrice:
            return 0
        self.thrice -= 1
        return 2

    @contextmanager
    def _on_its_way(self) -> Iterator[None]:
        with self._counting:
            self._on_their_way += 1
        try:
            yield
        finally:
            with self._counting:
                self._on_their_way -= 1

    def _over_http(self, body: bytes, headers: dict[str, str]) -> Ack:
        with self._on_its_way():
            return self._balanced(body, headers)

    def _balanced(self, body: bytes, headers: dict[str, str]) -> Ack:
        urls = self.request_url.split()
        first = next(self._turn)
        for n in range(len(urls)):
            ack = self._post(urls[(first + n) % len(urls)], body, headers)
            if ack is not None:
                return ack
        return Ack({}, "dispatch_failed")

    def _post(self, url: str, body: bytes, headers: dict[str, str]) -> Ack | None:
        """None where nobody took the connection."""
        place = urllib.parse.urlsplit(url)
        link = http.client.HTTPConnection(place.hostname or "", place.port, timeout=self.patience)
        self.posted.append((body, headers))
        try:
            link.request("POST", place.path or "/", body, headers)
            return _read(link.getresponse())
        except ConnectionRefusedError:
            return None
        except TimeoutError:
            return Ack({}, "operation_timeout")
        except (OSError, http.client.HTTPException):
            return Ack({}, "dispatch_failed")
        finally:
            link.close()

    def signed(self, body: bytes, secret: str = SIGNING_SECRET) -> dict[str, str]:
        """https://docs.slack.dev/authentication/verifying-requests-from-slack, with the sandbox's own time."""
        stamp = str(int(self.world.now().timestamp()))
        digest = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def _retry(retry: tuple[int, str] | None) -> dict[str, str]:
    return {"X-Slack-Retry-Num": str(retry[0]), "X-Slack-Retry-Reason": retry[1]} if retry else {}


def _read(answer: http.client.HTTPResponse) -> Ack:
    raw = answer.read().decode("utf-8", "replace")
    if answer.status != http.client.OK:
        return Ack(raw, "http_error", answer.headers.get("X-Slack-No-Retry") == "1")
    if "application/json" not in answer.headers.get("Content-Type", ""):
        return Ack(raw)
    try:
        return Ack(json.loads(raw or "{}"))
    except ValueError:
        return Ack(raw, "dispatch_unknown_error")
