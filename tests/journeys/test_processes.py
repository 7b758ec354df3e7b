"""The bot as a process of its own: what it acknowledged is kept, and said once, however it ends."""

import signal
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sandbox.methods import APP_TOKEN
from sandbox.server import Sandbox
from storage.engine import open_engine
from storage.store import SqlStore
from tests.databases import Databases
from tests.processes import Process, listening_to, started, until
from tests.slack.company import Company, Line

PEOPLE = ("erin", "wanda", "ravi", "rita", "ruth", "mona", "mara", "ada")


@pytest.fixture(params=["sqlite-http", "postgresql-socket"])
def environ(
    request: pytest.FixtureRequest, sandbox: Sandbox, all_databases: Databases, tmp_path: Path
) -> Iterator[dict[str, str]]:
    engine, _, way = str(request.param).partition("-")
    with all_databases.fresh(engine) as url:
        mine = {"LEADLOOP_PATIENCE": "0.3", "HOME": str(tmp_path), "SECRET_KEY": "a secret"}
        given = listening_to(sandbox, url) | mine
        if way == "socket":
            sandbox.request_url = ""
            given["SLACK_APP_TOKEN"] = APP_TOKEN
        yield given


@pytest.fixture
def slack(sandbox: Sandbox, environ: dict[str, str]) -> Iterator[Company]:
    """Sandbox Inc., as the bot left it in the database."""
    engine = open_engine(environ["DATABASE_URL"])
    company = Company(sandbox, SqlStore(engine, Line()), lambda: None)
    company.works_with()
    yield company
    engine.dispose()


def test_what_is_in_hand_at_sigterm_is_answered_and_kept_though_slack_hangs(
    slack: Company, environ: dict[str, str]
) -> None:
    with started(environ | {"LEADLOOP_PATIENCE": "1"}) as bot:
        _hears(bot)
        _fill_forms(slack)
        _each_waits_for_slack(slack)
        accepted: list[str] = []

        sending = [threading.Thread(target=_submit, args=(slack, name, accepted)) for name in PEOPLE]
        for one in sending:
            one.start()
        assert until(lambda: slack.sandbox.world.faults.to_come("users.info") == 0)
        bot.gets(signal.SIGTERM)
        for one in sending:
            one.join()

        assert bot.ends(within=10)[0] == 0
    assert set(accepted) == set(PEOPLE) == _logged(slack)


def test_what_was_being_said_at_a_kill_is_said_once_by_the_next(slack: Company, environ: dict[str, str]) -> None:
    with started(environ) as bot:
        _hears(bot)
        _fill_forms(slack)
        accepted: list[str] = []
        slack.sandbox.world.faults.add("chat.postMessage", "slow", times=4, seconds=1)  # these arrive after the kill
        slack.sandbox.world.faults.add("chat.postMessage", "timeout_before", times=4)  # and these never do

        for name in PEOPLE:
            _submit(slack, name, accepted)
        assert until(lambda: slack.sandbox.world.faults.to_come("chat.postMessage") == 0)
        bot.gets(signal.SIGKILL)

    with started(environ | {"LEADLOOP_PATIENCE": "0.1"}) as bot:
        _hears(bot)
        assert until(lambda: all(_receipts(slack, name) for name in PEOPLE))
        assert until(lambda: len(slack.cards("Lead of")) >= len(PEOPLE))
        bot.gets(signal.SIGTERM)
        assert bot.ends(within=10)[0] == 0

    assert set(accepted) == set(PEOPLE)
    assert sorted(card.splitlines()[0] for card in slack.cards("Lead of")) == sorted(f"Lead of {who}" for who in PEOPLE)
    assert {name: _receipts(slack, name) for name in PEOPLE} == dict.fromkeys(PEOPLE, 1)


def _hears(bot: Process) -> None:
    assert until(lambda: bool(bot.ready().get("ok"))), bot.words()


def _fill_forms(slack: Company) -> None:
    for name in PEOPLE:
        human = getattr(slack, name).human
        human.types(f"/lead Lead of {name}")
        assert human.form


def _each_waits_for_slack(slack: Company) -> None:
    """Slack told long ago who they are, so it is asked again, and is slow; and whatever it is to say hangs."""
    for name in PEOPLE:
        slack.person(name, seen=slack.now - timedelta(days=2))
    slack.sandbox.world.faults.add("users.info", "slow", times=len(PEOPLE), seconds=5)
    slack.sandbox.world.faults.add("chat.postMessage", "timeout_before", times=100)


def _submit(slack: Company, name: str, accepted: list[str]) -> None:
    if not getattr(slack, name).human.submits():
        accepted.append(name)


def _logged(slack: Company) -> set[str]:
    with slack.store.read() as unit:
        pages = [unit.given_by(slack.person(name), limit=10) for name in PEOPLE]
    return {lead.name.removeprefix("Lead of ") for page in pages for lead in page.items}


def _receipts(slack: Company, name: str) -> int:
    return len([said for said in getattr(slack, name).messages if "This is lead no." in said])
