"""A listener behind the same edge that only acks: the floor that whole work is compared with; no database."""

import asyncio
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import uvicorn
from slack_bolt import Ack
from slack_bolt.response import BoltResponse
from starlette.applications import Starlette
from starlette.routing import Route

from bot import moment
from bot.patience import Patience
from handlers.slack.edge import bolt
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.hearing import WORKERS
from handlers.slack.edge.http import Edge
from handlers.slack.edge.socket_mode import Socket
from handlers.slack.kit import ids


def _dispatch() -> Callable[[Body], BoltResponse]:
    def ack(ack: Ack) -> None:
        ack()

    app = bolt.app(lambda: os.environ["SLACK_BOT_TOKEN"], [])
    app.view(ids.LEAD)(ack)
    app.action(ids.named("move:"))(ack)
    return lambda body: bolt.dispatch(app, body)


def main() -> None:
    if token := os.environ.get("SLACK_APP_TOKEN"):
        Socket(token, os.environ["SLACK_API_URL"], _dispatch(), Patience()).start()
        threading.Event().wait()
    edge = Edge(_dispatch(), os.environ["SLACK_SIGNING_SECRET"], moment.system, ThreadPoolExecutor(WORKERS))
    app = Starlette(routes=[Route("/slack/events", edge.receive, methods=["POST"])])
    config = uvicorn.Config(
        app, port=int(os.environ["PORT"]), log_config=None, access_log=False, lifespan="off", server_header=False
    )
    asyncio.run(uvicorn.Server(config).serve())


if __name__ == "__main__":
    main()
