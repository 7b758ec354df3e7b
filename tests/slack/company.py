"""A company at work: the strict Slack, the bot that hears it over signed HTTP, and people who do what people do."""

import atexit
import shutil
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Self
from uuid import uuid4

from sqlalchemy import Connection
from starlette.applications import Starlette

from bot import services, sweeps
from bot.deliver import deliver
from bot.ids import Origin, PersonId
from bot.leads import Kind
from bot.patience import Patience
from bot.people import Identity, Profile, Role
from bot.receiving import Receiver
from bot.settings import Settings
from bot.setup import Place
from bot.store import Store
from bot.texts import short
from handlers.slack import wording
from handlers.slack.edge.hearing import Hearing
from handlers.slack.edge.readiness import Heartbeat
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.web_api.client import Slack
from handlers.slack.web_api.downloads import Downloads
from handlers.slack.web_api.sender import Sender
from sandbox.methods import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from sandbox.records import TEAM
from sandbox.server import Sandbox
from storage.store import SqlStore
from storage.store.outbox import Queued
from tests.databases import opened
from tests.processes import secret_of
from tests.serving import Server
from tests.slack import copied
from tests.slack.colleague import Colleague, read

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""Ten in the morning in Madrid, nine in London, ten at night in Auckland."""
PATIENCE = Patience(pace=0.0, settle=0.05, retry=0.02)


class Line:
    """What is queued, in its order: a carrier without threads, so that a test knows when all is said."""

    def __init__(self) -> None:
        self.queued: deque[Queued] = deque()

    def take(self, _: Connection, queued: Sequence[Queued]) -> None:
        self.queued.extend(queued)

    def wake(self, queued: Sequence[Queued]) -> None:
        pass

    def drain(self, around: Surroundings, sender: Sender) -> None:
        around.slack.settle(5)
        while self.queued:
            one = self.queued.popleft()
            outcome = deliver(around.store, sender, one.notice, one.n, clock=around.clock, patience=PATIENCE)
            if outcome.again is not None:
                threading.Event().wait(outcome.again)
                self.queued.append(one)


@dataclass
class Company:
    """Sandbox Inc., with the bot in it."""

    sandbox: Sandbox
    store: Store
    drain: Callable[[], None]
    """Returns when everything that is queued is said."""
    queued: deque[Queued] = field(default_factory=deque)
    work: Callable[[], int] = int
    """Goes on with lists that somebody brought, as the scheduler has it do."""

    def __getattr__(self, name: str) -> Colleague:
        """`company.erin` is Erin."""
        return Colleague(self.sandbox.human(name), self.settle)

    @property
    def now(self) -> datetime:
        return self.sandbox.world.now()

    def settle(self) -> None:
        """Until everything that is to be said now is said: the sweep that comes every few seconds is part of it."""
        self.work()
        sweeps.sweep(self.store, now=self.now)
        self.drain()

    def later(self, **by: float) -> None:
        """Time passes, from one due moment to the next, as `timedelta` counts it."""
        until = self.now + timedelta(**by)
        while (due := self._next_due()) is not None and due < until:
            self.wakes_at(max(due, self.now))
        self.wakes_at(until)

    def wakes_after(self, **by: float) -> None:
        """The bot was down, and comes back: one sweep for all that time."""
        self.wakes_at(self.now + timedelta(**by))

    def cards(self, title: str, channel: str = "leads") -> list[str]:
        """What the cards say whose heading begins so."""
        found = [read(message) for message in self.sandbox.world.channel(channel).messages if not message.thread_ts]
        return [card for card in found if card.startswith(title)]

    def is_set_up(self) -> Self:
        """The channels are set, and Ravi and Rita are reps, Ruth recruits, Mara manages."""
        if not copied.copy(self.store, self.now):
            with copied.kept(self.store, self.now):
                self.works_with(rep=["ravi", "rita"], recruiter=["ruth"], manager=["mara"])
        return self

    def thread(self, title: str, channel: str = "leads") -> str:
        """What stands under the newest card whose heading begins so."""
        messages = self.sandbox.world.channel(channel).messages
        card = next(one for one in reversed(messages) if not one.thread_ts and read(one).startswith(title))
        return "\n".join(read(one) for one in messages if one.thread_ts == card.ts)

    def works_with(self, *, places: bool = True, desk: Sequence[str] = (), **roles: Sequence[str]) -> None:
        """Sets the company up: `works_with(rep=["ravi", "rita"])`; `desk`: who is the lead desk of both kinds."""
        ada, now = self.person("ada"), self.now
        if places:
            chosen = {place: self.sandbox.world.channel(place).id for place in Place}
            services.set_places(self.store, Origin("places"), chosen, by=ada, now=now)
        named = {Role(role): [self.person(name) for name in names] for role, names in roles.items()}
        desks = {kind: [self.person(name) for name in desk] for kind in Kind if desk}
        services.set_people(self.store, Origin("people"), named, desks, by=ada, now=now)
        self.settle()

    def person(self, name: str, *, seen: datetime | None = None) -> PersonId:
        """`seen`: when Slack last told us who they are, if not now."""
        user = self.sandbox.world.user(name)
        profile = Profile(
            short(user.real_name), user.tz, guest=user.is_restricted, workspace_admin=user.is_admin or user.is_owner
        )
        with self.store.write() as unit:
            return unit.meet(Identity("slack", TEAM, user.id), profile, seen or self.now).id

    def wakes_at(self, moment: datetime) -> None:
        self.sandbox.world.move(moment)
        self.settle()

    def _next_due(self) -> datetime | None:
        with self.store.read() as reading:
            return reading.next_due()


@cache
def _told(token: str, api_url: str) -> tuple[str, str]:
    """Slack tells which workspace and app are ours, the same to each test; that a busy machine takes a second for it is
    no fault."""
    patient = Slack(token, api_url, replace(PATIENCE, lookup=30.0))
    patient.installation()
    patient.close()
    return patient.team, patient.app


@contextmanager
def company(sandbox: Sandbox, server: Server, database_url: str, *, over_socket: bool = False) -> Iterator[Company]:
    """On Monday morning, with a bot that nobody has set up; it hears over signed HTTP, or by Socket Mode."""
    sandbox.world.move(MONDAY)
    settings = Settings.read(environ(sandbox, database_url, over_socket=over_socket))
    engine, line = opened(settings.database_url), Line()
    slack = Slack(settings.bot_token, settings.api_url, PATIENCE)
    store = SqlStore(engine, line, erasures=settings.erasure_list)
    around = Surroundings(store, slack, sandbox.world.now, PATIENCE, settings.command, wording.refusal)
    hearing = Hearing(settings, around, Heartbeat(PATIENCE.tick))
    sender = Sender(slack, PATIENCE, b"a secret")
    receiver = Receiver(store, Downloads(slack), Sender.platform, sandbox.world.now, PATIENCE)
    with server.up(Starlette(routes=hearing.routes)) as url:
        sandbox.request_url = "" if over_socket else f"{url}/slack/events"
        hearing.start()
        slack.team, slack.app = _told(settings.bot_token, settings.api_url)
        if over_socket:
            sandbox.world.wait_until(lambda: bool(sandbox.push.sockets.open))
        yield Company(sandbox, around.store, partial(line.drain, around, sender), line.queued, receiver.work)
    hearing.stop(1)
    hearing.workers.shutdown(wait=True)  # what is still in hand would open the database again
    slack.close()
    engine.dispose()


def environ(sandbox: Sandbox, database_url: str, *, over_socket: bool = False) -> dict[str, str]:
    mode = {"SLACK_APP_TOKEN": APP_TOKEN} if over_socket else {"SLACK_SIGNING_SECRET": SIGNING_SECRET}
    where = {"SLACK_API_URL": sandbox.api_url, "DATABASE_URL": database_url}
    listed = {} if database_url.startswith("sqlite") else {"ERASURE_LIST": str(_lists() / uuid4().hex)}
    return {"SLACK_BOT_TOKEN": BOT_TOKEN, **secret_of(database_url), **where, **mode, **listed}


@cache
def _lists() -> Path:
    """For lists of what was erased that lie beside no file of a database; gone with this process."""
    folder = tempfile.mkdtemp(prefix="leadloop-erased-")
    atexit.register(shutil.rmtree, folder)
    return Path(folder)
