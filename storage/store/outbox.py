"""The outbox: what should be said, when it may be, and what was told to whom."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, case, exists, func, literal_column, or_, select
from sqlalchemy.sql import ColumnElement

from bot.ids import NoticeId
from bot.notices import Notice, State, Telling
from bot.setup import Place
from storage.store.rows import Shelf, below, columns, count
from storage.store.settings import SettingsReading
from storage.tables import notices, tellings

NOTICE = select(*columns(notices, Notice))
PLACE, THREAD = "place:", "thread-of:"
_parents = notices.alias("parents")


@dataclass(frozen=True)
class Queued:
    """What a carrier is given: "have this notice say what is wanted, at least for the nth time"."""

    notice: NoticeId
    n: int
    lane: str


def is_in(state: State) -> ColumnElement[bool]:
    """In the words of the partial index: SQLite does not look behind a parameter."""
    return notices.c.state == literal_column(f"'{state}'")


def _due(now: datetime) -> ColumnElement[bool]:
    return or_(notices.c.due.is_(None), notices.c.due <= now)


def _begins(column: ColumnElement[Any], prefix: str) -> ColumnElement[bool]:
    return and_(column >= prefix, column < below(prefix))


class OutboxReading(SettingsReading):
    def notice(self, notice: NoticeId) -> Notice | None:
        return self._first(Notice, NOTICE.where(notices.c.id == notice))

    def notice_by_key(self, key: str) -> Notice | None:
        return self._first(Notice, NOTICE.where(notices.c.key == key))

    def keys(self, prefix: str) -> Sequence[str]:
        found = select(notices.c.key).where(_begins(notices.c.key, prefix)).order_by(notices.c.key)
        return self.connection.execute(found).scalars().all()

    def tellings(self, address: str, *, key_prefix: str = "") -> Sequence[Telling]:
        told = select(*columns(tellings, Telling)).where(tellings.c.address == address).order_by(tellings.c.id)
        if key_prefix:
            told = told.join(notices, notices.c.id == tellings.c.notice).where(_begins(notices.c.key, key_prefix))
        return self._all(Telling, told)

    def dead(self) -> Sequence[Notice]:
        return self._all(Notice, NOTICE.where(is_in(State.DEAD)).order_by(notices.c.id))

    def overdue(self, now: datetime) -> int:
        waiting = count(notices, is_in(State.WAITING), _due(now), self._placed())
        going = (self._scalar(count(notices, is_in(state), _due(now))) for state in (State.QUEUED, State.SENDING))
        return int(self._scalar(waiting)) + sum(map(int, going))

    def next_release(self) -> datetime | None:
        """When the first of the waiting notices falls due; one whose place is not set is not counted."""
        moment: datetime | None = self._scalar(
            select(func.min(notices.c.due)).where(is_in(State.WAITING), self._placed())
        )
        return moment

    def _placed(self) -> ColumnElement[bool]:
        """It has somewhere to go: its place is set, the message that it belongs under was shown."""
        unset = [f"{PLACE}{place}" for place in Place if place not in self.setup().places]
        parent = _parents.c.key == func.substr(notices.c.address, len(THREAD) + 1)
        shown = exists().where(parent, _parents.c.receipt != "").correlate(notices)
        return and_(notices.c.address.not_in(unset), or_(~_begins(notices.c.address, THREAD), shown))

    def has_place(self, address: str) -> bool:
        if address.startswith(PLACE):
            return address.removeprefix(PLACE) in self.setup().places
        if address.startswith(THREAD):
            parent = self.notice_by_key(address.removeprefix(THREAD))
            return parent is not None and parent.receipt != ""
        return True


class OutboxWriting(OutboxReading):
    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        super().__init__(connection, shelf)
        self.queued: list[Queued] = []

    def put(self, notice: Notice, *, afresh: bool = False) -> None:
        at_once = notice.answers_a_click or notice.due is None
        state = State.QUEUED if at_once and self.has_place(notice.address) else State.WAITING
        row = asdict(notice) | {"args": dict(notice.args), "state": state, "line": _last_in_line()}
        del row["id"]
        said = {name: row[name] for name in ("address", "intent", "args", "due", "until", "answers_a_click")}
        said |= {"wanted": notices.c.wanted + 1, "state": _unless_sending(state), "line": _keeps_its_place()}
        said |= {"hash": ""} if afresh else {}
        upsert = self._insert(notices).values(**row).on_conflict_do_update(index_elements=["key"], set_=said)
        number, wanted = self.connection.execute(upsert.returning(notices.c.id, notices.c.wanted)).one()
        if state is State.QUEUED:
            self.queued.append(Queued(number, wanted, notice.address))

    def drop(self, key: str) -> None:
        pending = notices.c.state.in_([State.WAITING, State.QUEUED])
        self.connection.execute(notices.update().where(notices.c.key == key, pending).values(state=_let_be()))

    def release(self, now: datetime, *, limit: int) -> int:
        stale = notices.update().where(is_in(State.WAITING), notices.c.until <= now)
        self.connection.execute(stale.values(state=_let_be()))
        return self._release(now, self._placed(), limit=limit)

    def _release(self, now: datetime, *conditions: ColumnElement[bool], limit: int) -> int:
        ready = select(notices.c.id).where(is_in(State.WAITING), _due(now), *conditions)
        ready = ready.order_by(notices.c.due, notices.c.id).limit(limit).with_for_update(skip_locked=True)
        return self._queue(self.connection.execute(ready).scalars().all())

    def _queue(self, ready: Sequence[int]) -> int:
        """Into the line, and to the carrier."""
        if not ready:
            return 0
        these = notices.c.id.in_(ready)
        self.connection.execute(notices.update().where(these).values(state=State.QUEUED, line=_last_in_line()))
        found = select(notices.c.id, notices.c.wanted, notices.c.address).where(these).order_by(notices.c.id)
        self.queued += [Queued(*row) for row in self.connection.execute(found)]
        return len(ready)


def _last_in_line() -> ColumnElement[int]:
    line = notices.alias("line")
    last = select(func.coalesce(func.max(line.c.line), 0) + 1)
    return last.where(line.c.state == literal_column("'queued'")).scalar_subquery()


def _unless_sending(state: State) -> ColumnElement[Any]:
    return case((notices.c.state == State.SENDING, State.SENDING), else_=state)


def _keeps_its_place() -> ColumnElement[Any]:
    return case((notices.c.state.in_([State.QUEUED, State.SENDING]), notices.c.line), else_=_last_in_line())


def _let_be() -> ColumnElement[Any]:
    """The state of what is not to be said: it stays as it is if it was shown before."""
    return case((notices.c.shown > 0, State.SENT), else_=State.DROPPED)
