"""The outbox, as the carriers and `deliver` see it: attempts, and how they ended."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, union_all
from sqlalchemy.dialects import postgresql, sqlite

from bot.ids import LeadId, NoticeId
from bot.notices import Notice, State
from bot.values import replace
from storage.store.outbox import NOTICE, THREAD, OutboxReading, OutboxWriting, Queued, due_by, is_in
from storage.store.prepared import Prepared
from storage.store.rows import count
from storage.tables import mentions, notices, restores, tellings

_LOCKED = Prepared(NOTICE.where(notices.c.id == bindparam("id")).with_for_update())
_SET = Prepared(notices.update().where(notices.c.id == bindparam("its_id")))
_BEGUN = ("state", "attempts", "tries", "tried_at", "unsure")
"""What an attempt changes when it begins."""
_TELL = Prepared(tellings.insert())
_MENTION = {
    "sqlite": Prepared(sqlite.insert(mentions).on_conflict_do_nothing()),
    "postgresql": Prepared(postgresql.insert(mentions).on_conflict_do_nothing()),
}
_HEAD = Prepared(
    select(notices.c.id, notices.c.wanted)
    .where(is_in(State.QUEUED), notices.c.address == bindparam("lane"))
    .order_by(notices.c.line)
    .limit(1)
)
_UNDER = Prepared(
    select(notices.c.id)
    .where(is_in(State.WAITING), notices.c.address == bindparam("under"), due_by(bindparam("now")))
    .order_by(notices.c.due, notices.c.id)
)
"""What belongs in the thread of a message, and can be said once that is there."""
_FORGOTTEN = Prepared(select(func.min(restores.c.since)).where(restores.c.until > bindparam("now")))
_LANES = Prepared(select(notices.c.address).where(is_in(State.QUEUED)).distinct())
_UNSURE = Prepared(select(notices.c.address).where(is_in(State.QUEUED), notices.c.unsure).distinct())
_GOING = Prepared(union_all(*(count(notices, is_in(state)) for state in (State.QUEUED, State.SENDING))))


class SendingReading(OutboxReading):
    def head(self, lane: str) -> Queued | None:
        """What comes first in a lane."""
        first = next(iter(self._rows(_HEAD, {"lane": lane})), None)
        return None if first is None else Queued(first["id"], first["wanted"], lane)

    def lanes(self) -> Sequence[str]:
        """Where something is queued."""
        return [row["address"] for row in self._rows(_LANES, {})]

    def going(self) -> int:
        """How many are queued or being sent."""
        return self._sum(_GOING)

    def unsure_lanes(self) -> frozenset[str]:
        """Lanes with a message of which nobody knows whether it arrived."""
        return frozenset(row["address"] for row in self._rows(_UNSURE, {}))


class SendingWriting(SendingReading, OutboxWriting):
    def start_sending(self, notice: NoticeId, n: int, now: datetime) -> Notice | None:
        found = self._locked(notice)
        if found is None or found.state not in {State.QUEUED, State.SENDING} or found.shown >= n:
            return None
        if found.until is not None and found.until <= now and not found.unsure:
            self.drop(found.key)
            return None
        since = self._said_since(found, now)
        started = replace(
            found,
            state=State.SENDING,
            attempts=found.attempts + 1,
            tries=found.tries + 1,
            tried_at=since or now,
            unsure=since is not None,
        )
        self._set(notice, **{name: getattr(started, name) for name in _BEGUN})
        return started

    def sent(
        self,
        notice: Notice,
        n: int,
        *,
        shown: str,
        receipt: str,
        now: datetime,
        told: bool,
        about: Iterable[LeadId] = (),
    ) -> None:
        number, found = _id(notice), self._in_hand(notice)
        if found is None:
            self._overtaken(number)
            return
        afresh = found.wanted > n and found.hash != notice.hash
        quiet = {"attempts": 0, "unsure": False, "error": ""}
        self._set(number, state=State.SENT, shown=n, hash="" if afresh else shown, receipt=receipt, **quiet)
        if told:
            self._change(_TELL, notice=number, n=n, address=notice.address, at=now, hash=shown)
            for lead in about:
                self._change(_MENTION[self.connection.dialect.name], notice=number, lead=lead)
        self._then(found, n, now)
        if receipt and not notice.receipt:
            self._queue([row["id"] for row in self._rows(_UNDER, {"under": f"{THREAD}{notice.key}", "now": now})])

    def not_sent(self, notice: Notice, *, error: str, unsure: bool, dead: bool) -> bool:
        if self._in_hand(notice):
            self._set(_id(notice), state=State.DEAD if dead else State.QUEUED, error=error, unsure=unsure)
            return True
        if unsure:
            self._overtaken(_id(notice))
        return False

    def put_back(self, notice: Notice) -> None:
        if self._in_hand(notice):
            self._set(_id(notice), state=State.WAITING, attempts=0)

    def nothing_to_say(self, notice: Notice, n: int, now: datetime) -> None:
        found = self._in_hand(notice)
        if found is not None:
            self._set(_id(notice), state=State.SENT if found.shown else State.DROPPED)
            self._then(found, n, now)

    def take_up_again(self) -> None:
        """At the start of the only carrier: what was being sent when the last one ended may have arrived."""
        left = notices.update().where(is_in(State.SENDING))
        self.connection.execute(left.values(state=State.QUEUED, unsure=True))

    def _said_since(self, found: Notice, now: datetime) -> datetime | None:
        """Since when it may have been said already; None if it surely was not."""
        if found.unsure or found.state is State.SENDING:  # that one ended without a word: we crashed
            return found.tried_at
        since: datetime | None = None if found.receipt else self._scalar(_FORGOTTEN, now=now)
        return since

    def _then(self, found: Notice, n: int, now: datetime) -> None:
        """More was wanted meanwhile: again, now or when it is due."""
        number = _id(found)
        if found.wanted <= n:
            return
        if found.answers_a_click or found.due is None or found.due <= now:
            self._queue([number])
        else:
            self._set(number, state=State.WAITING)

    def _in_hand(self, notice: Notice) -> Notice | None:
        """As it is now; None where another carrier took this attempt for gone, and the notice in hand."""
        found = self._locked(_id(notice))
        return found if found and found.state is State.SENDING and found.tries == notice.tries else None

    def _overtaken(self, notice: NoticeId) -> None:
        """What this attempt has shown, or may yet show, may stand upon what the other one did: it is shown afresh."""
        found = self._locked(notice)
        if found is None or found.state not in {State.QUEUED, State.SENDING, State.SENT}:
            return
        self._set(notice, wanted=found.wanted + 1, hash="")
        if found.state is State.SENT:
            self._queue([notice])

    def _locked(self, notice: NoticeId) -> Notice | None:
        return self._first(Notice, _LOCKED, id=notice)

    def _set(self, notice: NoticeId, **values: Any) -> None:  # noqa: ANN401 - columns
        self._change(_SET, its_id=notice, **values)


def _id(notice: Notice) -> NoticeId:
    if notice.id is None:
        raise KeyError(notice.key)
    return notice.id
