"""Socket Mode from Slack's side: connections of the app, envelopes out, acknowledgements in."""

import asyncio
import itertools
import json
import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected

from sandbox.records import APP, Json
from sandbox.world import World

MOST = 10  # https://docs.slack.dev/apis/events-api/using-socket-mode: connections of one app


@dataclass
class Sockets:
    """Each envelope goes to one connection, in turn; whoever waits holds the future of its envelope id."""

    world: World
    loop: asyncio.AbstractEventLoop | None = None
    open: list[WebSocket] = field(default_factory=list)
    waiting: dict[str, Future[Json]] = field(default_factory=dict)
    turn: Iterator[int] = field(default_factory=itertools.count)
    lock: threading.Lock = field(default_factory=threading.Lock)

    async def serve(self, socket: WebSocket) -> None:
        """One connection from hello to its end; its ticket is good once."""
        ticket = socket.query_params.get("ticket", "")
        await socket.accept()
        if ticket not in self.world.tickets.sockets:
            await socket.close(1008)
            return
        self.world.tickets.sockets.discard(ticket)
        if len(self.open) >= MOST:
            await socket.send_text(json.dumps({"type": "disconnect", "reason": "too_many_websockets"}))
            await socket.close()
            return
        self.loop = asyncio.get_running_loop()
        self.open.append(socket)
        try:
            await self._converse(socket)
        except (WebSocketDisconnect, WebSocketDisconnected):  # while it listens, or between two messages
            pass
        finally:
            self.open.remove(socket)
            self.world.touch()

    def send(self, kind: str, payload: Json, retry: tuple[int, str] | None = None) -> Future[Json] | None:
        """Sends to one connection; None if the app has none. The future holds the acknowledgement's payload."""
        with self.lock:
            if not self.open or self.loop is None:
                return None
            socket = self.open[next(self.turn) % len(self.open)]
        name = str(uuid.uuid4())
        waiting: Future[Json] = Future()
        self.waiting[name] = waiting
        envelope = {
            "envelope_id": name,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            number, reason = retry or (0, "")
            envelope |= {"retry_attempt": number, "retry_reason": reason}
        asyncio.run_coroutine_threadsafe(socket.send_text(json.dumps(envelope)), self.loop)
        return waiting

    def refresh(self, reason: str = "refresh_requested") -> None:
        """Tells every connection to come again and closes it, as Slack does every few hours."""
        for socket in tuple(self.open):
            if self.loop is not None:
                asyncio.run_coroutine_threadsafe(_part(socket, reason), self.loop)

    def cut(self) -> None:
        """Cuts every connection without a word."""
        for socket in tuple(self.open):
            if self.loop is not None:
                asyncio.run_coroutine_threadsafe(socket.close(1011), self.loop)

    async def _converse(self, socket: WebSocket) -> None:
        about = {"type": "hello", "num_connections": len(self.open), "connection_info": {"app_id": APP}}
        await socket.send_text(json.dumps(about))
        self.world.touch()
        while True:
            heard = json.loads(await socket.receive_text())
            waiting = self.waiting.pop(heard.get("envelope_id", ""), None)
            if waiting is not None:
                waiting.set_result(heard.get("payload") or {})


async def _part(socket: WebSocket, reason: str) -> None:
    await socket.send_text(json.dumps({"type": "disconnect", "reason": reason, "debug_info": {}}))
    await socket.close()
