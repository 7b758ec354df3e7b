"""What the sandbox's tests ask for: an app that Slack calls, Slack's own client, and for the page a browser."""

import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from slack_sdk import WebClient

from sandbox.methods import BOT_TOKEN
from sandbox.server import Sandbox
from tests.sandbox.app import App, serve
from tests.sandbox.little_app import LittleApp

QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture
def sandbox(sandbox: Sandbox) -> Sandbox:
    """With the manifest of an app that wants more than ours does: Slack does not end where we do."""
    ours = sandbox.world.manifest
    sandbox.world.manifest = replace(
        ours,
        scopes=ours.scopes | {"app_mentions:read", "users:read.email"},
        events=ours.events - {"message.channels", "message.groups"} | {"app_mention", "message.im", "team_join"},
        messages_read_only=False,
    )
    return sandbox


@pytest.fixture
def app(sandbox: Sandbox) -> Iterator[App]:
    """An app that answers as the test tells it."""
    app = App()
    server = serve(app)
    sandbox.request_url = app.url
    yield app
    server.shutdown()
    server.server_close()


@pytest.fixture
def client(sandbox: Sandbox) -> WebClient:
    return WebClient(token=BOT_TOKEN, base_url=sandbox.api_url, retry_handlers=[])


@pytest.fixture
def little_app(sandbox: Sandbox, app: App, client: WebClient) -> LittleApp:
    """An app that has one form and one card."""
    return LittleApp(app, client, sandbox.world.channel("leads").id)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium", args=["--no-sandbox", *QUIET]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window, in which no script may fail."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(5000)
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    yield page
    context.close()
    assert failed == []
