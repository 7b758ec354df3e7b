"""The ledger's anchors, and what they are made of."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from bot import ledger
from bot.ids import EntryId, LeadId
from bot.ledger import DAILY, SETTLED, Anchor
from storage.store.prepared import Prepared
from storage.store.rows import Rows, Shelf, columns, row_of
from storage.tables import anchors, entries

_LAST = Prepared(select(anchors.c.at, anchors.c.last).order_by(anchors.c.day.desc()).limit(1))
_FIRST = Prepared(select(entries.c.at).where(entries.c.id == select(func.min(entries.c.id)).scalar_subquery()))
_SETTLED = Prepared(
    select(func.max(entries.c.id).label("last")).where(
        entries.c.id > bindparam("after"), entries.c.at <= bindparam("settled")
    )
)
CHUNK = 10_000


class LedgerReading(Rows):
    def anchor_due(self, now: datetime) -> bool:
        return self._settled(now) is not None

    def anchor(self, now: datetime) -> Anchor | None:
        last = self._settled(now)
        return None if last is None else self.anchored(last, now)

    def _settled(self, now: datetime) -> EntryId | None:
        """The last entry to be anchored, if a day has gone by, and there are any since."""
        before = next(iter(self._rows(_LAST, {})), None)
        since = before["at"] if before else self._scalar(_FIRST)
        if since is None or now - since < DAILY:
            return None
        last = self._scalar(_SETTLED, after=before["last"] if before else 0, settled=now - SETTLED)
        return None if last is None else EntryId(last)

    def anchored(self, last: EntryId, now: datetime) -> Anchor:
        """What the anchor of the entries with at most that number would be, as they are here."""
        found = list(self._heads(last))
        return Anchor(now, last, sum(seq for _, seq, _ in found), len(found), ledger.digest(found))

    def anchors(self, *, last: int) -> Sequence[Anchor]:
        newest = select(*columns(anchors, Anchor)).order_by(anchors.c.day.desc()).limit(last)
        return self._all(Anchor, newest)[::-1]

    def _heads(self, last: EntryId) -> Iterator[tuple[LeadId, int, str]]:
        """(lead, seq, hash) of each lead's last entry among those."""
        newest = (
            select(entries.c.lead, func.max(entries.c.seq).label("seq")).where(entries.c.id <= last).group_by("lead")
        ).subquery()
        its = select(entries.c.lead, entries.c.seq, entries.c.hash).join(
            newest, (newest.c.lead == entries.c.lead) & (newest.c.seq == entries.c.seq)
        )
        for row in self.connection.execute(its.order_by(entries.c.lead)).yield_per(CHUNK):
            yield LeadId(row.lead), row.seq, row.hash


class LedgerWriting(LedgerReading):
    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        super().__init__(connection, shelf)
        self.laid: list[str] = []
        """For the file of anchors, outside the database."""

    def lay(self, anchor: Anchor) -> bool:
        row = self._insert(anchors).values(day=anchor.day, **row_of(anchor)).on_conflict_do_nothing()
        if self.connection.execute(row.returning(anchors.c.day)).first() is None:
            return False
        self.laid.append(ledger.written(anchor))
        return True
