"""The sandbox as a server: the Web API, uploads, response urls, the WebSocket and the page, in a thread of its own."""

import asyncio
import json
import socket
import threading
import time
from base64 import b64decode
from collections.abc import Callable
from datetime import datetime
from typing import Self

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from uvicorn.protocols.http.h11_impl import H11Protocol

from sandbox import answers, methods, moving
from sandbox.faults import Fault
from sandbox.people import Human
from sandbox.push import Push
from sandbox.records import Json, Value
from sandbox.refusal import RefusalError
from sandbox.world import World

KEPT_ALIVE = 60  # seconds that an idle connection stays open: a client may keep some
FOREVER = 60.0  # real seconds that a call hangs when it is told to time out
JSON_FIELDS = ("blocks", "metadata", "view", "files", "attachments", "unfurls")  # JSON texts in form bodies
SPARE = 0.3  # real seconds by which a late call may be later than it was told to be
DONE = frozenset(
    {"status_done", "internal_error_done", "timeout_after", "reset_after", "truncated", "slow", "late"}
)  # the work, that is
LINKS: dict[tuple[str, int], asyncio.Transport] = {}


class Links(H11Protocol):
    """uvicorn's HTTP, which remembers its connections so that a fault can cut one."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn itself has it
        super().connection_made(transport)
        if self.client:
            LINKS[self.client] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        if self.client:
            LINKS.pop(self.client, None)
        super().connection_lost(exc)


def loopback(port: int = 0) -> socket.socket:
    """A bound socket on this machine. It names TCP, since asyncio sends at once only where the protocol is named:
    without, each answer on a kept connection waits 40 ms for the other side's acknowledgement."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind(("127.0.0.1", port))
    return bound


class Sandbox:
    """`start()`, then `url` and `api_url`; `stop()` ends it. Usable as a context."""

    def __init__(self, world: World | None = None, port: int = 0) -> None:
        self.world = world or World()
        self.push = Push(self.world)
        self._bound = loopback(port)
        self.url = f"http://127.0.0.1:{self._bound.getsockname()[1]}"
        self.api_url = f"{self.url}/api/"
        self.readyz = ""
        self.extra: list[BaseRoute] = []

    def start(self) -> Self:
        app = Starlette(routes=[*self._routes(), *self.extra])
        config = uvicorn.Config(
            app,
            http=Links,
            ws="websockets-sansio",
            lifespan="off",
            log_level="error",
            timeout_graceful_shutdown=1,
            timeout_keep_alive=KEPT_ALIVE,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._bound],), name="sandbox", daemon=True)
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            self._thread.join(0.005)
        return self

    def stop(self) -> None:
        self.push.stop()
        self._server.should_exit = True
        self._thread.join(10)
        self._bound.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def request_url(self) -> str:
        """Where the app listens, as in `http://127.0.0.1:3000/slack/events`; empty for Socket Mode."""
        return self.push.request_url

    @request_url.setter
    def request_url(self, url: str) -> None:
        self.push.request_url = url

    def fresh(self, world: World | None = None) -> World:
        """A new world on the same address, for the next test."""
        self.world = world or World()
        self.push.adopt(self.world)
        return self.world

    def human(self, name: str) -> Human:
        """A person of the cast by name, as in `sandbox.human("erin")`."""
        return Human(self.world, self.push, self.url, self.world.user(name).id)

    def moves_to(self, moment: datetime, report: Callable[[datetime], None] | None = None) -> None:
        """Moves time to this aware moment, sweep by sweep if the bot's `readyz` address is known."""
        moving.move(self.world, moment, self.readyz, report)

    def _routes(self) -> list[BaseRoute]:
        return [
            Route("/api/{method}", self._api, methods=["GET", "POST"]),
            Route("/upload/{file}", self._upload, methods=["POST"]),
            Route("/files/{file}/{name}", self._file),
            Route("/response/{name}", self._response, methods=["POST"]),
            WebSocketRoute("/link/", self._socket),
        ]

    async def _socket(self, link: WebSocket) -> None:
        await self.push.sockets.serve(link)

    async def _api(self, request: Request) -> Response:
        name = request.path_params["method"]
        try:
            token, args = await _arguments(request)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it, and half a call is none
        world = self.world  # what lands late lands in the world that it was meant for
        fault = world.faults.next(name)
        if fault is None:
            return self._answer(world, name, token, args)
        return await self._faulty(request, world, fault, lambda: self._answer(world, name, token, args))

    def _answer(self, world: World, name: str, token: str, args: Json) -> Response:
        found = methods.call(world, name, token, args, self.url)
        return JSONResponse(found.body, found.status, found.headers)

    async def _faulty(self, request: Request, world: World, fault: Fault, work: Callable[[], Response]) -> Response:
        """Does the work if the fault says so, then answers as the fault would."""
        never = fault.kind == "late" and await _lands_too_late(world, fault.seconds)
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        done = work() if fault.kind in DONE and not never else None
        if never or fault.kind.startswith("timeout"):
            await asyncio.sleep(FOREVER)
        if fault.kind.startswith("reset") and request.client:
            LINKS[request.client].abort()
        return _broken(fault, done)

    async def _upload(self, request: Request) -> Response:
        """https://docs.slack.dev/messaging/working-with-files: the bytes, as many as were announced."""
        file = self.world.files.get(request.path_params["file"])
        data = await request.body()
        if file is None:
            return PlainTextResponse("unknown upload", 404)
        if len(data) != file.length:
            return PlainTextResponse("length mismatch", 400)
        file.data = data
        return PlainTextResponse(f"OK - {len(data)}")

    async def _file(self, request: Request) -> Response:
        file = self.world.files.get(request.path_params["file"])
        if file is None or file.data is None:
            return PlainTextResponse("not found", 404)
        return Response(file.data, media_type=file.as_json("")["mimetype"])

    async def _response(self, request: Request) -> Response:
        world = self.world
        try:
            place = world.tickets.respond(request.path_params["name"], world.now())
            world.answered.append(body := json.loads(await request.body()))
            answers.show(world, place, body)
        except RefusalError as refusal:
            return JSONResponse(refusal.body(), refusal.status)
        return JSONResponse({"ok": True})


async def _lands_too_late(world: World, seconds: float) -> bool:
    """Waits; whether this machine was so busy that it became much more than that."""
    due = time.monotonic() + seconds
    world.faults.landing += 1
    try:
        await asyncio.sleep(seconds)
    finally:
        world.faults.landing -= 1
    return time.monotonic() > due + SPARE


def _broken(fault: Fault, done: Response | None) -> Response:
    if fault.kind == "ratelimited":
        waits = {"Retry-After": str(fault.retry_after)}
        return JSONResponse({"ok": False, "error": "ratelimited"}, 429, waits)
    if fault.kind in {"status", "status_done"}:
        return PlainTextResponse("upstream trouble", fault.status)
    if fault.kind in {"slow", "late"} and done is not None:
        return done
    if fault.kind == "truncated" and done is not None:
        return Truncated(done)
    return JSONResponse({"ok": False, "error": "fatal_error" if fault.kind == "fatal_error" else "internal_error"})


class Truncated(Response):
    """Promises the whole answer, sends half of it, and cuts the connection."""

    def __init__(self, whole: Response) -> None:
        super().__init__(bytes(whole.body), whole.status_code, dict(whole.headers))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as Starlette calls it
        half = bytes(self.body)[: len(self.body) // 2]
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": half, "more_body": True})
        await asyncio.sleep(0)  # what was written goes out
        LINKS[scope["client"]].close()


async def _arguments(request: Request) -> tuple[str, Json]:
    """Token and arguments, in the query, a form or JSON, as https://docs.slack.dev/apis/web-api says."""
    args: Json = dict(request.query_params)
    if request.headers.get("content-type", "").startswith("application/json"):
        args |= json.loads(await request.body() or b"{}")
    else:
        args |= dict(await request.form())
    for name in JSON_FIELDS:
        if isinstance(args.get(name), str):
            args[name] = _loaded(args[name])
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme == "Basic":  # the app itself, and no installation: oauth.v2.access prefers it
        args["client_id"], _, args["client_secret"] = b64decode(given).decode().partition(":")
    token = (given if scheme == "Bearer" else "") or str(args.get("token", ""))
    args.pop("token", None)
    return token, args


def _loaded(text: str) -> Value:
    try:
        return json.loads(text)
    except ValueError:
        return text
