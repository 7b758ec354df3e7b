"""Socket Mode: Slack's envelopes come over a connection that we open, and go the same way as what comes over HTTP.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import contextlib
import json
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable
from functools import cache

from slack_bolt.response import BoltResponse
from slack_sdk import WebClient
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.patience import Patience
from handlers.slack.edge.decoding import Body

log = logging.getLogger(__name__)

WORKERS = 32
PING = 10.0
"""Seconds; the SDK's client reconnects after four without an answer."""


class Socket:
    """One connection; Slack gives each envelope to one of all that are open."""

    def __init__(
        self, app_token: str, api_url: str, dispatch: Callable[[Body], BoltResponse], patience: Patience
    ) -> None:
        self.dispatch = dispatch
        self.patience = patience
        self.connections = 0
        """How many Slack counts for this app, by its last hello; ghosts among them swallow clicks."""
        self._stopped = threading.Event()
        self._in_hand = threading.Semaphore(WORKERS)
        web = WebClient(base_url=api_url, timeout=max(1, round(patience.send)), ssl=_tls(), retry_handlers=[])
        self._client = SocketModeClient(app_token, web_client=web, ping_interval=PING, concurrency=WORKERS)
        self._client.message_listeners.append(self._hello)
        self._client.socket_mode_request_listeners.append(self._receive)
        self._opening = threading.Thread(target=self._open, name="socket-mode", daemon=True)

    def start(self) -> None:
        """Returns at once: Slack may be away, and the bot has other things to do meanwhile."""
        self._opening.start()

    def stop(self, timeout: float) -> None:
        """Takes no more envelopes, answers those in hand, and closes."""
        self._stopped.set()
        self._client.auto_reconnect_enabled = False
        until = time.monotonic() + timeout
        for _ in range(WORKERS):
            self._in_hand.acquire(timeout=max(0.0, until - time.monotonic()))
        closing = threading.Thread(target=self._close, daemon=True)
        closing.start()
        closing.join(max(0.0, until - time.monotonic()))
        self._opening.join(max(0.0, until - time.monotonic()))

    def trouble(self) -> str:
        """Why nothing may be heard, or ""; `is_connected` alone is known to lie, so pings are watched too."""
        session = self._client.current_session
        if session is None or not self._client.is_connected():
            return "not connected"
        silent = time.time() - (session.last_ping_pong_time or time.time())
        return f"no answer to pings for {silent:.0f} s" if silent > 4 * PING else ""

    def _close(self) -> None:
        """May never return: a reader that began between two assignments in the SDK's connect() awaits the wrong end."""
        self._hang_up()
        self._client.closed = True
        self._client.message_queue.put(None)  # its reader waits for a second otherwise
        self._client.close()

    def _hang_up(self) -> None:
        """The SDK's close waits three seconds for a read that this ends at once."""
        session = self._client.current_session
        if session and session.sock:
            with contextlib.suppress(OSError):
                session.sock.shutdown(socket.SHUT_RDWR)

    def _open(self) -> None:
        pause = self.patience.retry
        while not self._stopped.is_set():
            try:
                self._client.connect()
            except Exception as error:  # noqa: BLE001 - the boundary: whatever fails, it is tried again
                log.warning("Socket Mode is not connected yet: %s.", type(error).__name__)
                self._stopped.wait(pause)
                pause = min(2 * pause, self.patience.retry_most)
            else:
                return

    def _hello(self, _: BaseSocketModeClient, message: Body, __: str | None = None) -> None:
        if message.get("type") == "hello":
            self.connections = message.get("num_connections", 0)
            log.info("Socket Mode is connected; Slack counts %s connections.", self.connections)

    def _receive(self, client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        """Without an acknowledgement Slack sends events again, to another process perhaps."""
        if self._stopped.is_set() or not isinstance(request.payload, dict):
            return
        with self._in_hand:
            answer = self.dispatch(request.payload)
            if answer.status == 200:  # noqa: PLR2004
                client.send_socket_mode_response(SocketModeResponse(request.envelope_id, _payload(answer)))


def _payload(answer: BoltResponse) -> Body | None:
    if not answer.body:
        return None
    if answer.headers["content-type"][0].startswith("application/json"):
        payload: Body = json.loads(answer.body)
        return payload
    return {"text": answer.body}


@cache
def _tls() -> ssl.SSLContext:
    """The SDK would read all of the system's certificates again at each connection: 45 ms, and Slack refreshes them."""
    return ssl.create_default_context()
