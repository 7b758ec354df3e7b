"""An edge that really listens."""

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from handlers.slack.edge import Edge
from tests.edge.signing import NOON, SECRET, Slack


@pytest.fixture(scope="session")
def edge() -> Iterator[Slack]:
    listening = socket.create_server(("127.0.0.1", 0))
    slack = Slack(listening.getsockname()[1])
    with ThreadPoolExecutor(4) as workers:
        edge = Edge(slack.dispatch, SECRET, lambda: NOON, workers)
        app = Starlette(routes=[Route("/slack/events", edge.receive, methods=["POST"])])
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        yield slack
        server.should_exit = True
        thread.join()
    listening.close()


@pytest.fixture
def slack(edge: Slack) -> Slack:
    edge.heard.clear()
    edge.answer = None
    return edge
