"""Throws what was spoilt at a whole bot in this process, sixteen at a time, past the sockets and nothing else."""

import asyncio
import logging
import os
import shutil
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import Message

from bot.patience import Patience
from bot.settings import Settings
from handlers.slack import wording
from handlers.slack.edge.hearing import Hearing
from handlers.slack.edge.readiness import Heartbeat
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.web_api.client import Slack
from sandbox.looks.chapters import CHAPTERS
from sandbox.methods import BOT_TOKEN, SIGNING_SECRET
from sandbox.records import APP, BOT, BOT_USER, TEAM, Json
from sandbox.server import Sandbox
from storage.engine import open_engine
from storage.migrations import migrate
from storage.store import SqlStore
from tests.databases import opened
from tests.fuzz.spoiling import Spoiler, Thrown
from tests.fuzz.story import told
from tests.serving import serving
from tests.slack.company import company

AT_ONCE = 16
SEGMENT = 20_000
"""Requests after which the bot gets the database of the story's end again, so that nothing grows but by a fault."""
GROWTH = 60.0
"""Megabytes by which a process may be larger at its end than after its first segment: what it keeps at hand."""
PAGE = 4096
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - in folders of our own


@dataclass
class Counts:
    """What came back."""

    seed: int
    statuses: Counter[int] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    """What was logged as a fault or got out of the bot, and how often."""
    first: dict[str, int] = field(default_factory=dict)
    """Which request brought each of them first, give or take those that were under way with it."""
    sizes: list[float] = field(default_factory=list)
    """Megabytes in memory after each segment."""

    @property
    def odd(self) -> int:
        """How many answers were neither 2xx nor 4xx."""
        return sum(many for status, many in self.statuses.items() if status // 100 not in {2, 4})

    @property
    def grown(self) -> float:
        return self.sizes[-1] - self.sizes[0] if self.sizes else 0.0

    @property
    def clean(self) -> bool:
        return not (self.odd or self.faults or self.grown > GROWTH)

    def __str__(self) -> str:
        by_status = ", ".join(f"{status}: {many}" for status, many in sorted(self.statuses.items()))
        faults = "".join(
            f"\n{many} times, first about request {self.first[fault]}: {fault}" for fault, many in self.faults.items()
        )
        return f"seed {self.seed}: {self.statuses.total()} requests; {by_status}; memory +{self.grown:.0f} MB{faults}"


class _Faults(logging.Handler):
    """Listens to what the bot logs as errors."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        frames = traceback.extract_tb(error.__traceback__)[-4:] if error else ()
        where = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        self.heard.append("\n".join((record.getMessage(), *where, repr(error or ""))))


def run(requests: int, seed: int, *, chapters: int = len(CHAPTERS)) -> Counts:
    """Throws so many, of so many chapters of the story; needs no network but this machine's, and some hundred megabytes
    of disk.
    """
    counts = Counts(seed)
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder, serving() as slack, slack.up(_yes()) as url:
        payloads, stamp, kept = _story(Path(folder), chapters)
        thrown = Path(folder) / "thrown.db"
        spoiler = Spoiler(payloads, SIGNING_SECRET, stamp, seed)
        for begun in range(0, requests, SEGMENT):
            with _bot(Path(shutil.copy(kept, thrown)), url, stamp) as (app, faults):
                many = min(SEGMENT, requests - begun)
                asyncio.run(_throw(app, [spoiler.next() for _ in range(many)], counts, faults))
            counts.sizes.append(int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6)
    return counts


def _story(folder: Path, chapters: int) -> tuple[list[Json], int, Path]:
    """The payloads, the moment at which it ended, and the database as it was then."""
    file = folder / "story.db"
    engine = opened(f"sqlite:///{file}")
    migrate(engine)
    engine.dispose()
    with Sandbox() as sandbox, serving() as server, company(sandbox, server, f"sqlite:///{file}") as slack:
        payloads, stamp = told(slack, chapters), int(sandbox.world.now().timestamp())
    return payloads, stamp, file


async def _throw(app: Starlette, thrown: list[Thrown], counts: Counts, faults: _Faults) -> None:
    waiting = iter(thrown)

    async def one_after_another() -> None:
        for each in waiting:
            status = await _answer(app, each)
            counts.statuses[status] += 1
            for fault in faults.heard or ():
                counts.faults[fault] += 1
                counts.first.setdefault(fault, counts.statuses.total())
            faults.heard.clear()

    await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))


async def _answer(app: Starlette, thrown: Thrown) -> int:
    """The status; 599 where an exception got out."""
    told: list[int] = []
    given: list[Message] = [{"type": "http.request", "body": thrown.raw, "more_body": False}]

    async def receive() -> Message:
        return given.pop() if given else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            told.append(int(message["status"]))

    headers = [(name.encode(), value.encode()) for name, value in thrown.headers.items()]
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/slack/events",
        "raw_path": b"/slack/events",
        "root_path": "",
        "query_string": b"",
        "headers": headers,
    }
    try:
        await app(scope, receive, send)
    except Exception:
        logging.getLogger(__name__).exception("An exception got out of the edge.")
        return 599
    return told[0]


@contextmanager
def _bot(file: Path, slack_url: str, stamp: int) -> Iterator[tuple[Starlette, _Faults]]:
    """At one moment for ever, and with a Slack that says yes."""
    patience, faults = Patience(view=30.0, lookup=30.0, send=30.0), _Faults()  # a busy machine is no fault
    environ = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": f"{slack_url}/api/",
    }
    settings = Settings.read(environ | {"DATABASE_URL": f"sqlite:///{file}"})
    engine, slack = open_engine(settings.database_url), Slack(settings.bot_token, settings.api_url, patience)
    now = datetime.fromtimestamp(stamp, UTC)
    around = Surroundings(SqlStore(engine), slack, lambda: now, patience, settings.command, wording.refusal)
    hearing = Hearing(settings, around, Heartbeat(patience.tick))
    slack.installation()
    logging.getLogger().addHandler(faults)
    try:
        yield Starlette(routes=hearing.routes), faults
    finally:
        logging.getLogger().removeHandler(faults)
        hearing.stop(1)
        slack.close(5)
        engine.dispose()
        for beside in file.parent.glob(f"{file.name}-*"):
            beside.unlink()


def _yes() -> Starlette:
    """The least that is Slack: whatever it is asked, it knows somebody and something of that name."""
    user = {"id": "U0ERIN0000", "team_id": TEAM, "name": "erin", "real_name": "Erin Ortega", "tz": "Europe/Madrid"}
    told = {
        "ok": True,
        "team_id": TEAM,
        "user_id": BOT_USER,
        "bot_id": BOT,
        "ts": "1.1",
        "permalink": "https://sandbox.slack.com/1",
        "bot": {"app_id": APP},
        "user": user,
        "channel": {"id": "C0LEADS001", "name": "leads", "is_member": True, "is_private": False},
        "usergroups": [],
        "users": [],
        "members": [],
        "profile": {"fields": {}},
    }

    async def answer(request: Request) -> JSONResponse:
        await request.body()
        return JSONResponse(told)

    methods = ["GET", "POST"]
    return Starlette(routes=[Route("/{anything:path}", answer, methods=methods)])
