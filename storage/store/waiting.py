"""What waits in the outbox: for its moment, for a place that is set, for the message that it belongs under."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import and_, bindparam, exists, func, or_, select, union_all
from sqlalchemy.sql import ColumnElement

from bot.ids import PersonId
from bot.notices import Notice, State, person
from bot.setup import Place
from storage.store.outbox import (
    NOTICE,
    PERSON,
    PLACE,
    THREAD,
    OutboxReading,
    OutboxWriting,
    begins,
    due_by,
    is_in,
    let_be,
)
from storage.store.prepared import Prepared
from storage.store.rows import count, due
from storage.tables import notices

_parents = notices.alias("parents")


def placed(unset: frozenset[Place]) -> ColumnElement[bool]:
    """It has somewhere to go: its place is set, the message that it belongs under was shown."""
    nowhere = [f"{PLACE}{place}" for place in sorted(unset)]
    parent = _parents.c.key == func.substr(notices.c.address, len(THREAD) + 1)
    shown = exists().where(parent, _parents.c.receipt != "").correlate(notices)
    return and_(*(notices.c.address != place for place in nowhere), or_(~begins(notices.c.address, THREAD), shown))


@cache
def _first_waiting(unset: frozenset[Place]) -> Prepared:
    return Prepared(select(func.min(notices.c.due).label("due")).where(is_in(State.WAITING), placed(unset)))


@cache
def _late(unset: frozenset[Place]) -> Prepared:
    """How many of each state are due: three looks, each by its index."""
    now: ColumnElement[Any] = bindparam("now")
    waiting = count(notices, is_in(State.WAITING), notices.c.due <= now, placed(unset))
    going = (count(notices, is_in(state), due_by(now)) for state in (State.QUEUED, State.SENDING))
    return Prepared(union_all(waiting, *going))


@cache
def _set_free(unset: frozenset[Place], *, locked: bool) -> Prepared:
    waiting = (is_in(State.WAITING), notices.c.due.is_(None), placed(unset))
    first = select(notices.c.id).where(*waiting).order_by(notices.c.due, notices.c.id).limit(bindparam("limit"))
    return Prepared(first.with_for_update(skip_locked=True) if locked else first)


@cache
def _ready(unset: frozenset[Place]) -> Prepared:
    return due(select(notices.c.id).where(is_in(State.WAITING), placed(unset)), notices.c.due, notices.c.id)


_AWAITING = Prepared(
    select(notices.c.address)
    .where(is_in(State.WAITING), notices.c.due <= bindparam("now"), begins(notices.c.address, PERSON))
    .order_by(notices.c.due, notices.c.id)
    .limit(bindparam("limit"))
)
_WAITING_FOR = Prepared(
    NOTICE.where(is_in(State.WAITING), notices.c.address == bindparam("address"))
    .order_by(notices.c.due)
    .with_for_update(skip_locked=True)
)
_STALE = Prepared(
    notices.update().where(is_in(State.WAITING), notices.c.until <= bindparam("now")).values(state=let_be())
)


class WaitingReading(OutboxReading):
    def overdue(self, now: datetime) -> int:
        return self._sum(_late(self._unset()), now=now)

    def next_release(self) -> datetime | None:
        """When the first of the waiting notices falls due; one whose place is not set is not counted."""
        moment: datetime | None = self._scalar(_first_waiting(self._unset()))
        return moment

    def set_free(self) -> bool:
        """Whether one that waits for its place alone has it now."""
        return bool(self._scalar(_set_free(self._unset(), locked=False), limit=1))

    def _unset(self) -> frozenset[Place]:
        places = self.setup().places
        return frozenset(place for place in Place if place not in places)


class WaitingWriting(WaitingReading, OutboxWriting):
    def awaiting(self, now: datetime, *, limit: int) -> Sequence[PersonId]:
        addresses = dict.fromkeys(row["address"] for row in self._rows(_AWAITING, {"now": now, "limit": limit}))
        return [PersonId(int(address.removeprefix(PERSON))) for address in addresses]

    def waiting_for(self, reader: PersonId) -> Sequence[Notice]:
        return self._all(Notice, _WAITING_FOR, address=person(reader))

    def release(self, now: datetime, *, limit: int) -> int:
        self._change(_STALE, now=now)
        return self._queue(self._ready(now, limit=limit))

    def _ready(self, now: datetime, *, limit: int) -> Sequence[int]:
        """Two looks, since SQLite finds neither by its index when they are one."""
        free = self._rows(_set_free(self._unset(), locked=True), {"limit": limit})
        by_now = self._rows(_ready(self._unset()), {"now": now, "limit": limit - len(free)})
        return [row["id"] for row in (*free, *by_now)]
