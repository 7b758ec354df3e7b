"""An edge that really listens."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from bot.patience import Patience
from handlers.slack.edge.http import Edge
from sandbox.server import Sandbox
from tests.edge.bots import Bot, running
from tests.edge.signing import NOON, SECRET, Slack
from tests.serving import Server, serving


@pytest.fixture(scope="session")
def edge() -> Iterator[Slack]:
    with serving() as server, ThreadPoolExecutor(4) as workers:
        slack = Slack(int(server.url.rpartition(":")[2]))
        edge = Edge(slack.dispatch, SECRET, lambda: NOON, workers)
        with server.up(Starlette(routes=[Route("/slack/events", edge.receive, methods=["POST"])])):
            yield slack


@pytest.fixture
def slack(edge: Slack) -> Slack:
    edge.heard.clear()
    edge.answer = None
    return edge


@pytest.fixture
def bot(sandbox: Sandbox, server: Server, sqlite_url: str) -> Iterator[Bot]:
    with running(sandbox, server, sqlite_url, Patience(lookup=0.5)) as bot:
        yield bot


@pytest.fixture(params=["http", "socket"])
def either_bot(request: pytest.FixtureRequest, sandbox: Sandbox, server: Server, sqlite_url: str) -> Iterator[Bot]:
    """Over HTTP, and by Socket Mode."""
    with running(sandbox, server, sqlite_url, Patience(), over_socket=request.param == "socket") as bot:
        yield bot
