"""Leads that are about the same: found by the keys that they share, and how they are linked."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, or_, select, text, union
from sqlalchemy.dialects import postgresql, sqlite

from bot import privacy
from bot.accounts import account
from bot.ids import LeadId, PersonId
from bot.leads import Given, Lead
from bot.ledger import IMPORTED
from bot.matching import Known, Link, keys
from storage.store.prepared import Prepared
from storage.store.rows import columns
from storage.store.traces import TracesReading, TracesWriting
from storage.tables import entries, leads, links, match_keys, traces

EACH = 200
"""So many leads of a key are compared: of a company with more, the newest."""
_KEYS, _OWN = 13, 4
"""So many keys a lead has at most, and so many of its traces are looked for."""
_WAY = traces.c.way.type


def _newest(found: Select[Any], number: ColumnElement[int]) -> Select[Any]:
    some = found.order_by(number.desc()).limit(literal_column(str(EACH))).subquery()
    return select(some.c.lead)


def _shares() -> Iterator[Select[Any]]:
    for n in range(_KEYS):
        its = select(match_keys.c.lead).where(match_keys.c.key == bindparam(f"key{n}"))
        yield _newest(its, match_keys.c.lead)
    for n in range(_OWN):
        same = (traces.c.trace == bindparam(f"trace{n}"), traces.c.way == bindparam(f"way{n}", type_=_WAY))
        yield _newest(select(traces.c.lead).where(*same), traces.c.lead)
    named = (leads.c.account == bindparam("account"), leads.c.kind == bindparam("kind"))
    yield _newest(select(leads.c.id.label("lead")).where(*named), leads.c.id)


_COMPARABLE = Prepared(
    select(*columns(leads, Known))
    .where(leads.c.id.in_(union(*_shares())), ~leads.c.restricted, leads.c.erased_at.is_(None))
    .order_by(leads.c.id)
)
_SHARING = Prepared(union(*_shares()))
_NEWEST = Prepared(select(func.max(entries.c.id)))
_CHANGED = Prepared(
    select(entries.c.lead)
    .distinct()
    .where(entries.c.id > bindparam("after"), entries.c.kind != literal_column(f"'{IMPORTED}'"))
)
_MARGIN = 1000
"""Entries: on PostgreSQL a number may be given before another one is committed."""
_PARTS = Prepared(
    select(*columns(leads, Lead))
    .where(leads.c.part_of == bindparam("whole"), text("part_of IS NOT NULL"))
    .order_by("id")
)
_LINKS = Prepared(
    select(links.c.lead, links.c.other, links.c.how).where(
        or_(links.c.lead == bindparam("its_id"), links.c.other == bindparam("its_id"))
    )
)
_FORGET = Prepared(match_keys.delete().where(match_keys.c.lead == bindparam("its_id")))
_WAIT = text(
    "SELECT pg_advisory_xact_lock(lock) FROM (SELECT unnest(CAST(:locks AS bigint[])) AS lock ORDER BY lock) AS locks"
)
"""In one order for all, so that no two wait for each other."""


@cache
def _linking(engine: str, *, said: bool) -> Prepared:
    """`said`: somebody says so, and that replaces what is there."""
    insert = (sqlite.insert if engine == "sqlite" else postgresql.insert)(links)
    if not said:
        return Prepared(insert.on_conflict_do_nothing())
    values = {name: insert.excluded[name] for name in ("how", "by", "at")}
    return Prepared(insert.on_conflict_do_update(index_elements=["lead", "other"], set_=values))


@lru_cache(maxsize=8)
def _entering(many: int) -> Prepared:
    """So many of one lead."""
    rows: list[dict[str, Any]] = [{"key": bindparam(f"key{n}"), "lead": bindparam("its_id")} for n in range(many)]
    return Prepared(match_keys.insert().values(rows))


class MatchingReading(TracesReading):
    def comparable(self, given: Given) -> Sequence[Known]:
        return self._all(Known, _COMPARABLE, **_asked(given))

    def comparable_often(self, given: Given) -> Sequence[Known]:
        read = self.shelf.read
        numbers = sorted(self._one_each(_SHARING, _asked(given)))
        if new := [number for number in numbers if number not in read.known]:
            its = select(*columns(leads, Known)).where(leads.c.id.in_(new), ~leads.c.restricted)
            read.known |= dict.fromkeys(new)
            read.known |= {known.id: known for known in self._all(Known, its.where(leads.c.erased_at.is_(None)))}
        return [known for number in numbers if (known := read.known[number])]

    def compare_anew(self) -> None:
        """Whatever happens to a lead that was here, its history says so."""
        read, newest = self.shelf.read, self._scalar(_NEWEST) or 0
        after = read.entry if self.is_sqlite else read.entry - _MARGIN
        for row in self._rows(_CHANGED, {"after": after}) if read.known else ():
            read.known.pop(row["lead"], None)
        read.entry = newest

    def links(self, lead: LeadId) -> Mapping[LeadId, Link]:
        rows = self._rows(_LINKS, {"its_id": lead})
        return {LeadId(row["other"] if row["lead"] == lead else row["lead"]): row["how"] for row in rows}

    def parts(self, lead: LeadId) -> Sequence[Lead]:
        return self._all(Lead, _PARTS, whole=lead)


class MatchingWriting(TracesWriting, MatchingReading):
    def comparable(self, given: Given) -> Sequence[Known]:
        self._wait_for(given)
        return super().comparable(given)

    def comparable_often(self, given: Given) -> Sequence[Known]:
        self._wait_for(given)
        return super().comparable_often(given)

    def _wait_for(self, given: Given) -> None:
        """SQLite has one writer; on PostgreSQL two who log such leads in the same moment see each other so."""
        if not self.is_sqlite:
            shared = {*keys(given), *(f"{way}:{trace}" for way, trace in privacy.own(given))}
            locks = [int.from_bytes(sha256(key.encode()).digest()[:8], signed=True) for key in shared]
            self.connection.execute(_WAIT, {"locks": locks}).all()

    def link(self, lead: LeadId, other: LeadId, how: Link, *, now: datetime, by: PersonId | None = None) -> None:
        older, newer = sorted((lead, other))
        linking = _linking(self.connection.dialect.name, said=by is not None)
        self._change(linking, lead=newer, other=older, how=how, by=by, at=now)

    def _key(self, lead: Lead) -> None:
        its = {f"key{n}": key for n, key in enumerate(sorted(keys(lead)))}
        if its:
            self._change(_entering(len(its)), its_id=lead.id, **its)

    def _key_anew(self, lead: Lead) -> None:
        self._change(_FORGET, its_id=lead.id)
        self._key(lead)


def _asked(given: Given) -> dict[str, Any]:
    its: dict[str, Any] = {f"key{n}": key for n, key in enumerate(_padded(sorted(keys(given)), _KEYS))}
    for n, (way, trace) in enumerate(_padded(sorted(privacy.own(given)), _OWN, (privacy.Way.NAME, ""))):
        its |= {f"trace{n}": privacy.digest(trace) if trace else "", f"way{n}": way}
    return its | {"account": account(given.name), "kind": given.kind}


def _padded(found: Sequence[Any], most: int, nothing: Any = "") -> list[Any]:  # noqa: ANN401 - keys, or traces
    return [*found[:most], *[nothing] * (most - len(found))]
