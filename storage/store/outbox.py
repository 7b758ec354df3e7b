"""The outbox: what should be said, when it may be, and what was told to whom."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, exists, func, literal_column, or_, select, union_all
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ColumnElement

from bot.ids import NoticeId, PersonId
from bot.notices import Notice, State, Telling, person
from bot.setup import Place
from storage.store.prepared import Prepared
from storage.store.rows import Shelf, below, columns, count, due, row_of
from storage.store.settings import SettingsReading
from storage.tables import notices, tellings

NOTICE = select(*columns(notices, Notice))
_BY_ID = Prepared(NOTICE.where(notices.c.id == bindparam("id")))
_BY_KEY = Prepared(NOTICE.where(notices.c.key == bindparam("key")))
_RECEIPT = Prepared(select(notices.c.receipt).where(notices.c.key == bindparam("key")))
PLACE, THREAD, PERSON = "place:", "thread-of:", "person:"
_parents = notices.alias("parents")


@dataclass(frozen=True)
class Queued:
    """What a carrier is given: "have this notice say what is wanted, at least for the nth time"."""

    notice: NoticeId
    n: int
    lane: str


@cache
def _keys(prefixes: int, *, going: bool) -> Prepared:
    """One statement for several: an answer to a click asks for many. In OR, SQLite would read all keys."""
    looks = []
    for n in range(prefixes):
        look = select(notices.c.key).where(
            notices.c.key >= bindparam(f"from{n}"), notices.c.key < bindparam(f"below{n}")
        )
        looks.append(look.where(notices.c.state != State.WAITING) if going else look)
    return Prepared(union_all(*looks))


def is_in(state: State) -> ColumnElement[bool]:
    """In the words of the partial index: SQLite does not look behind a parameter."""
    return notices.c.state == literal_column(f"'{state}'")


def due_by(now: datetime | ColumnElement[Any]) -> ColumnElement[bool]:
    return or_(notices.c.due.is_(None), notices.c.due <= now)


def _begins(column: ColumnElement[Any], prefix: str) -> ColumnElement[bool]:
    return and_(column >= prefix, column < below(prefix))


def placed(unset: frozenset[Place]) -> ColumnElement[bool]:
    """It has somewhere to go: its place is set, the message that it belongs under was shown."""
    nowhere = [f"{PLACE}{place}" for place in sorted(unset)]
    parent = _parents.c.key == func.substr(notices.c.address, len(THREAD) + 1)
    shown = exists().where(parent, _parents.c.receipt != "").correlate(notices)
    return and_(*(notices.c.address != place for place in nowhere), or_(~_begins(notices.c.address, THREAD), shown))


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


class OutboxReading(SettingsReading):
    def notice(self, notice: NoticeId) -> Notice | None:
        return self._first(Notice, _BY_ID, id=notice)

    def notice_by_key(self, key: str) -> Notice | None:
        return self._first(Notice, _BY_KEY, key=key)

    def last_said(self, reader: PersonId, *, since: datetime | None = None, receipt: str = "") -> Notice | None:
        first = (
            select(tellings.c.notice, func.min(tellings.c.at).label("at"))
            .where(tellings.c.address == person(reader))
            .group_by(tellings.c.notice)
            .subquery()
        )
        asked = NOTICE.join(first, first.c.notice == notices.c.id).order_by(first.c.at.desc(), notices.c.id.desc())
        asked = asked.where(first.c.at >= since) if since else asked
        asked = asked.where(notices.c.receipt == receipt) if receipt else asked
        return self._first(Notice, asked.limit(1))

    def keys(self, *prefixes: str, going: bool = False) -> Sequence[str]:
        bounds = {f"from{n}": prefix for n, prefix in enumerate(prefixes)}
        bounds |= {f"below{n}": below(prefix) for n, prefix in enumerate(prefixes)}
        return sorted(row["key"] for row in self._rows(_keys(len(prefixes), going=going), bounds))

    def tellings(self, address: str, *, key_prefix: str = "") -> Sequence[Telling]:
        told = select(*columns(tellings, Telling)).where(tellings.c.address == address).order_by(tellings.c.id)
        if key_prefix:
            told = told.join(notices, notices.c.id == tellings.c.notice).where(_begins(notices.c.key, key_prefix))
        return self._all(Telling, told)

    def dead(self) -> Sequence[Notice]:
        return self._all(Notice, NOTICE.where(is_in(State.DEAD)).order_by(notices.c.id))

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
        return frozenset(place for place in Place if place not in self.setup().places)

    def has_place(self, address: str) -> bool:
        if address.startswith(PLACE):
            return address.removeprefix(PLACE) in self.setup().places
        if address.startswith(THREAD):
            return bool(self._scalar(_RECEIPT, key=address.removeprefix(THREAD)))
        return True


class OutboxWriting(OutboxReading):
    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        super().__init__(connection, shelf)
        self.queued: list[Queued] = []

    def put(self, notice: Notice, *, afresh: bool = False) -> None:
        at_once = notice.answers_a_click or notice.due is None
        state = State.QUEUED if at_once and self.has_place(notice.address) else State.WAITING
        row = row_of(notice) | {"args": dict(notice.args), "state": state}
        putting = _putting(self.connection.dialect.name, afresh=afresh)
        (said,) = self._rows(putting, {f"new_{name}": row[name] for name in _PUT})
        if state is State.QUEUED:
            self.queued.append(Queued(said["id"], said["wanted"], notice.address))

    def drop(self, key: str) -> None:
        pending = notices.c.state.in_([State.WAITING, State.QUEUED, State.DEAD])
        surely = notices.update().where(notices.c.key == key, pending, ~_IN_DOUBT)
        self.connection.execute(surely.values(state=let_be()))

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

    def _queue(self, ready: Sequence[int]) -> int:
        """Into the line, and to the carrier."""
        if not ready:
            return 0
        for number in sorted(ready):
            (said,) = self._rows(_INTO_LINE, {"its_id": number})
            self.queued.append(Queued(said["id"], said["wanted"], said["address"]))
        return len(ready)


def _last_in_line() -> ColumnElement[int]:
    """Also behind what is being sent: that comes back if it fails."""
    line = notices.alias("line")
    last = select(func.coalesce(func.max(line.c.line), 0) + 1)
    going: list[ColumnElement[str]] = [literal_column(f"'{state}'") for state in (State.QUEUED, State.SENDING)]
    return last.where(line.c.state.in_(going)).scalar_subquery()


_IN_DOUBT = or_(is_in(State.SENDING), and_(is_in(State.QUEUED), notices.c.unsure))
"""It may stand there by now. Its lane stays at it until it says what is true; else what was told later came first."""
_SAID = ("address", "intent", "args", "due", "until", "answers_a_click")
"""What saying it again replaces."""
_PUT = tuple(its.name for its in fields(Notice) if its.name != "id")


_AWAITING = Prepared(
    select(notices.c.address)
    .where(is_in(State.WAITING), notices.c.due <= bindparam("now"), _begins(notices.c.address, PERSON))
    .order_by(notices.c.due, notices.c.id)
    .limit(bindparam("limit"))
)
_WAITING_FOR = Prepared(
    NOTICE.where(is_in(State.WAITING), notices.c.address == bindparam("address"))
    .order_by(notices.c.due)
    .with_for_update(skip_locked=True)
)
_INTO_LINE = Prepared(
    notices.update()
    .where(notices.c.id == bindparam("its_id"))
    .values(state=State.QUEUED, line=_last_in_line())
    .returning(notices.c.id, notices.c.wanted, notices.c.address)
)


@cache
def _putting(engine: str, *, afresh: bool) -> Prepared:
    new: dict[str, Any] = {name: bindparam(f"new_{name}", type_=notices.c[name].type) for name in _PUT}
    insert = (sqlite.insert if engine == "sqlite" else postgresql.insert)(notices).values(**new, line=_last_in_line())
    given, its_turn = insert.excluded, or_(is_in(State.QUEUED), is_in(State.SENDING))
    again = {name: given[name] for name in _SAID} | {
        "wanted": notices.c.wanted + 1,
        "state": case((_IN_DOUBT, notices.c.state), else_=given.state),
        "line": case((its_turn, notices.c.line), else_=given.line),
        "hash": literal_column("''") if afresh else notices.c.hash,
    }
    upsert = insert.on_conflict_do_update(index_elements=["key"], set_=again)
    return Prepared(upsert.returning(notices.c.id, notices.c.wanted))


def let_be() -> ColumnElement[Any]:
    """The state of what is not to be said: it stays as it is if it was shown before."""
    return case((notices.c.shown > 0, State.SENT), else_=State.DROPPED)


_STALE = Prepared(
    notices.update().where(is_in(State.WAITING), notices.c.until <= bindparam("now")).values(state=let_be())
)
