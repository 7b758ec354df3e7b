"""A company of its own for each run of the machine."""

from collections.abc import Iterator
from contextlib import contextmanager

from sandbox.server import Sandbox
from tests.databases import Databases
from tests.serving import Server
from tests.slack.company import Company, company


@contextmanager
def fresh(sandbox: Sandbox, server: Server, databases: Databases, engine: str) -> Iterator[Company]:
    sandbox.request_url = sandbox.readyz = ""
    sandbox.fresh()
    with databases.fresh(engine) as url, company(sandbox, server, url) as slack:
        yield slack
