"""Whoever runs the bot sees what is held up, replays it or gives it up, beside a bot that serves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import app
from sandbox.server import Sandbox
from storage.engine import open_engine
from storage.store import SqlStore
from tests.databases import Databases
from tests.processes import Process, listening_to, started, until
from tests.slack.company import Company, Line

CARD = "card:1:place:leads"


@pytest.fixture(params=["sqlite", "postgresql"])
def environ(
    request: pytest.FixtureRequest, sandbox: Sandbox, all_databases: Databases, tmp_path: Path
) -> Iterator[dict[str, str]]:
    with all_databases.fresh(request.param) as url:
        yield listening_to(sandbox, url) | {"LEADLOOP_PATIENCE": "0.1", "HOME": str(tmp_path), "SECRET_KEY": "a secret"}


@pytest.fixture
def slack(sandbox: Sandbox, environ: dict[str, str]) -> Iterator[Company]:
    """Sandbox Inc., whose bot is a process of its own."""
    engine = open_engine(environ["DATABASE_URL"])
    company = Company(sandbox, SqlStore(engine, Line()), lambda: None)
    company.works_with()
    yield company
    engine.dispose()


class Asked:
    """`python app.py notices …`: its exit code, and what it prints."""

    def __init__(self, environ: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
        self.environ = environ
        self.capsys = capsys

    def __call__(self, *words: str, command: str = "notices", **changed: str) -> tuple[int, str]:
        code = app.main([command, *words], self.environ | changed)
        return code, self.capsys.readouterr().out


@pytest.fixture
def asks(environ: dict[str, str], capsys: pytest.CaptureFixture[str]) -> Asked:
    return Asked(environ, capsys)


def hears(bot: Process) -> None:
    assert until(lambda: bool(bot.ready().get("ok"))), bot.words()


def held(slack: Company) -> list[str]:
    with slack.store.read() as reading:
        return [notice.key for notice in reading.dead()]


def stuck(slack: Company) -> list[str]:
    with slack.store.read() as reading:
        return [notice.key for notice in reading.stuck(slack.now)]


def logs(slack: Company, line: str) -> None:
    slack.erin.human.types(f"/lead {line}")
    assert not slack.erin.human.submits()


def test_what_is_held_up_is_listed_without_a_name_and_replayed(
    slack: Company, environ: dict[str, str], asks: Asked
) -> None:
    with started(environ) as bot:
        hears(bot)
        slack.ada.human.archives("leads")
        logs(slack, "Acme, Jane Doe, jane@acme.example")
        assert until(lambda: held(slack) == [CARD]), bot.words()

        listed = asks()
        amiss = bot.ready()["checks"]["notices"]
        unknown = asks("replay", "card:9:place:leads")
        slack.ada.human.unarchives("leads")
        replayed = asks("replay", CARD)

        assert until(lambda: len(slack.cards("Acme")) == 1), bot.words()
        assert until(lambda: not held(slack) + stuck(slack)), bot.words()
        left = asks()

    assert (listed[0], left) == (0, (0, "Nothing is held up.\n"))
    assert f"parked  {CARD}" in listed[1]
    assert "is_archived, since 20" in listed[1]
    assert "waits   detail:card:1:place:leads" in listed[1]
    assert not [word for word in ("Acme", "Jane", "Erin") if word in listed[1]]
    assert amiss == "1 parked: see `python app.py notices`"
    assert unknown == (1, "No notice card:9:place:leads is parked.\n")
    assert replayed == (0, f"{CARD} is tried again.\n")


def test_what_is_given_up_is_never_said_and_all_that_is_parked_can_be_replayed_at_once(
    slack: Company, environ: dict[str, str], asks: Asked
) -> None:
    with started(environ) as bot:
        hears(bot)
        slack.ada.human.archives("leads")
        for name in ("Acme", "Hooli", "Initrode"):
            logs(slack, name)
        assert until(lambda: len(held(slack)) == 3), bot.words()

        dropped = asks("drop", CARD)
        slack.ada.human.unarchives("leads")
        replayed = asks("replay", "--all")

        assert until(lambda: len(slack.cards("")) == 2), bot.words()
        assert until(lambda: not held(slack) + stuck(slack)), bot.words()
        left = asks()

    assert left == (0, "Nothing is held up.\n")
    assert dropped == (0, f"{CARD} is not said.\n")
    assert replayed == (0, "Tried again: 2.\n")
    assert [card.splitlines()[0] for card in slack.cards("")] == ["Hooli", "Initrode"]


@pytest.mark.timeout(120)  # on PostgreSQL what Slack refused rests for 30 seconds, also over a new start
def test_everything_waits_for_another_token_and_then_comes_once(
    slack: Company, environ: dict[str, str], asks: Asked
) -> None:
    gave = {"Acme": slack.erin, "Initech": slack.wanda, "Hooli": slack.rita}
    with started(environ) as bot:
        hears(bot)
        for name, giver in gave.items():  # Slack opens no form without a token
            giver.human.types(f"/lead {name}")
        slack.sandbox.world.tokens.revoke()
        assert not any(giver.human.submits() for giver in gave.values())
        assert until(lambda: CARD in stuck(slack) and len(stuck(slack)) > len(gave)), bot.words()
        listed, parked = asks()[1], held(slack)

    with started(environ) as bot:
        told = bot.comes_up()["checks"]["slack"]
        found = asks(command="doctor")
    with started(environ | {"SLACK_BOT_TOKEN": slack.sandbox.world.tokens.issue()}) as bot:
        hears(bot)
        assert until(lambda: len(slack.cards("")) == sum(len(one.messages) for one in gave.values()) == 3)

    assert [card.splitlines()[0] for card in slack.cards("")] == list(gave)
    assert [giver.last.splitlines()[0] for giver in gave.values()] == list(gave)
    assert (parked, f"again   {CARD}" in listed, "token_revoked" in listed) == ([], True, True)
    assert told == "our token is not taken (token_revoked)"
    assert (found[0], "Slack does not take SLACK_BOT_TOKEN." in found[1]) == (1, True)


def test_a_database_that_is_not_there_is_not_made(asks: Asked, tmp_path: Path) -> None:
    code, words = asks(DATABASE_URL=f"sqlite:///{tmp_path / 'none.db'}")

    assert (code, "the first start makes it." in words) == (1, True)
    assert not (tmp_path / "none.db").exists()
