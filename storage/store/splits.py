"""How the credit is split between those who gave a lead, as it was proposed and as it is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.errors import NoSuchLead
from bot.ids import LeadId, SplitId
from bot.splits import Share, Split
from storage.store.prepared import Prepared
from storage.store.rows import Rows, columns, due, row_of
from storage.tables import split_shares, splits

_SPLIT = select(*columns(splits, Split))
_BY_ID = Prepared(_SPLIT.where(splits.c.id == bindparam("id")))
_OF_LEAD = Prepared(_SPLIT.where(splits.c.lead == bindparam("lead")).order_by(splits.c.id.desc()))
_SHARES = Prepared(
    select(*columns(split_shares, Share)).where(split_shares.c.split == bindparam("split")).order_by("place")
)
_DUE = due(_SPLIT, splits.c.due, splits.c.id)


class SplitsReading(Rows):
    def split(self, split: SplitId) -> Split:
        found = self._first(Split, _BY_ID, id=split)
        if found is None:
            raise NoSuchLead
        return found

    def splits(self, lead: LeadId) -> Sequence[Split]:
        return self._all(Split, _OF_LEAD, lead=lead)

    def shares(self, split: SplitId) -> Sequence[Share]:
        return self._all(Share, _SHARES, split=split)


class SplitsWriting(SplitsReading):
    def add_split(self, split: Split, shares: Sequence[Share]) -> Split:
        row = row_of(split)
        del row["id"]
        added = replace(split, id=SplitId(self._add(splits, **row)))
        rows = [row_of(replace(one, split=added.id)) | {"place": place} for place, one in enumerate(shares)]
        self.connection.execute(split_shares.insert(), rows)
        return added

    def save_split(self, split: Split) -> None:
        self.connection.execute(splits.update().where(splits.c.id == split.id).values(**row_of(split)))

    def save_share(self, share: Share) -> None:
        one = (split_shares.c.split == share.split) & (split_shares.c.lead == share.lead)
        self.connection.execute(split_shares.update().where(one).values(**row_of(share)))

    def splits_due(self, now: datetime, *, limit: int) -> Sequence[Split]:
        return self._all(Split, _DUE, now=now, limit=limit)
