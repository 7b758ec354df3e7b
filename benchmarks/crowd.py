"""Open leads in any number, each with its history and the messages that were sent about it."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from itertools import chain, repeat
from typing import Any

from sqlalchemy import Connection, Table

from bot import notices as addresses
from bot.ids import LeadId, PersonId
from bot.leads import Kind, Lead, Status
from bot.notices import Notice, State
from bot.setup import Place
from storage.tables import entries, leads, notices

BATCH = 5000
FAR = timedelta(days=30)


def crowd(
    connection: Connection, people: Sequence[PersonId], size: int, due: Sequence[tuple[datetime, int]], now: datetime
) -> None:
    """`due` says how many fall due at which moment; the rest do in a month."""
    moments = chain(*(repeat(moment, many) for moment, many in due), repeat(now + FAR))
    known = [lead_of(n, people[n % len(people)], next(moments), now) for n in range(1, size + 1)]
    insert(connection, leads, map(asdict, known))
    insert(connection, entries, (_entry(lead) for lead in known))
    insert(connection, notices, (row for lead in known for row in _said(lead)))


def insert(connection: Connection, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    without = [{name: value for name, value in row.items() if name != "id"} for row in rows]
    for start in range(0, len(without), BATCH):
        connection.execute(table.insert(), without[start : start + BATCH])


def lead_of(n: int, referrer: PersonId, promise_due: datetime, now: datetime) -> Lead:
    return Lead(
        id=LeadId(n),
        kind=Kind.SALES,
        name=f"Acme {n} Ltd",
        email=f"jane{n}@acme.example",
        about="needs payroll in Spain",
        referrer=referrer,
        owner=referrer,
        status=Status.CONTACTED,
        logged_at=now,
        moved_at=now,
        promise_due=promise_due,
        seq=1,
    )


def _entry(lead: Lead) -> dict[str, Any]:
    same = {"lead": lead.id, "seq": 1, "kind": "logged", "actor": lead.referrer, "at": lead.logged_at, "group": 1}
    return same | {"before": {}, "facts": {"status": lead.status}, "texts": {}, "seals": {}}


def _said(lead: Lead) -> Iterator[dict[str, Any]]:
    card = addresses.card_key(lead.id, addresses.place(Place.LEADS))
    keys = {
        card: addresses.place(Place.LEADS),
        f"detail:{card}": addresses.thread_of(card),
        f"receipt:{lead.id}:{lead.referrer}": addresses.person(lead.referrer),
    }
    for key, where in keys.items():
        notice = Notice(key, where, "card", {"lead": lead.id}, due=lead.logged_at, answers_a_click=True)
        told = {"state": State.SENT, "wanted": 1, "shown": 1, "hash": "h", "receipt": f"C1:{lead.id}", "line": 0}
        yield asdict(notice) | {"args": {"lead": lead.id}} | told
