"""Time moves from one due moment of the bot to the next; the bot is shown by what its /readyz says."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from sandbox.clock import Clock
from sandbox.server import Sandbox
from sandbox.stage import morning
from sandbox.world import World


@dataclass
class Bot:
    """Sweeps at once when it is asked how it is, and has something due at each of `due`, said a look or two later."""

    world: World
    due: list[datetime]
    swept: list[datetime] = field(default_factory=list)
    unsaid: int = 0
    said: list[datetime] = field(default_factory=list)
    url: str = ""

    def readyz(self) -> dict[str, object]:
        now = self.world.now()
        due = [one for one in self.due if one <= now]
        self.unsaid = 2 * len(due) or max(0, self.unsaid - 1)
        self.said += [now] if self.unsaid == 1 else []
        self.swept += due
        self.due = [one for one in self.due if one > now]
        next_due = self.due[0].isoformat() if self.due else None
        return {"ok": True, "swept_at": now.isoformat(), "next_due": next_due, "unsaid": self.unsaid}


@pytest.fixture
def bot(sandbox: Sandbox) -> Iterator[Bot]:
    now = sandbox.world.now()
    bot = Bot(sandbox.world, [now + timedelta(days=days) for days in (1, 2, 9)])

    class Handler(BaseHTTPRequestHandler):
        whose: ClassVar[Bot] = bot

        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(self.whose.readyz()).encode())

        def log_message(self, *_: object) -> None:
            """The test says what happened."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    sandbox.readyz = f"http://127.0.0.1:{server.server_port}/readyz"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield bot
    server.shutdown()
    server.server_close()


def test_a_jump_of_a_week_stops_where_something_is_due(sandbox: Sandbox, bot: Bot) -> None:
    due, stops = list(bot.due), list[datetime]()
    target = sandbox.world.now() + timedelta(days=7)

    sandbox.moves_to(target, stops.append)

    assert stops == [*due[:2], target]
    assert bot.swept == due[:2]
    assert [said.date() for said in bot.said] == [one.date() for one in due[:2]]
    assert target <= sandbox.world.now() < target + timedelta(minutes=1)


def test_without_a_bot_time_just_moves(sandbox: Sandbox) -> None:
    target = sandbox.world.now() + timedelta(days=7)

    sandbox.moves_to(target)

    assert sandbox.world.now() >= target


def test_the_bot_reads_the_offset_in_a_file(tmp_path: Path) -> None:
    clock = Clock(timedelta(hours=2), tmp_path / "clock")
    assert float((tmp_path / "clock").read_text()) == 7200.0

    clock.move(datetime.now(UTC) + timedelta(days=1))

    assert float((tmp_path / "clock").read_text()) == pytest.approx(86400, abs=5)


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        ("2026-11-18T15:30+00:00", "2026-11-18T09:00+00:00"),
        ("2026-11-21T23:00+00:00", "2026-11-23T09:00+00:00"),
        ("2026-07-05T10:00+00:00", "2026-07-06T08:00+00:00"),
    ],
)
def test_the_sandbox_begins_on_a_working_morning_in_madrid(now: str, begins: str) -> None:
    assert morning(datetime.fromisoformat(now)) == datetime.fromisoformat(begins)
