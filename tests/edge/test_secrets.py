"""Secrets stay where they were given: in no table, no argument, no error and no repr."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.patience import Patience
from bot.settings import Settings, SettingsError
from handlers.slack.edge.http import Edge
from handlers.slack.web_api.client import Slack
from sandbox.methods import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from sandbox.server import Sandbox
from storage import open_engine
from tests.processes import Spawned, listening_to, started, until

SECRET_KEY = "a-secret-that-nobody-guesses"
PASSWORD = "a-password-of-the-database"
CLIENT_SECRET = "a-secret-of-the-client"
ALL = (SECRET_KEY, PASSWORD, BOT_TOKEN, APP_TOKEN, SIGNING_SECRET)


def told(words: str) -> list[str]:
    return [secret for secret in ALL if secret in words]


@pytest.fixture
def environ(sandbox: Sandbox, sqlite_url: str) -> dict[str, str]:
    return listening_to(sandbox, sqlite_url) | {"SECRET_KEY": SECRET_KEY}


def test_none_is_in_the_database_or_in_the_list_of_processes(sandbox: Sandbox, environ: dict[str, str]) -> None:
    """Everybody on the machine can read what a process was started with; nobody else what it was told."""
    erin = sandbox.human("erin")
    with started(environ, kind=Spawned) as bot:
        bot.comes_up()
        erin.types("/lead Acme, jane@acme.example")
        erin.submits()
        assert until(lambda: bool(erin.dms()))
        file = Path(str(make_url(environ["DATABASE_URL"]).database))
        kept = b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))
        pid = bot.pid
        arguments = Path(f"/proc/{pid}/cmdline").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()

    assert b"jane@acme.example" in kept, "it is where things are kept"
    assert [secret for secret in ALL if secret.encode() in kept] == []
    assert "app.py" in arguments
    assert told(arguments) == []
    assert children == "", "none of them could be told a secret"


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://leadloop:{PASSWORD}@127.0.0.1:9/leadloop",
        f"postgresql://leadloop:{PASSWORD}@[127.0.0.1:x/leadloop",
    ],
)
def test_none_is_said_where_the_database_cannot_be_reached(environ: dict[str, str], url: str) -> None:
    with started(environ | {"DATABASE_URL": url}) as bot:
        code, words = bot.ends(within=40)

    assert code != 0
    assert words
    assert told(words) == []


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])
def test_a_secret_in_the_wrong_place_is_not_repeated(name: str) -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.read({"SLACK_BOT_TOKEN": BOT_TOKEN, name: SECRET_KEY})

    assert name in str(refused.value)
    assert told(str(refused.value)) == []


def test_the_doctor_tells_none(environ: dict[str, str]) -> None:
    with started(environ, "doctor") as bot:
        _, words = bot.ends()

    assert "Slack answers" in words
    assert told(words) == []


def test_none_is_in_what_a_debugger_or_a_log_would_show() -> None:
    given = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": SIGNING_SECRET, "SECRET_KEY": SECRET_KEY}
    given |= {"SLACK_REFRESH_TOKEN": "xoxe-1-fresh", "SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": CLIENT_SECRET}
    given["SLACK_BOT_TOKEN"] = "xoxe.xoxb-1-turned"
    given["DATABASE_URL"] = f"postgresql://leadloop:{PASSWORD}@127.0.0.1:9/leadloop"
    settings = Settings.read(given)
    slack = Slack(BOT_TOKEN, "http://127.0.0.1:9/api/", Patience())
    engine = open_engine(settings.database_url)

    shown = [repr(settings), repr(slack), repr(engine), repr(engine.url), str(engine.url), repr(Edge)]

    assert told(" ".join(shown)) == []
    assert settings.rotation is not None
    assert not [secret for secret in (CLIENT_SECRET, "xoxe-1-fresh", "turned") if secret in " ".join(shown)]
    slack.close()
    engine.dispose()
