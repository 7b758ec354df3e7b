"""Proves that nothing in the ledger was changed or removed, by the chains of its entries and the anchors outside."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import func, make_url, select

from bot import ledger
from bot.findings import Finding
from bot.ids import EntryId
from bot.ledger import Anchor, chained, credited
from bot.splits import SETTLED
from storage.beside import NotReadyError, beside
from storage.erasures import anchors_of, file_of
from storage.erasures import read as read_lines
from storage.store import SqlReading
from storage.tables import anchors, entries, leads, restores

CHUNK = 10_000
SHOWN = 20
"""So many faults are named, and how many there are besides."""
ASK = "Compare with a backup: somebody wrote to the database by other means than the bot."


def prove(url: str, erasures: Path | None = None) -> list[Finding]:
    """What was found. Changes nothing; `erasures`: where ERASURE_LIST says that the list of what was erased is."""
    file = anchors_of(file_of(make_url(url), erasures))
    try:
        with beside(url) as store, store.read() as reading:
            faults = [*_chains(reading), *_anchors(reading, read_lines(file))]
            return _said(faults) or list(_whole(reading, file))
    except NotReadyError as error:
        return [Finding(str(error), "Then there is no ledger yet.")]


def _said(faults: Sequence[str]) -> list[Finding]:
    more = [Finding(f"{len(faults) - SHOWN} more faults like these.", ASK)] if len(faults) > SHOWN else []
    return [*(Finding(fault, ASK) for fault in faults[:SHOWN]), *more]


def _chains(reading: SqlReading) -> Iterator[str]:
    """Each entry follows the one before it, none is missing, and who has the credit is whom the history says."""
    known = {
        row.id: row
        for row in reading.connection.execute(select(leads.c.id, leads.c.seq, leads.c.referrer, leads.c.share))
    }
    its = select(entries).order_by(entries.c.lead, entries.c.seq)
    rows: Iterator[Mapping[str, Any]] = iter(reading.connection.execute(its).yield_per(CHUNK).mappings())  # type: ignore[arg-type]  # a RowMapping is one
    for number, of_lead in groupby(rows, key=lambda row: row["lead"]):
        yield from _chain(known.pop(number, None), list(of_lead))
    yield from (f"The history of lead {number} is gone." for number, lead in sorted(known.items()) if lead.seq)


def _chain(lead: Any, history: Sequence[Mapping[str, Any]]) -> Iterator[str]:  # noqa: ANN401 - a row, or none
    number, before, giver, share = history[0]["lead"], "", None, 0
    for place, entry in enumerate(history, 1):
        hashed = chained(before, entry)
        if entry["seq"] != place or entry["hash"] != hashed:
            yield f"Entry {entry['seq']} of lead {number} was changed, or one before it was removed."
            return
        before, giver = hashed, credited(entry["kind"], entry["actor"], entry["other"]) or giver
        share = entry["facts"].get("share", share) if entry["kind"] == SETTLED else share
    if lead is None or lead.seq != len(history):
        yield f"The last entries of lead {number} were removed."
    elif giver is not None and giver != lead.referrer:
        yield f"Lead {number} has another referrer than its history says."
    elif lead.share not in {0, share}:  # none is left of it once it is no part of that lead any more
        yield f"Lead {number} has another share of the credit than its history says."


def _anchors(reading: SqlReading, lines: Sequence[str]) -> Iterator[str]:
    """What stands outside is what is here: but for what was lost when an older database was brought back."""
    here = {one.day: one for one in reading._all(Anchor, select(*_columns()))}  # noqa: SLF001 - a query of this room
    outside = [anchor for anchor in map(ledger.read, lines) if anchor is not None]
    for anchor in outside:
        if here.get(anchor.day) != anchor:
            if not _was_lost(reading, anchor):
                yield f"The anchor of {anchor.day} in the database is not the one outside."
        elif reading.anchored(anchor.last, anchor.at) != anchor:
            yield f"What was recorded until {anchor.at:%Y-%m-%d %H:%M} UTC is not what the anchor of that day says."


def _columns() -> list[Any]:
    return [anchors.c[name] for name in ("at", "last", "entries", "leads", "digest")]


def _was_lost(reading: SqlReading, anchor: Anchor) -> bool:
    lost = select(restores.c.id).where(restores.c.since < anchor.at, restores.c.until > anchor.at)
    return reading.connection.execute(lost).first() is not None


def _whole(reading: SqlReading, file: Path) -> Iterator[Finding]:
    newest = reading.connection.execute(select(func.max(entries.c.id))).scalar()
    last = reading.anchored(EntryId(newest or 0), datetime.now(UTC))
    many = len([line for line in read_lines(file) if ledger.read(line)])
    yield Finding(f"The ledger is whole: {last.entries} entries of {last.leads} leads.")
    if many:
        yield Finding(f"All {many} anchors in {file} fit it.")
    else:
        yield Finding(f"There are no anchors in {file} yet: the first comes within a day of the first lead.")
    for since in reading.connection.execute(select(restores.c.since).order_by(restores.c.id)).scalars():
        yield Finding(f"A backup was brought back: what was recorded after {since:%Y-%m-%d %H:%M} UTC is lost.")
