"""The main job from the first line to the thanks, by the whole bot with its own carrier, over both ways in."""

from collections.abc import Iterator

import pytest

from app import build
from bot.patience import Patience
from bot.settings import Settings
from sandbox.server import Sandbox
from tests.serving import Server
from tests.slack.company import MONDAY, Company, environ

QUICK = Patience(tick=0.5, poll=0.05, pace=0.0, settle=0.2, retry=0.05)


@pytest.fixture(params=["http", "socket"])
def bot(request: pytest.FixtureRequest, sandbox: Sandbox, server: Server, database_url: str) -> Iterator[Company]:
    sandbox.world.move(MONDAY)
    over_socket = request.param == "socket"
    settings = Settings.read(environ(sandbox, database_url, over_socket=over_socket))
    leadloop = build(settings, sandbox.world.now, QUICK)
    leadloop.start()
    with server.up(leadloop.asgi) as url:
        sandbox.request_url = "" if over_socket else f"{url}/slack/events"
        if over_socket:
            sandbox.world.wait_until(lambda: bool(sandbox.push.sockets.open))
        yield Company(sandbox, leadloop.store, leadloop.drain)
    leadloop.stop()


def test_from_the_first_line_to_the_thanks(bot: Company) -> None:
    bot.works_with(rep=["ravi"], manager=["mara"])

    bot.erin.types("/lead Acme, Jane Doe, jane@acme.example, needs payroll in Spain")
    bot.erin.submits()
    bot.ravi.clicks("I'll take it")
    bot.later(minutes=2)
    assert "Ravi Rao took it" in bot.erin.last
    bot.later(days=8)
    assert "Acme: Ravi Rao has it" in bot.erin.human.dms()[-1].text
    bot.ravi.clicks("More…", on="dm")
    bot.ravi.clicks("Won")
    bot.ravi.fills(thanks="You opened the door.")
    bot.later(minutes=2)

    assert "You opened the door." in bot.erin.last
    assert len(bot.cards("Won", "wins")) == 1
    assert "Won" in bot.cards("Acme")[0]
