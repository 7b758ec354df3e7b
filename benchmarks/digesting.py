"""The weekly digest over many leads: one of a manager of all, and those of 200 managers with a team each."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import text

from benchmarks.crowd import insert, lead_of
from benchmarks.table import Row
from bot import services
from bot.calendars import Calendar
from bot.ids import Origin, PersonId
from bot.leads import Kind, Lead, Status
from bot.loop_health import promised
from bot.people import Identity, Profile, Role
from bot.show.digests import digest_of
from storage.engine import open_engine
from storage.migrations import migrate
from storage.store import SqlStore
from storage.tables import entries, leads

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
THERE = Calendar("Europe/Madrid")
MANAGERS, TEAM, YEAR = 200, 5, timedelta(days=365)
STATUSES = (Status.CONTACTED, Status.MEETING, Status.NURTURING, Status.WON, Status.LOST)
LIMITS = {"one": 1000, MANAGERS: 5000}
"""Milliseconds, as the requirement has them."""


def digesting(engine: str, url: str, rounds: int, *, many: int) -> list[Row]:
    store, boss, managers = _filled(url, many)
    one = median(_timed(store, [boss]) for _ in range(rounds))
    all_of_them = median(_timed(store, managers) for _ in range(max(rounds // 2, 1)))
    store.close()
    return [
        Row(f"{engine}: a digest over {many:,} leads; limit", one, LIMITS["one"], "ms", 1),
        Row(f"{engine}: {MANAGERS} managers' digests of them; limit", all_of_them, LIMITS[MANAGERS], "ms", 1),
    ]


def _timed(store: SqlStore, readers: Sequence[PersonId]) -> float:
    """Milliseconds for all that their digests ask of the database."""
    before = perf_counter()
    for reader in readers:
        with store.read() as unit:
            shown = digest_of(unit, unit.person(reader), at=NOW)
        if not shown.numbers.pipeline or not shown.waiting:
            raise RuntimeError("a digest of nothing")
    return 1000 * (perf_counter() - before)


def _filled(url: str, many: int) -> tuple[SqlStore, PersonId, list[PersonId]]:
    engine = open_engine(url)
    migrate(engine)
    store = SqlStore(engine)
    boss, *people = _people(store, 1 + MANAGERS * (1 + TEAM))
    managers, reps = people[:MANAGERS], people[MANAGERS:]
    services.set_people(store, Origin("people"), {Role.MANAGER: [boss, *managers]}, {}, by=boss, now=NOW)
    reports = {who: reps[n * TEAM : (n + 1) * TEAM] for n, who in enumerate(managers)}
    services.set_reports(store, Origin("reports"), reports, by=boss, now=NOW)
    known = [_lead(n, reps, many) for n in range(1, many + 1)]
    with engine.begin() as connection:
        insert(connection, leads, map(asdict, known))
        insert(connection, entries, (row for lead in known for row in _history(lead)))
        connection.execute(text("ANALYZE"))
    return store, boss, managers


def _people(store: SqlStore, many: int) -> list[PersonId]:
    with store.write() as unit:
        return [
            unit.meet(Identity("slack", "T1", f"U{n}"), Profile(f"P{n}", THERE.zone, workspace_admin=True), NOW).id
            for n in range(many)
        ]


def _lead(n: int, reps: Sequence[PersonId], many: int) -> Lead:
    """Spread over a year; a fifth of them won, a fifth lost."""
    logged = NOW - YEAR + YEAR * n / (many + 1)
    lead = lead_of(n, reps[(n * 7) % len(reps)], logged + YEAR, logged)
    kind, news = list(Kind)[n % 10 == 0], logged + timedelta(days=2)
    return promised(
        replace(lead, owner=reps[n % len(reps)], status=STATUSES[n % 5], kind=kind, moved_at=news, news_at=news), THERE
    )


def _history(lead: Lead) -> Iterator[dict[str, Any]]:
    owner = lead.owner or lead.referrer
    ends = {Status.WON: "win", Status.LOST: "lose"}.get(lead.status, "spoke")
    for seq, (kind, who) in enumerate((("logged", lead.referrer), ("take", owner), (ends, owner)), start=1):
        at = lead.logged_at + timedelta(days=seq - 1)
        same = {"lead": lead.id, "seq": seq, "kind": kind, "actor": who, "at": at, "group": seq}
        yield same | {"before": {}, "facts": {"status": lead.status}, "texts": {}, "seals": {}}
