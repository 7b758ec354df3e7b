"""`make run`: Slack and the bot come up together, over HTTP and over Socket Mode, and go together."""

from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path

import pytest

from sandbox import moving
from sandbox.stage import Stage


@pytest.mark.parametrize("over_socket", [False, True])
def test_the_bot_comes_up_beside_slack_follows_its_time_and_goes(tmp_path: Path, *, over_socket: bool) -> None:
    with Stage(over_socket=over_socket, folder=tmp_path / "sandbox", port=0) as stage:
        sandbox, bot = stage.sandbox, stage.bot
        week = sandbox.world.now() + timedelta(days=7)
        page = HTTPConnection(sandbox.url.removeprefix("http://"))
        page.request("GET", "/")

        sandbox.moves_to(week)

        assert page.getresponse().status == 200
        assert moving.look(sandbox.readyz)["swept_at"] >= week.isoformat()
        assert bool(sandbox.push.sockets.open) == over_socket
        page.close()

    assert bot is not None
    assert bot.returncode == 0


def test_a_bot_that_does_not_start_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEAD_COMMAND", "no slash, and spaces")

    with pytest.raises(SystemExit, match="The bot did not start"), Stage(folder=tmp_path / "sandbox", port=0):
        pytest.fail("it should not be ready")
