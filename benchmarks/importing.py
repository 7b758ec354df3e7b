"""How long a list of 50,000 rows takes to come in, by the command itself, and the same list once more."""

import csv
import io
from argparse import Namespace
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter

from anyascii import anyascii
from sqlalchemy import func, select

from benchmarks.company import company as known_company
from benchmarks.names import company, domain, person
from benchmarks.payloads import REFERRERS, REPS
from benchmarks.postgres import postgres
from benchmarks.table import Row
from bot import bringing
from bot.sheets import COLUMNS
from bot.store import Store
from storage.beside import at_work
from storage.tables import leads

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
ROWS = 50_000
SECONDS = 120.0
"""For all of them."""
AGAIN = 20
"""Of so many rows one is about somebody who stood there before."""
STATUSES = ("", "new", "contacted", "meeting", "keeping warm", "won", "lost", "not for us")
OWNED = frozenset({"contacted", "meeting", "won"})


def importing(folder: Path, *, many: int) -> list[Row]:
    """`many` stands for a hundred thousand elsewhere: half as many rows."""
    rows = many // 2
    file = folder / "list.csv"
    file.write_text(_listed(rows))
    found = _timed("SQLite", f"sqlite:///{folder / 'import.db'}", file, rows)
    with postgres("importing") as (url,):
        return found + _timed("PostgreSQL", url, file, rows)


def _timed(engine: str, url: str, file: Path, many: int) -> list[Row]:
    known_company(url, NOW)
    limit = SECONDS * many / ROWS
    tried, first, again = (_import(url, file, dry=dry) for dry in (True, False, False))
    with at_work(url, secret_key="s", erasures=None) as store, store.read() as unit:
        brought = unit.connection.execute(select(func.count()).select_from(leads)).scalar_one()
    print(f"{engine}: {brought:,} leads of {many:,} rows")
    return [
        Row(f"{engine}: a list of {many:,} rows, tried; limit", tried, limit, "s", 1),
        Row(f"{engine}: a list of {many:,} rows, imported; limit", first, limit, "s", 1),
        Row(f"{engine}: the same list again, nothing new; limit", again, limit, "s", 1),
    ]


def _import(url: str, file: Path, *, dry: bool) -> float:
    def store() -> AbstractContextManager[Store]:
        return at_work(url, secret_key="s", erasures=None)

    house = bringing.House(store, lambda refused: refused.code, "slack", lambda: NOW)
    before = perf_counter()
    code, said = bringing.run(house, Namespace(template=False, file=file, report=None, dry_run=dry, duplicates="join"))
    took = perf_counter() - before
    if code:
        raise RuntimeError(said)
    print(*said, sep="\n")
    return took


def _listed(many: int) -> str:
    """Some companies have many leads, most one or two."""
    file, random = io.StringIO(), Random(3)
    writer = csv.DictWriter(file, COLUMNS, restval="")
    writer.writeheader()
    for n in range(many):
        which = n if n % AGAIN else random.randrange(n + 1)
        writer.writerow(_line(which, many, random) | {"reference": f"CRM-{n}"})
    return file.getvalue()


def _line(n: int, many: int, random: Random) -> dict[str, str]:
    firm = int((many * 0.6) * Random(n).random() ** 2)
    status = random.choice(STATUSES)
    return {
        "name": company(firm),
        "person": person(n),
        "email": f"{anyascii(person(n).split()[-1].casefold())}@{domain(firm)}",
        "phone": f"+346{n:08}",
        "about": "Met at the fair; opens two offices in spring, and asks who else we work with",
        "need": "Payroll in Spain",
        "given_by": random.choice(REFERRERS),
        "logged_on": f"20{random.randrange(19, 26)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}",
        "status": status,
        "owner": random.choice(REPS) if status in OWNED else "",
    }
