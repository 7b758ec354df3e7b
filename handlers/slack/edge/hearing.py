"""Everything by which Slack reaches the bot, put together: Bolt, the HTTP routes and Socket Mode."""

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from slack_bolt.response import BoltResponse
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

from bot.settings import Settings
from handlers.slack.edge import bolt
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.errors import Errors
from handlers.slack.edge.http import Edge
from handlers.slack.edge.people import People
from handlers.slack.edge.readiness import Heartbeat, Readiness
from handlers.slack.edge.socket_mode import Socket
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.listeners import FEATURES, Feature

WORKERS = 32


class Hearing:
    """One installation's ears. `routes` go into the server; Socket Mode runs from `start` to `stop`."""

    def __init__(
        self, settings: Settings, around: Surroundings, heartbeat: Heartbeat, features: Iterable[Feature] = FEATURES
    ) -> None:
        self.bolt = bolt.app(lambda: around.slack.token, [People(around)])
        self.bolt.error(Errors(around).handle)
        for register in features:
            register(self.bolt, around)
        self.workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="slack")
        self.socket = (
            Socket(settings.app_token, settings.api_url, self.dispatch, around.patience) if settings.app_token else None
        )
        trouble = self.socket.trouble if self.socket else None
        self.readiness = Readiness(around.store, around.slack, around.clock, heartbeat, trouble)
        self.routes = [Route("/healthz", _alive), Route("/readyz", self._ready)]
        if settings.signing_secret:
            edge = Edge(self.dispatch, settings.signing_secret, around.clock, self.workers)
            self.routes.append(Route("/slack/events", edge.receive, methods=["POST"]))

    def dispatch(self, body: Body) -> BoltResponse:
        return bolt.dispatch(self.bolt, body)

    def start(self) -> None:
        if self.socket:
            self.socket.start()

    def stop(self, timeout: float = 5.0) -> None:
        """Takes nothing more by Socket Mode, and waits so many seconds for what is in hand there."""
        if self.socket:
            self.socket.stop(timeout)
        self.workers.shutdown(wait=False)

    async def _ready(self, _: Request) -> JSONResponse:
        """503 only where this replica cannot serve: drafts are kept while Slack is away, so traffic must go on."""
        report = await asyncio.get_running_loop().run_in_executor(None, self.readiness.look)
        return JSONResponse(report.as_json(), 200 if report.serves else 503)


async def _alive(_: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")
