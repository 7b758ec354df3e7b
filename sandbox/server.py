"""The sandbox as a server: the Web API, uploads, response urls, the WebSocket and the page, in a thread of its own."""

import json
import socket
import threading
from base64 import b64decode
from collections.abc import Callable
from datetime import datetime
from typing import Self

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from sandbox import answers, methods, moving
from sandbox.failing import Links, faulty
from sandbox.people import Human
from sandbox.push import Push
from sandbox.records import Json, Value
from sandbox.refusal import RefusalError
from sandbox.world import World

KEPT_ALIVE = 60  # seconds that an idle connection stays open: a client may keep some
SIGN_IN = "<!DOCTYPE html><title>Sign in to Slack</title>"
JSON_FIELDS = ("blocks", "metadata", "view", "files", "attachments", "unfurls")  # JSON texts in form bodies


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
            Route("/files/{file}/download/{name}", self._file),
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
        return await faulty(request, world, fault, lambda: self._answer(world, name, token, args))

    def _answer(self, world: World, name: str, token: str, args: Json) -> Response:
        found = methods.call(world, name, token, args, self.url)
        return JSONResponse(found.body, found.status, found.headers)

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
        """Whoever may not read it is shown the page to sign in at, with status 200:
        https://docs.slack.dev/reference/objects/file-object#authentication,
        https://github.com/slackapi/bolt-js/issues/2585"""
        world, token = self.world, request.headers.get("authorization", "").removeprefix("Bearer ")
        file = world.files.get(request.path_params["file"])
        if file is None or file.data is None:
            return PlainTextResponse("not found", 404)
        try:
            world.tokens.check(token, world.now())
        except RefusalError:
            return HTMLResponse(SIGN_IN)
        if "files:read" not in world.manifest.scopes or not world.app_reads(file):
            return HTMLResponse(SIGN_IN)
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
