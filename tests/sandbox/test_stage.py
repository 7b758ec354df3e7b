"""`make run`: Slack and the bot come up together, over HTTP and over Socket Mode, and go together."""

from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import services
from bot.carrying import Typed
from bot.ids import LeadId, Origin
from bot.leads import Given, Kind
from bot.moves import BY_NAME
from bot.patience import Patience
from bot.people import Identity, Profile
from sandbox import moving
from sandbox.records import TEAM
from sandbox.stage import Stage
from storage import open_store

LONDON = ZoneInfo("Europe/London")


def five_days_of_steps(stage: Stage) -> list[datetime]:
    """Ravi has a lead with a next step for each of the coming working days; returns their mornings."""
    ravi, now = stage.sandbox.world.user("ravi"), stage.sandbox.world.now()
    store, _ = open_store(stage.environment()["DATABASE_URL"], patience=Patience())
    with store.write() as unit:
        person = unit.meet(Identity("slack", TEAM, ravi.id), Profile("Ravi", ravi.tz), now).id
    nine = datetime.combine(now.astimezone(LONDON).date(), datetime.min.time().replace(hour=9), LONDON)
    mornings = [day for n in range(1, 8) if (day := nine + timedelta(days=n)).isoweekday() <= 5]
    for n, day in enumerate(mornings, start=1):
        services.log_lead(store, Origin(f"log{n}"), Given(Kind.SALES, f"Acme {n}"), by=person, now=now)
        for move, typed in (("take", Typed()), ("step", Typed(step="Call them", on=day.date()))):
            services.move_lead(store, Origin(f"{move}{n}"), LeadId(n), BY_NAME[move], typed, by=person, now=now)
    store.close()
    return mornings


@pytest.mark.parametrize("over_socket", [False, True])
def test_the_bot_comes_up_beside_slack_follows_its_time_and_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, over_socket: bool
) -> None:
    monkeypatch.setenv("LEADLOOP_PATIENCE", "0.1")  # a message each 0.1 s
    with Stage(over_socket=over_socket, folder=tmp_path / "sandbox", port=0) as stage:
        sandbox, bot = stage.sandbox, stage.bot
        week, mornings = sandbox.world.now() + timedelta(days=7), five_days_of_steps(stage)
        page = HTTPConnection(sandbox.url.removeprefix("http://"))
        page.request("GET", "/")

        sandbox.moves_to(week)

        told = [message for message in sandbox.human("ravi").dms() if message.text.startswith("Your leads today")]
        heard = [datetime.fromtimestamp(float(message.ts), UTC) for message in told]
        assert [moment.replace(second=0, microsecond=0) for moment in heard] == mornings
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
