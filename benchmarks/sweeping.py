"""One round of sweeps over many open leads, against one over few, with as many due: found by index, or not."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, Engine, event, text

from benchmarks.company import company
from benchmarks.crowd import crowd
from benchmarks.digesting import digesting
from benchmarks.postgres import postgres
from benchmarks.table import Row
from bot import sweeps
from bot.patience import Patience
from storage.engine import OBSERVED
from storage.opening import open_store
from storage.store import SqlStore

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""A Monday morning: what is due is also said."""
FEW, DUE = 1000, 100
NAMES = ("few", "many", "digest")
EVERY = timedelta(days=1)
"""Between two sweeps; as many leads fall due in each such time. The first words of a day come together."""
LARGE = ("leads", "notices", "entries")
SCANS = re.compile(rf"SCAN (?:{'|'.join(LARGE)})$|Seq Scan on (?:{'|'.join(LARGE)})\b", re.MULTILINE)


def sweeping(folder: Path, rounds: int, *, many: int) -> list[Row]:
    rows = _compared("SQLite", [f"sqlite:///{folder / f'sweep{n}.db'}" for n in (FEW, many)], rounds, many)
    rows += digesting("SQLite", f"sqlite:///{folder / 'digest.db'}", rounds, many=many)
    with postgres(*NAMES) as (few, large, digest):
        return [
            *rows,
            *_compared("PostgreSQL", [few, large], rounds, many),
            *digesting("PostgreSQL", digest, rounds, many=many),
        ]


def _compared(engine: str, urls: list[str], rounds: int, many: int) -> list[Row]:
    """The two databases take turns."""
    stores = [_filled(url, size, rounds) for url, size in zip(urls, (FEW, many), strict=True)]
    busy: tuple[list[float], list[float]] = ([], [])
    idle: tuple[list[float], list[float]] = ([], [])
    for n in range(rounds + 1):
        for which, store in enumerate(stores):
            busy[which].append(_timed(store, NOW + n * EVERY, DUE))
            idle[which].append(_timed(store, NOW + n * EVERY, 0))
    scans = _scans(stores[1].engine, NOW + (rounds + 1) * EVERY)
    if scans:
        raise RuntimeError(f"{engine} reads whole tables:\n" + "\n".join(scans))
    for store in stores:
        store.close()
    return [
        Row(f"{engine}: sweep of {many:,} leads, {due} due; of {FEW:,}", median(of[1][1:]), median(of[0][1:]), "ms", 2)
        for due, of in ((DUE, busy), (0, idle))
    ]


def _filled(url: str, size: int, rounds: int) -> SqlStore:
    people = company(url, NOW)
    store, _ = open_store(url, patience=Patience())
    with store.engine.begin() as connection:
        crowd(connection, people, size, [(NOW + n * EVERY, DUE) for n in range(rounds + 2)], NOW)
        connection.execute(text("ANALYZE"))
    return store


def _timed(store: SqlStore, now: datetime, due: int) -> float:
    """Milliseconds. What is due is told, and released, in the same round."""
    before = perf_counter()
    done = sweeps.sweep(store, now=now)
    took = 1000 * (perf_counter() - before)
    if not due <= done <= 2 * due:
        raise RuntimeError(f"{done} things were due, and not {due} leads and at most as many messages")
    return took


def _scans(engine: Engine, now: datetime) -> list[str]:
    """The statements of one round that read a large table from end to end, with the plan."""
    asked: list[tuple[str, Any]] = []

    def note(_c: Connection, _cursor: object, statement: str, given: Any, _context: object, many: bool) -> None:  # noqa: ANN401, FBT001 - SQLAlchemy's own signature
        if not many and statement.startswith(("SELECT", "UPDATE")):
            asked.append((statement, given))

    event.listen(engine, "before_cursor_execute", note)
    sweeps.sweep(SqlStore(engine.execution_options(**{OBSERVED: True})), now=now)
    event.remove(engine, "before_cursor_execute", note)
    explain = "EXPLAIN QUERY PLAN " if engine.dialect.name == "sqlite" else "EXPLAIN "
    with engine.connect() as connection:
        plans = {
            one: "\n".join(str(row[-1]) for row in connection.exec_driver_sql(explain + one, p)) for one, p in asked
        }
    return [f"{statement}\n{plan}" for statement, plan in plans.items() if SCANS.search(plan)]
