"""What people said is wrong."""

from dataclasses import replace

from sqlalchemy import select

from bot.ids import RemarkId
from bot.remarks import Remark
from storage.store.rows import Rows, columns, row_of
from storage.tables import remarks


class RemarksReading(Rows):
    def remark(self, remark: RemarkId) -> Remark:
        found = self._first(Remark, select(*columns(remarks, Remark)).where(remarks.c.id == remark))
        if found is None:
            raise KeyError(remark)
        return found


class RemarksWriting(RemarksReading):
    def add_remark(self, remark: Remark) -> Remark:
        row = row_of(remark)
        del row["id"]
        return replace(remark, id=RemarkId(self._add(remarks, **row)))
