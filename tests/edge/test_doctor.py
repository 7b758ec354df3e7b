"""The doctor says what is wrong and how to mend it; `migrate` mends the database."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

import app
from bot import parking
from bot.ids import NoticeId
from bot.leads import Given, Kind, just_logged
from bot.notices import Notice
from bot.people import Identity, Profile
from bot.troubles import Cause
from handlers.slack.web_api.methods import scopes_needed
from sandbox.methods import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from sandbox.records import TEAM
from sandbox.server import Sandbox
from storage.engine import open_engine
from storage.store import SqlStore


class Consultation:
    """`python app.py doctor` with these settings: its exit code, and its lines."""

    def __init__(self, sandbox: Sandbox, database_url: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.environ = {
            "SLACK_API_URL": sandbox.api_url,
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "DATABASE_URL": database_url,
            "SECRET_KEY": "hush",
            "ERASURE_LIST": str(folder / "leadloop.erased"),
        }

    def __call__(self, *words: str, **changed: str) -> tuple[int, list[str]]:
        code = app.main(words or ["doctor"], self.environ | changed)
        return code, self.capsys.readouterr().out.splitlines()

    def sets(self, key: str, value: str) -> None:
        engine, now = open_engine(self.environ["DATABASE_URL"]), datetime.now(UTC)
        with SqlStore(engine).write() as unit:
            ada = unit.meet(Identity("slack", TEAM, "U0ADA"), Profile("Ada", "UTC"), now)
            unit.set(key, value, by=ada.id, now=now)
        engine.dispose()


@pytest.fixture
def consult(sandbox: Sandbox, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Consultation:
    return Consultation(sandbox, database_url, tmp_path, capsys)


def test_it_finds_nothing_wrong_with_the_sandbox(consult: Consultation) -> None:
    code, lines = consult()

    assert code == 0
    assert not [line for line in lines if line.startswith("fault")]
    assert any("takes the bot token" in line for line in lines)
    assert any("Socket Mode can be opened" in line for line in lines)
    assert any("is up to date" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("SLACK_BOT_TOKEN", "xoxb-old", "does not take SLACK_BOT_TOKEN"),
        ("SLACK_API_URL", "http://127.0.0.1:9/api/", "does not answer at http://127.0.0.1:9/api/"),
        ("SLACK_APP_TOKEN", "xapp-old", "Socket Mode cannot be opened"),
        ("DATABASE_URL", "somewhere", "no address of a database"),
        ("DATABASE_URL", "sqlite:////nowhere/at/all.db", "no folder /nowhere/at"),
        ("DATABASE_URL", "postgresql://nobody@127.0.0.1:9/none", "database does not answer"),
    ],
)
def test_a_wrong_setting_is_found(consult: Consultation, name: str, value: str, found: str) -> None:
    code, lines = consult(**{name: value})

    assert code == 1
    assert [line for line in lines if line.startswith("fault") and found in line]


def test_a_scope_that_is_not_granted_is_found(consult: Consultation, sandbox: Sandbox) -> None:
    sandbox.world.manifest = replace(sandbox.world.manifest, scopes=scopes_needed() - {"users:read", "im:write"})

    code, lines = consult()

    assert (code, "fault  Scopes are missing: im:write, users:read." in lines) == (1, True)


def test_a_channel_that_the_bot_is_not_in_is_found(consult: Consultation, sandbox: Sandbox) -> None:
    consult.sets("place.leads", sandbox.world.channel("general").id)

    code, lines = consult()

    assert (code, "fault  The bot is not in the leads channel." in lines) == (1, True)
    assert "       Write /invite @Leadloop in #general." in lines


def test_an_archived_channel_is_found(consult: Consultation, sandbox: Sandbox) -> None:
    consult.sets("place.wins", sandbox.world.channel("wins").id)
    sandbox.world.channel("wins").archived = True

    code, lines = consult()

    assert (code, "fault  The wins channel is archived." in lines) == (1, True)


def test_a_hiring_channel_that_was_opened_to_everybody_is_found(consult: Consultation, sandbox: Sandbox) -> None:
    consult.sets("place.hiring", sandbox.world.channel("hiring").id)
    sandbox.world.channel("hiring").kind = "public"

    code, lines = consult()

    assert (code, "fault  Everybody can read the hiring channel." in lines) == (1, True)


def test_what_is_held_up_is_found(consult: Consultation) -> None:
    engine, now = open_engine(consult.environ["DATABASE_URL"]), datetime(2026, 11, 23, 9, tzinfo=UTC)
    with SqlStore(engine).write() as unit:
        unit.set("place.leads", "C1", by=unit.meet(Identity("slack", "T1", "U1"), None, now).id, now=now)
        unit.put(Notice("card:1:place:leads", "place:leads", "card"))
        notice = unit.start_sending(NoticeId(1), 1, now)
        assert notice is not None
        unit.not_sent(notice, error="is_archived", unsure=False, dead=True)
        parking.park(unit, notice, Cause.ARCHIVED, now=now)
    engine.dispose()

    code, lines = consult()

    found = "Messages that cannot be said at place:leads (archived), since 2026-11-23 09:00 UTC: 1."
    assert (code, f"fault  {found}" in lines) == (1, True)


def test_a_database_of_another_version_is_found_and_migrate_mends_it(consult: Consultation, tmp_path: Path) -> None:
    new = f"sqlite:///{tmp_path / 'new.db'}"
    engine = open_engine(new)
    engine.connect().close()
    engine.dispose()

    assert "fault  The database is not of the version that is needed." in consult(DATABASE_URL=new)[1]
    assert consult("migrate", DATABASE_URL=new)[0] == 0
    assert consult(DATABASE_URL=new)[0] == 0


def test_looking_makes_no_database(consult: Consultation, tmp_path: Path) -> None:
    assert consult(DATABASE_URL=f"sqlite:///{tmp_path / 'new.db'}")[0] == 0
    assert not (tmp_path / "new.db").exists()


def test_it_says_where_the_list_of_what_is_erased_cannot_be_written(consult: Consultation, tmp_path: Path) -> None:
    code, lines = consult(ERASURE_LIST=str(tmp_path / "nowhere" / "erased"))

    assert code == 1
    assert any("nothing can be erased" in line for line in lines)
    assert any("Set ERASURE_LIST" in line for line in lines)


def test_it_proves_the_ledger_without_asking_slack(consult: Consultation) -> None:
    code, lines = consult("doctor", "--ledger", SLACK_API_URL="http://127.0.0.1:9/api/")

    assert code == 0
    assert lines[0] == "ok     The ledger is whole: 0 entries of 0 leads."


def test_it_says_what_does_not_fit_in_the_ledger(consult: Consultation) -> None:
    engine, now = open_engine(consult.environ["DATABASE_URL"]), datetime.now(UTC)
    with SqlStore(engine).write() as unit:
        ada = unit.meet(Identity("slack", TEAM, "U0ADA"), Profile("Ada", "UTC"), now)
        unit.enter(just_logged(Given(Kind.SALES, "Acme"), referrer=ada.id, now=now, promise_due=now))
    with engine.begin() as connection:
        connection.execute(text("UPDATE leads SET seq = 1"))
    engine.dispose()

    code, lines = consult("doctor", "--ledger")

    assert code == 1
    assert lines[0] == "fault  The history of lead 1 is gone."
