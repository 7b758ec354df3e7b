"""What cannot be said and why: troubles, and the notices that each of them holds up."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, union_all
from sqlalchemy.sql import ColumnElement

from bot.ids import NoticeId, PersonId, TroubleId
from bot.notices import Arguments, Notice, State, person
from bot.troubles import SAME, Cause, Trouble, tried_again
from storage.store.outbox import NOTICE, is_in, let_be
from storage.store.prepared import Prepared
from storage.store.rows import columns, count
from storage.store.waiting import WaitingReading, WaitingWriting, placed
from storage.tables import notices, troubles

_TROUBLE = select(*columns(troubles, Trouble))
_OPEN = troubles.c.mended_at.is_(None)
_OVER = select(troubles.c.id).where(~_OPEN)
LISTED = 1000
"""So many of what is stuck anybody wants to read."""


_ALL_OPEN = Prepared(_TROUBLE.where(_OPEN).order_by(troubles.c.id))
_PARKED = Prepared(
    select(notices.c.trouble, func.count().label("many")).where(is_in(State.DEAD)).group_by(notices.c.trouble)
)
_TO_DO = Prepared(
    union_all(
        select(troubles.c.id).where(_OPEN, troubles.c.try_at <= bindparam("now")),
        select(notices.c.id).where(is_in(State.DEAD), notices.c.trouble.in_(_OVER)),
    )
)


class TroublesReading(WaitingReading):
    def trouble(self, trouble: TroubleId) -> Trouble:
        found = self._first(Trouble, _TROUBLE.where(troubles.c.id == trouble))
        if found is None:
            raise KeyError(trouble)
        return found

    def troubles(self) -> Sequence[Trouble]:
        return self._all(Trouble, _ALL_OPEN)

    def troubled(self, now: datetime) -> bool:
        return bool(self._rows(_TO_DO, {"now": now}))

    def parked(self) -> Mapping[TroubleId | None, int]:
        return {row["trouble"]: row["many"] for row in self._rows(_PARKED, {})}

    def parked_for(self, reader: PersonId) -> Sequence[Notice]:
        return self._all(Notice, NOTICE.where(is_in(State.DEAD), notices.c.address == person(reader)))

    def stuck(self, now: datetime) -> Sequence[Notice]:
        nowhere = (is_in(State.WAITING), notices.c.due <= now, ~placed(self._unset()))
        failing = ((is_in(state), notices.c.error != "") for state in (State.QUEUED, State.SENDING))
        looks = [NOTICE.where(*which).order_by(notices.c.due, notices.c.id) for which in (nowhere, *failing)]
        found = [look.limit(LISTED) for look in looks]
        return [notice for each in found for notice in self._all(Notice, each)]


class TroublesWriting(TroublesReading, WaitingWriting):
    def trouble_at(self, address: str, cause: Cause, now: datetime) -> tuple[Trouble, bool]:
        there = (troubles.c.address == address, troubles.c.cause == cause)
        if known := self._newest(*there, _OPEN):
            return known, False
        if back := self._newest(*there, troubles.c.mended_at > now - SAME):
            self._of(back.id, mended_at=None, try_at=now + tried_again(cause))
            return self.trouble(back.id), True
        row = {"address": address, "cause": cause, "since": now, "try_at": now + tried_again(cause)}
        insert = self._insert(troubles).values(**row).on_conflict_do_nothing().returning(troubles.c.id)
        made = self.connection.execute(insert).scalar()
        found = self._newest(*there, _OPEN)
        if found is None:
            raise KeyError(address)
        return found, made is not None

    def park(self, notice: NoticeId, trouble: TroubleId) -> None:
        self.connection.execute(notices.update().where(notices.c.id == notice).values(trouble=trouble))

    def mend(self, trouble: TroubleId, now: datetime) -> None:
        self._of(trouble, mended_at=now)

    def mended(self, *, limit: int) -> Sequence[Notice]:
        over = NOTICE.where(is_in(State.DEAD), notices.c.trouble.in_(_OVER))
        return self._all(Notice, over.order_by(notices.c.id).limit(limit).with_for_update(skip_locked=True))

    def to_try(self, now: datetime) -> Sequence[Trouble]:
        return self._all(Trouble, _TROUBLE.where(_OPEN, troubles.c.try_at <= now).with_for_update(skip_locked=True))

    def tries(self, trouble: TroubleId) -> bool:
        going = notices.c.state.in_([State.WAITING, State.QUEUED, State.SENDING])
        return bool(self._scalar(count(notices, notices.c.trouble == trouble, notices.c.error != "", going)))

    def first_parked(self, trouble: TroubleId, *, in_turn: bool) -> Notice | None:
        held = NOTICE.where(notices.c.state == State.DEAD, notices.c.trouble == trouble)
        order = (notices.c.tried_at, notices.c.id) if in_turn else (notices.c.id,)
        return self._first(Notice, held.order_by(*order).limit(1))

    def try_later(self, trouble: TroubleId, due: datetime) -> None:
        self._of(trouble, try_at=due)

    def unpark(self, notice: NoticeId, due: datetime, args: Arguments) -> None:
        again = {"state": State.WAITING, "due": due, "args": dict(args), "answers_a_click": False, "attempts": 0}
        parked = notices.update().where(notices.c.id == notice, is_in(State.DEAD))
        self.connection.execute(parked.values(**again))

    def left(self, notice: Notice) -> None:
        self.connection.execute(notices.update().where(notices.c.id == notice.id).values(state=let_be()))

    def _newest(self, *which: ColumnElement[bool]) -> Trouble | None:
        return self._first(Trouble, _TROUBLE.where(*which).order_by(troubles.c.id.desc()).limit(1))

    def _of(self, trouble: TroubleId, **values: Any) -> None:  # noqa: ANN401 - columns
        self.connection.execute(troubles.update().where(troubles.c.id == trouble).values(**values))
