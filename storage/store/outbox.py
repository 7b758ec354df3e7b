"""The outbox: what should be said, when it may be, and what was told to whom."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, func, literal_column, or_, select, union_all
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ColumnElement

from bot.ids import NoticeId, PersonId
from bot.notices import Notice, State, Telling, person
from storage.store.prepared import Prepared
from storage.store.rows import Shelf, below, columns, row_of
from storage.store.settings import SettingsReading
from storage.tables import notices, tellings

NOTICE = select(*columns(notices, Notice))
_BY_ID = Prepared(NOTICE.where(notices.c.id == bindparam("id")))
_BY_KEY = Prepared(NOTICE.where(notices.c.key == bindparam("key")))
_BY_RECEIPT = Prepared(
    NOTICE.where(notices.c.receipt == bindparam("receipt"), notices.c.receipt != literal_column("''")).limit(1)
)
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


def begins(column: ColumnElement[Any], prefix: str) -> ColumnElement[bool]:
    return and_(column >= prefix, column < below(prefix))


class OutboxReading(SettingsReading):
    def notice(self, notice: NoticeId) -> Notice | None:
        return self._first(Notice, _BY_ID, id=notice)

    def notice_by_key(self, key: str) -> Notice | None:
        return self._first(Notice, _BY_KEY, key=key)

    def said_at(self, receipt: str) -> Notice | None:
        return self._first(Notice, _BY_RECEIPT, receipt=receipt)

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
            told = told.join(notices, notices.c.id == tellings.c.notice).where(begins(notices.c.key, key_prefix))
        return self._all(Telling, told)

    def dead(self) -> Sequence[Notice]:
        return self._all(Notice, NOTICE.where(is_in(State.DEAD)).order_by(notices.c.id))

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

    def _queue(self, ready: Sequence[int]) -> int:
        """Into the line, and to the carrier."""
        if not ready:
            return 0
        for number in sorted(ready):
            (said,) = self._rows(_INTO_LINE, {"its_id": number})
            self.queued.append(Queued(said["id"], said["wanted"], said["address"]))
        return len(ready)


def last_in_line() -> ColumnElement[int]:
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
_INTO_LINE = Prepared(
    notices.update()
    .where(notices.c.id == bindparam("its_id"))
    .values(state=State.QUEUED, line=last_in_line())
    .returning(notices.c.id, notices.c.wanted, notices.c.address)
)


@cache
def _putting(engine: str, *, afresh: bool) -> Prepared:
    new: dict[str, Any] = {name: bindparam(f"new_{name}", type_=notices.c[name].type) for name in _PUT}
    insert = (sqlite.insert if engine == "sqlite" else postgresql.insert)(notices).values(**new, line=last_in_line())
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
