"""The sandbox with the bot beside it, as `make run` puts them up: one Slack, one `python app.py`, one address."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from sandbox import moving, page
from sandbox.clock import Clock
from sandbox.methods import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from sandbox.server import Sandbox
from sandbox.story import Story
from sandbox.world import World

ROOT = Path(__file__).parent.parent
HOME = ZoneInfo("Europe/Madrid")  # where most of the cast work
LAST_WEEK = timedelta(days=7)  # what happened before the newcomer came begins on the same working day
MORNING = 10  # o'clock there, when the sandbox's day begins
READY_SECONDS = 30.0  # real seconds that the bot has to come up
STOP_SECONDS = 12.0  # real seconds that it has to go; it promises ten
PAGE_PORT = 8900
SATURDAY = 5


def morning(now: datetime) -> datetime:
    """Ten o'clock in Madrid on the present or coming working day, in UTC."""
    day = now.astimezone(HOME).replace(hour=MORNING, minute=0, second=0, microsecond=0)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day.astimezone(UTC)


class Stage:
    """Starts fresh each time: the workspace lives in memory, so the bot's database under `.sandbox/` is a new one."""

    def __init__(
        self,
        *,
        over_socket: bool = False,
        folder: Path = ROOT / ".sandbox",
        port: int = PAGE_PORT,
        begins: datetime | None = None,
        patience: float = 1.0,
    ) -> None:
        """`begins` is aware: this morning unless it is said; `patience` a factor for all the bot's waiting."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.folder = folder
        self.over_socket = over_socket
        self.patience = patience
        now = datetime.now(UTC)
        self.begins = begins or morning(now)
        self.sandbox = Sandbox(World(Clock(self.begins - LAST_WEEK - now, folder / "clock")), _free(port))
        self.sandbox.extra = page.routes(self.sandbox)
        self.bot_port = _free(0)
        self.bot: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as undo:
            undo.callback(self.__exit__)
            self.sandbox.start()
            self.bot = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=self.environment())
            address = f"http://127.0.0.1:{self.bot_port}"
            self.sandbox.request_url = "" if self.over_socket else f"{address}/slack/events"
            self.sandbox.readyz = f"{address}/readyz"
            self._await_bot()
            undo.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        if self.bot is not None and self.bot.poll() is None:
            self.bot.terminate()
            try:
                self.bot.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.bot.kill()
                self.bot.wait()
        self.sandbox.stop()

    def environment(self) -> dict[str, str]:
        """What the bot is started with: the sandbox's address and public secrets in place of Slack's."""
        mode = {"SLACK_APP_TOKEN": APP_TOKEN} if self.over_socket else {"SLACK_SIGNING_SECRET": SIGNING_SECRET}
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}
        return inherited | mode | {
            "SLACK_API_URL": self.sandbox.api_url,
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "PORT": str(self.bot_port),
            "DATABASE_URL": f"sqlite:///{self.folder / 'leadloop.db'}",
            "LEADLOOP_CLOCK_OFFSET_FILE": str(self.folder / "clock"),
            "LEADLOOP_PATIENCE": str(self.patience),
        }  # fmt: skip

    def tell_last_week(self) -> None:
        """What happened before the newcomer came; then it is this morning."""
        Story(self.sandbox, self.pass_time).tell()
        self.pass_time(self.begins)

    def brings(self, listed: str) -> None:
        """Whoever runs the bot brings a list of leads from elsewhere in."""
        file = self.folder / "leads.csv"
        file.write_text(listed, encoding="utf-8")
        subprocess.run([sys.executable, "app.py", "import", str(file)], cwd=ROOT, env=self.environment(), check=True)

    def pass_time(self, to: datetime) -> None:
        """The bot says on the way what falls due."""
        moving.move(self.sandbox.world, to, self.sandbox.readyz)

    def watch(self) -> int:
        """Waits until the bot ends of itself, and says how."""
        return self.bot.wait() if self.bot is not None else 0

    def _await_bot(self) -> None:
        ends, pause = time.monotonic() + READY_SECONDS, threading.Event()
        while time.monotonic() < ends:
            if self.bot is not None and self.bot.poll() is not None:
                raise SystemExit(f"The bot did not start (exit code {self.bot.returncode}). Its last words are above.")
            if moving.look(self.sandbox.readyz).get("ok"):
                return
            pause.wait(0.05)
        raise SystemExit(f"The bot was not ready within {READY_SECONDS:.0f} seconds.")


def _free(port: int) -> int:
    """This port if nobody has it, else any free one."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
