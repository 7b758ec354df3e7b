"""App Home of somebody with very many leads: read, rendered and written as JSON, as it is for each publishing."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from statistics import median
from time import perf_counter

from sqlalchemy import text

from benchmarks.crowd import FAR, insert, lead_of
from benchmarks.table import Row
from bot import services
from bot.ids import Origin, PersonId
from bot.leads import Lead, Status
from bot.people import Identity, Profile, Role
from bot.show.homes import home_of
from handlers.slack import messages
from storage.engine import open_engine
from storage.migrations import migrate
from storage.store import SqlStore
from storage.tables import leads

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
THEIRS, LIMIT, LOOKS = 2000, 50.0, 40
"""Leads that somebody gave, works, and might take, so many each; milliseconds; and how often it is looked at."""
STATUSES = (Status.ACCEPTED, Status.CONTACTED, Status.MEETING, Status.PROPOSAL, Status.NURTURING)


def homes(engine: str, url: str, *, many: int) -> list[Row]:
    """Among `many` leads of others. The reader works and manages, so that there is a board as well."""
    store, reader = _filled(url, many)
    looked = median(_timed(store, reader) for _ in range(LOOKS))
    store.close()
    return [Row(f"{engine}: App Home of {THEIRS:,} leads, of {many:,}, p50; limit", looked, LIMIT, "ms", 1)]


def _timed(store: SqlStore, reader: PersonId) -> float:
    before = perf_counter()
    with store.read() as unit:
        person = unit.person(reader)
        shown = home_of(unit, person)
    json.dumps(messages.render(shown, person))
    took = 1000 * (perf_counter() - before)
    if (shown.gave.total, shown.works.total) != (THEIRS, THEIRS) or not (shown.board and shown.waiting.total):
        raise RuntimeError("an App Home of nothing")
    return took


def _filled(url: str, many: int) -> tuple[SqlStore, PersonId]:
    engine = open_engine(url)
    migrate(engine)
    store = SqlStore(engine)
    people = _people(store)
    roles = {Role.REP: people, Role.MANAGER: people[:1]}
    services.set_people(store, Origin("people"), roles, {}, by=people[0], now=NOW)
    known = [_lead(n, people) for n in range(1, many + 1)]
    with engine.begin() as connection:
        insert(connection, leads, map(asdict, known))
    tidy = "ANALYZE" if engine.dialect.name == "sqlite" else "VACUUM ANALYZE"  # as autovacuum does in time
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(tidy))
    return store, people[0]


def _people(store: SqlStore) -> list[PersonId]:
    with store.write() as unit:
        return [
            unit.meet(Identity("slack", "T1", f"U{n}"), Profile(f"P{n}", "Europe/Madrid", workspace_admin=True), NOW).id
            for n in range(60)
        ]


def _lead(n: int, people: Sequence[PersonId]) -> Lead:
    """The first ones are the reader's: given, worked, or free to be taken."""
    reader, *others = people
    lead = replace(lead_of(n, others[n % len(others)], NOW + FAR, NOW), status=STATUSES[n % len(STATUSES)])
    if n <= THEIRS:
        return replace(lead, referrer=reader, owner=others[n % 7])
    if n <= 2 * THEIRS:
        return replace(lead, owner=reader)
    return replace(lead, owner=None, status=Status.NEW) if n <= 3 * THEIRS else lead
