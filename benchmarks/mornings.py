"""A Monday morning: at nine every owner is asked, at ten the referrers are told whose promise is due; all rendered."""

import json
from collections import deque
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from time import process_time
from typing import Any

from sqlalchemy import Connection, text

from benchmarks.crowd import insert, lead_of
from benchmarks.table import Row
from bot import clocks, services, sweeps
from bot.deliver import deliver
from bot.front import Rendered, Target
from bot.ids import Origin, PersonId
from bot.leads import Lead
from bot.patience import Patience
from bot.people import Identity, Person, Profile, Role
from handlers.slack import messages
from storage.engine import open_engine
from storage.migrations import migrate
from storage.store import SqlStore
from storage.store.outbox import Queued
from storage.tables import entries, leads

NINE = datetime(2026, 11, 23, 8, tzinfo=UTC)
"""Where they all are."""
TEN = NINE + timedelta(hours=1)
OWNERS, GIVERS, LEADS, LIMIT = 500, 1000, 20_000, 10.0
"""The last: seconds of the processor's time."""
DAYS = 5
"""Of so many promises one falls due on such a day."""


class Line:
    """A carrier in this thread."""

    def __init__(self) -> None:
        self.queued: deque[Queued] = deque()

    def take(self, _: Connection, queued: Sequence[Queued]) -> None:
        self.queued.extend(queued)

    def wake(self, queued: Sequence[Queued]) -> None:
        """It is asked again and again."""


class Front:
    """Renders and writes JSON as the one for Slack does, and calls nobody."""

    platform = "slack"

    def __init__(self) -> None:
        self.mornings = self.updates = 0

    def render(self, shown: object, reader: Person | None) -> Rendered:
        body = messages.render(shown, reader)
        return Rendered(body, sha256(json.dumps(body, sort_keys=True).encode()).hexdigest())

    def send(self, target: Target, rendered: Rendered, *, receipt: str, key: str) -> str:
        self.mornings += key.startswith("today:")
        self.updates += key.startswith("updates:")
        return receipt or f"{target.reference}:{len(json.dumps(rendered.body))}"

    def find(self, target: Target, key: str, *, since: datetime) -> None:
        """Nothing is ever unsure."""


def mornings(engine: str, url: str) -> list[Row]:
    line, front = Line(), Front()
    store = _filled(url, line)
    asked, told = (_played(store, line, front, now) for now in (NINE, TEN))
    store.close()
    if front.mornings != OWNERS or not front.updates:
        raise RuntimeError(f"{front.mornings} mornings and {front.updates} updates were said")
    return [
        Row(f"{engine}: a morning of {OWNERS} owners, {LEADS:,} leads, cpu; limit", asked, LIMIT, "s", 1),
        Row(f"{engine}: what {GIVERS} referrers hear that day, cpu; limit", told, LIMIT, "s", 1),
    ]


def _played(store: SqlStore, line: Line, front: Front, now: datetime) -> float:
    """Seconds of the processor's time until all that is due is said."""
    before = process_time()
    while sweeps.sweep(store, now=now) or line.queued:
        while line.queued:
            one = line.queued.popleft()
            deliver(store, front, one.notice, one.n, clock=lambda: now, patience=Patience())
    return process_time() - before


def _filled(url: str, line: Line) -> SqlStore:
    engine = open_engine(url)
    migrate(engine)
    store = SqlStore(engine, line)
    people = _people(store)
    owners, givers = people[:OWNERS], people[OWNERS:]
    admin = givers[0]
    services.set_people(store, Origin("people"), {Role.REP: owners, Role.MANAGER: [admin]}, {}, by=admin, now=NINE)
    known = [_lead(n, owners, givers) for n in range(1, LEADS + 1)]
    with engine.begin() as connection:
        insert(connection, leads, map(asdict, known))
        insert(connection, entries, map(_entry, known))
        connection.execute(text("ANALYZE"))
    with store.write() as unit:
        for owner in owners:
            unit.schedule(clocks.MORNING, owner, NINE)
    return store


def _people(store: SqlStore) -> list[PersonId]:
    with store.write() as unit:
        return [unit.meet(Identity("slack", "T1", f"U{n}"), _profile(n), NINE).id for n in range(OWNERS + GIVERS)]


def _profile(n: int) -> Profile:
    return Profile(f"Person {n}", "Europe/Madrid", workspace_admin=n == OWNERS)


def _lead(n: int, owners: Sequence[PersonId], givers: Sequence[PersonId]) -> Lead:
    """All of them wait for a word; of each fifth the referrer is to hear today."""
    due = TEN if n % DAYS == 0 else NINE + timedelta(days=3 + n % DAYS)
    lead = lead_of(n, givers[n // DAYS % len(givers)], due, NINE - timedelta(days=7))
    return replace(lead, owner=owners[n % len(owners)], ask_due=NINE, told_at=lead.logged_at)


def _entry(lead: Lead) -> dict[str, Any]:
    same = {"lead": lead.id, "seq": 1, "kind": "logged", "actor": lead.referrer, "at": lead.logged_at, "group": 1}
    return same | {"before": {}, "facts": {"status": lead.status}, "texts": {}, "seals": {}}
