"""With Slack's token rotation the bot works on for days, and a token that is not given anew is told of in time."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import select

import app
from bot.patience import Patience
from bot.settings import Settings
from sandbox.methods import SIGNING_SECRET
from sandbox.server import Sandbox
from sandbox.tokens import CLIENT_ID, CLIENT_SECRET, GRACE
from storage.engine import open_engine
from storage.tables import credentials
from tests.databases import Databases
from tests.processes import until

Environ = dict[str, str]
REFRESH = "oauth.v2.access"


@pytest.fixture(params=["sqlite", "postgresql"])
def environ(
    request: pytest.FixtureRequest, sandbox: Sandbox, all_databases: Databases, tmp_path: Path
) -> Iterator[Environ]:
    access, refresh = sandbox.world.tokens.rotate(sandbox.world.now())
    with all_databases.fresh(request.param) as url:
        yield {
            "SLACK_API_URL": sandbox.api_url,
            "SLACK_BOT_TOKEN": access,
            "SLACK_REFRESH_TOKEN": refresh,
            "SLACK_CLIENT_ID": CLIENT_ID,
            "SLACK_CLIENT_SECRET": CLIENT_SECRET,
            "SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "DATABASE_URL": url,
            "SECRET_KEY": "a secret",
            "HOME": str(tmp_path),
        }


def replica(sandbox: Sandbox, environ: Environ) -> app.Leadloop:
    """As `python app.py` puts it together; it is swept by hand."""
    leadloop = app.build(Settings.read(environ), sandbox.world.now, Patience(tick=3600, send=2))
    leadloop.start()
    return leadloop


def calls(sandbox: Sandbox) -> int:
    return sum(call.method == REFRESH and call.outcome == "ok" for call in sandbox.world.calls)


def test_a_week_goes_by_and_every_call_is_taken(sandbox: Sandbox, environ: Environ) -> None:
    leadloop = replica(sandbox, environ)

    for _ in range(7 * 24):
        sandbox.world.move(sandbox.world.now() + timedelta(hours=1))
        leadloop.turn()
        leadloop.slack.installation()
    leadloop.stop()

    assert 7 * 2 <= calls(sandbox) <= 7 * 4 + 1
    assert leadloop.slack.token not in {"", environ["SLACK_BOT_TOKEN"]}


def test_of_several_replicas_one_asks_and_all_follow(sandbox: Sandbox, environ: Environ) -> None:
    both = [replica(sandbox, environ), replica(sandbox, environ)]
    begun = calls(sandbox)

    sandbox.world.move(sandbox.world.now() + timedelta(hours=7))
    for one in (*both, *both):
        one.turn()

    assert (begun, calls(sandbox)) == (1, 2)
    assert both[0].slack.token == both[1].slack.token
    for one in both:
        one.slack.installation()
        one.stop()


def test_while_one_replica_waits_for_slack_the_others_do_not_ask(sandbox: Sandbox, environ: Environ) -> None:
    one, other = replica(sandbox, environ), replica(sandbox, environ)
    sandbox.world.move(sandbox.world.now() + timedelta(hours=7))
    sandbox.world.faults.add(REFRESH, "slow", seconds=1)

    asking = Thread(target=one.turn)
    asking.start()
    assert until(lambda: sandbox.world.faults.to_come(REFRESH) == 0)
    other.turn()
    asking.join()
    other.turn()

    assert calls(sandbox) == 2
    assert one.slack.token == other.slack.token
    one.stop()
    other.stop()


def test_another_start_goes_on_with_what_was_kept_and_not_with_what_was_given(
    sandbox: Sandbox, environ: Environ
) -> None:
    replica(sandbox, environ).stop()
    sandbox.world.move(sandbox.world.now() + timedelta(days=3))

    leadloop = replica(sandbox, environ)

    assert leadloop.slack.installation().team
    leadloop.stop()


def test_what_slack_answered_and_nobody_kept_is_asked_for_again_at_once(sandbox: Sandbox, environ: Environ) -> None:
    leadloop = replica(sandbox, environ)
    sandbox.world.move(sandbox.world.now() + timedelta(hours=7))
    sandbox.world.faults.add(REFRESH, "reset_after")

    leadloop.turn()
    fading = leadloop.slack.fading
    leadloop.slack.installation()
    sandbox.world.move(sandbox.world.now() + timedelta(seconds=20))
    leadloop.turn()

    assert fading.startswith("no new token (")
    assert leadloop.slack.fading == ""
    leadloop.slack.installation()
    leadloop.stop()


def test_a_refresh_token_that_is_lost_is_told_of_while_the_bot_still_works_and_another_one_mends_it(
    sandbox: Sandbox, environ: Environ, caplog: pytest.LogCaptureFixture
) -> None:
    leadloop = replica(sandbox, environ)
    sandbox.world.move(sandbox.world.now() + timedelta(hours=7))
    sandbox.world.faults.add(REFRESH, "reset_after")
    leadloop.turn()

    sandbox.world.move(sandbox.world.now() + GRACE + timedelta(seconds=1))
    for _ in range(3):
        leadloop.turn()
        sandbox.world.move(sandbox.world.now() + timedelta(minutes=1))
    told, log = leadloop.hearing.readiness.look().checks["slack"], caplog.text
    leadloop.slack.installation()
    leadloop.stop()
    access, refresh = sandbox.world.tokens.rotate(sandbox.world.now())
    mended = replica(sandbox, environ | {"SLACK_BOT_TOKEN": access, "SLACK_REFRESH_TOKEN": refresh})

    assert told.startswith("no new token (invalid_refresh_token); ours expires at ")
    assert log.count("invalid_refresh_token") == 1
    assert "Token rotation in docs/operate.md" in log
    assert mended.hearing.readiness.look().checks["slack"] == ""
    mended.stop()


def test_no_token_lies_in_the_database_or_the_log_in_the_clear(
    sandbox: Sandbox, environ: Environ, caplog: pytest.LogCaptureFixture
) -> None:
    leadloop = replica(sandbox, environ)
    engine = open_engine(environ["DATABASE_URL"])
    with engine.connect() as connection:
        kept = str(connection.execute(select(credentials)).all())
    engine.dispose()

    assert kept.count("gAAAA") == 2
    assert leadloop.slack.token not in kept
    assert "xoxe" not in kept + caplog.text + repr(leadloop.rotation)
    leadloop.stop()


def test_the_doctor_looks_with_the_token_that_the_bot_has_now(
    sandbox: Sandbox, environ: Environ, capsys: pytest.CaptureFixture[str]
) -> None:
    replica(sandbox, environ).stop()
    sandbox.world.move(sandbox.world.now() + timedelta(hours=11))
    replica(sandbox, environ).stop()
    sandbox.world.move(sandbox.world.now() + timedelta(hours=11))

    app.main(["doctor"], environ)

    assert "Slack answers, and takes the bot token" in capsys.readouterr().out
