"""What every test may ask for: a strict Slack with a fresh world, and its people."""

from collections.abc import Iterator

import pytest

from sandbox.server import Sandbox


@pytest.fixture(scope="session")
def sandbox_server() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        sandbox.push.retry_scale = 0.001
        yield sandbox


@pytest.fixture
def sandbox(sandbox_server: Sandbox) -> Sandbox:
    """The strict Slack, with a fresh world: nobody has said anything, and nothing fails yet."""
    sandbox_server.request_url = sandbox_server.readyz = ""
    sandbox_server.fresh()
    return sandbox_server
