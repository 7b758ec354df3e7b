"""What every test may ask for: a strict Slack with a fresh world and its people, and a database of its own."""

import gc
import os
from collections.abc import Generator, Iterator
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import settings

from sandbox.page import routes
from sandbox.server import Sandbox
from tests import signatures
from tests.databases import Databases, databases
from tests.serving import Server, serving
from tests.slack.company import Company

signatures.look_once()

FAULTS = Path(__file__).parent / "faults"

settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.register_profile("soak", deadline=None, max_examples=20_000, print_blob=True)
settings.load_profile("house")
"""The same examples in each run; `--hypothesis-profile=soak` looks for others, two hundred times as many."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The faults wait for processes half of their time: between the modules that compute, in which others run."""
    modules = [list(its) for path, its in groupby(items, lambda item: item.path) if FAULTS not in path.parents]
    waiting = [item for item in items if FAULTS in item.path.parents]
    for n, module in enumerate(modules):
        first, last = (len(waiting) * end // len(modules) for end in (n, n + 1))
        module.extend(waiting[first:last])
    items[:] = [item for module in modules for item in module] or waiting


def pytest_collection_finish() -> None:
    """All that was collected stays to the end: nobody need look through it for garbage again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def sandbox_server() -> Iterator[Sandbox]:
    served = Sandbox()
    served.extra = routes(served)
    with served as sandbox:
        sandbox.push.retry_scale = 0.001
        yield sandbox


@pytest.fixture
def sandbox(sandbox_server: Sandbox) -> Sandbox:
    """The strict Slack, with a fresh world: nobody has said anything, and nothing fails yet."""
    sandbox_server.request_url = sandbox_server.readyz = ""
    sandbox_server.fresh()
    return sandbox_server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


@pytest.fixture(scope="session")
def all_databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    with databases(tmp_path_factory.mktemp("databases")) as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, all_databases: Databases) -> Iterator[str]:
    """A fresh, migrated database for this test alone, on each engine."""
    with all_databases.fresh(request.param) as url:
        yield url


@pytest.fixture
def sqlite_url(all_databases: Databases) -> Iterator[str]:
    """Where the engine makes no difference."""
    with all_databases.fresh("sqlite") as url:
        yield url


@pytest.fixture
def worked(slack: Company) -> Company:
    """On Monday Ravi took Acme, which Erin gave, and she has heard of it; `slack` is as each folder has it."""
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=2)
    return slack


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """On CI a skipped test is a failure: what was not tried has not passed."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome, report.longrepr = "failed", f"skipped on CI: {report.longrepr}"
    return report
