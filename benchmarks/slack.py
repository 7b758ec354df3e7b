"""The least that is Slack: it says ok to everything, after a delay that can be set, and sends over a WebSocket.

The sandbox checks all that it is given, and on two cores would itself be what is measured.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from benchmarks.payloads import TEAM
from benchmarks.processes import free_port
from handlers.slack.edge.decoding import Body

SCOPES = "chat:write,commands,im:write,users:read"


class Slack:
    """`delay` is in seconds, before each answer. Apps are told apart by their token, so that each has its socket."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.delay = 0.0
        self.sockets: dict[str, WebSocket] = {}
        self._open: dict[str, asyncio.Event] = {}
        self._ts = count(1)
        self._waiting: dict[str, asyncio.Future[None]] = {}

    async def sends(self, app: str, body: Body) -> None:
        """One envelope to an app; returns when it is acknowledged."""
        envelope = str(next(self._ts))
        waiting = self._waiting[envelope] = asyncio.get_running_loop().create_future()
        whole = {"envelope_id": envelope, "type": "interactive", "payload": body, "accepts_response_payload": True}
        await self.sockets[app].send_text(json.dumps(whole))
        await waiting

    async def connected(self, app: str) -> None:
        """Returns when the app has opened its socket."""
        await self._opened(app).wait()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        routes = [
            Route("/api/{method}", self._api, methods=["GET", "POST"]),
            Route("/response/{n}", self._response, methods=["POST"]),
            WebSocketRoute("/link/{app}", self._link),
        ]
        server = uvicorn.Server(
            uvicorn.Config(
                Starlette(routes=routes),
                port=self.port,
                ws="websockets-sansio",
                lifespan="off",
                log_level="error",
                timeout_keep_alive=600,
                timeout_graceful_shutdown=1,
            )
        )
        running = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.01)
        yield
        server.should_exit = True
        await running

    def _opened(self, app: str) -> asyncio.Event:
        return self._open.setdefault(app, asyncio.Event())

    async def _api(self, request: Request) -> JSONResponse:
        method, token = request.path_params["method"], request.headers.get("authorization", "").rpartition("-")[2]
        await request.body()
        await asyncio.sleep(self.delay)
        told = {
            "team_id": TEAM,
            "user_id": "U0BENCHBOT",
            "bot_id": "B0BENCH001",
            "channel": {"id": "D0BENCH001"} if method == "conversations.open" else "C0LEADS001",
            "ts": f"{int(time.time())}.{next(self._ts):06}",
            "url": f"ws://127.0.0.1:{self.port}/link/{token}",
        }
        return JSONResponse({"ok": True} | told, headers={"x-oauth-scopes": SCOPES})

    async def _response(self, request: Request) -> JSONResponse:
        await request.body()
        await asyncio.sleep(self.delay)
        return JSONResponse({"ok": True})

    async def _link(self, socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text(json.dumps({"type": "hello", "num_connections": 1}))
        self.sockets[socket.path_params["app"]] = socket
        self._opened(socket.path_params["app"]).set()
        try:
            while True:
                heard = json.loads(await socket.receive_text())
                waiting = self._waiting.pop(heard.get("envelope_id", ""), None)
                if waiting:
                    waiting.set_result(None)
        except WebSocketDisconnect:
            self.sockets.pop(socket.path_params["app"], None)
