"""`/readyz` says what is amiss; its status says whether this replica can serve."""

import http.client
import json
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from bot.notices import Notice
from sandbox.server import Sandbox
from tests.edge.bots import Bot


def look(bot: Bot, page: str = "/readyz") -> tuple[int, Any]:
    place = urlsplit(bot.url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=5)
    connection.request("GET", page)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, json.loads(body) if page == "/readyz" else body


def test_all_is_well(bot: Bot, sandbox: Sandbox) -> None:
    bot.heartbeat.beat(sandbox.world.now())

    status, told = look(bot)

    assert (status, told["ok"]) == (200, True)
    assert set(told["checks"]) == {"database", "sweeps", "slack", "notices"}
    assert told["swept_at"] is not None
    assert told["next_due"] is None
    assert look(bot, "/healthz") == (200, "ok")


def test_while_slack_is_away_traffic_goes_on(bot: Bot, sandbox: Sandbox) -> None:
    sandbox.world.faults.down()

    status, told = look(bot)

    assert (status, told["ok"]) == (200, False)
    assert told["checks"]["slack"] != "ok"


def test_slack_is_not_asked_at_each_look(bot: Bot, sandbox: Sandbox) -> None:
    look(bot)
    look(bot)

    assert [call.method for call in sandbox.world.calls] == ["auth.test", "bots.info"]


def test_a_database_that_is_gone_sends_traffic_elsewhere(bot: Bot) -> None:
    with bot.around.store.write() as unit:
        unit.connection.exec_driver_sql("ALTER TABLE notices RENAME TO gone")  # type: ignore[attr-defined]

    status, told = look(bot)

    assert (status, told["ok"]) == (503, False)
    assert told["checks"]["database"] == "OperationalError"


def test_sweeps_that_stopped_send_traffic_elsewhere(bot: Bot) -> None:
    bot.heartbeat.tick = -1.0

    status, told = look(bot)

    assert (status, told["checks"]["sweeps"]) == (503, "no sweep has ended for too long")


def test_what_should_have_been_said_a_while_ago_is_counted(bot: Bot, sandbox: Sandbox) -> None:
    now = sandbox.world.now()
    with bot.around.store.write() as unit:
        unit.put(Notice("late", "person:1", "moved", due=now - timedelta(minutes=2)))
        unit.put(Notice("in time", "person:1", "moved", due=now))
        unit.put(Notice("to come", "person:1", "moved", due=now + timedelta(minutes=2)))
        unit.put(Notice("nowhere to go", "place:leads", "card", due=now))

    status, told = look(bot)

    assert (status, told["checks"]["notices"]) == (200, "1 overdue")
    assert told["unsaid"] == 2
