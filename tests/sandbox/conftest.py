"""An app that Slack calls over signed HTTP, and Slack's own client for it."""

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from sandbox.methods import BOT_TOKEN
from sandbox.server import Sandbox
from tests.sandbox.app import App, serve


@pytest.fixture
def app(sandbox: Sandbox) -> Iterator[App]:
    app = App()
    server = serve(app)
    sandbox.request_url = app.url
    yield app
    server.shutdown()
    server.server_close()


@pytest.fixture
def client(sandbox: Sandbox) -> WebClient:
    return WebClient(token=BOT_TOKEN, base_url=sandbox.api_url, retry_handlers=[])
