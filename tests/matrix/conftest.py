"""One company for all the cells of a module."""

from collections.abc import Iterator

import pytest

from bot.patience import Patience
from handlers.slack import wording
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.web_api.client import Slack
from sandbox.methods import BOT_TOKEN
from sandbox.server import Sandbox
from storage.store import SqlStore
from tests.databases import Databases, opened
from tests.matrix.stage import Matrix, matrix
from tests.serving import Server


@pytest.fixture(scope="module")
def on_sqlite(sandbox_server: Sandbox, server: Server, all_databases: Databases) -> Iterator[Matrix]:
    """Which hears over signed HTTP."""
    sandbox_server.request_url = sandbox_server.readyz = ""
    sandbox_server.fresh()
    with all_databases.fresh("sqlite") as url, matrix(sandbox_server, server, url) as found:
        yield found


@pytest.fixture(scope="module")
def on_postgresql(sandbox_server: Sandbox, server: Server, all_databases: Databases) -> Iterator[Matrix]:
    """Which hears by Socket Mode."""
    sandbox_server.request_url = sandbox_server.readyz = ""
    sandbox_server.fresh()
    with all_databases.fresh("postgresql") as url, matrix(sandbox_server, server, url, over_socket=True) as found:
        yield found


@pytest.fixture
def around(sandbox: Sandbox, all_databases: Databases) -> Iterator[Surroundings]:
    """What listeners are registered with."""
    with all_databases.fresh("sqlite") as url:
        engine = opened(url)
        slack = Slack(BOT_TOKEN, sandbox.api_url, Patience())
        yield Surroundings(SqlStore(engine), slack, sandbox.world.now, Patience(), "/lead", wording.refusal)
        slack.close()
        engine.dispose()
