"""The outbox: what is to be said, and what was."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.ids import LeadId, NoticeId, PersonId
from bot.notices import Notice, Telling


class OutboxReading(Protocol):
    def notice(self, notice: NoticeId) -> Notice | None: ...
    def notice_by_key(self, key: str) -> Notice | None: ...
    def last_said(self, reader: PersonId, *, since: datetime | None = None, receipt: str = "") -> Notice | None:
        """The newest message to this person, if it first came at `since` or later; or the one with this receipt."""

    def said_at(self, receipt: str) -> Notice | None:
        """The message with this receipt: the platform's own reference to where it stands."""

    def keys(self, *prefixes: str, going: bool = False) -> Sequence[str]:
        """The keys of all notices that begin so, in their order; for instance every card of a lead: "card:42:".

        `going`: without those that wait for their moment.
        """

    def overdue(self, now: datetime) -> int:
        """Notices that should have been said and were not: due and neither sent, dropped nor dead."""

    def set_free(self) -> bool:
        """Whether something that waits for its place alone has it now."""

    def dead(self) -> Sequence[Notice]: ...
    def tellings(self, address: str, *, key_prefix: str = "") -> Sequence[Telling]: ...


class OutboxWriting(OutboxReading, Protocol):
    def put(self, notice: Notice, *, afresh: bool = False) -> None:
        """Say it: a new key is inserted with wanted=1; a known one gets `wanted` raised and the rest replaced.

        It is queued at once if it answers a click or has no `due`, and has its place; else the sweep releases it.
        A thread has its place once the message that it belongs under was shown. `afresh` forgets the
        hash of what was shown, so that it is shown even if it is the same.
        """

    def drop(self, key: str) -> None:
        """It need not be said any more, unless it has been already."""

    def awaiting(self, now: datetime, *, limit: int) -> Sequence[PersonId]:
        """To whom something is due that waits."""

    def waiting_for(self, reader: PersonId) -> Sequence[Notice]:
        """All that waits to be said to them, locked against other replicas."""

    def release(self, now: datetime, *, limit: int) -> int:
        """Queue what is waiting and due and has its place, drop what is past its `until`; returns how many queued."""

    def start_sending(self, notice: NoticeId, n: int, now: datetime) -> Notice | None:
        """Mark the attempt; None if there is nothing to send: shown already, dropped, dead, or not there."""

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
        """It was shown (`told`: with a Telling) or skipped; `shown` is the hash, `about` the leads that stand in it.

        `notice` is as `start_sending` gave it. Still queued while more is wanted. Where another carrier took this
        attempt for gone and the notice in hand, that one says what was told, and what stands there is shown afresh.
        """

    def not_sent(self, notice: Notice, *, error: str, unsure: bool, dead: bool) -> bool:
        """Whether that is for this attempt to say: not if another carrier took it for gone meanwhile."""

    def put_back(self, notice: Notice) -> None:
        """Its place is not set any more: it waits again."""

    def nothing_to_say(self, notice: Notice, n: int, now: datetime) -> None:
        """What it would have said is gone: dropped, or left as it was shown; queued again if more is wanted."""
