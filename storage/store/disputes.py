"""Who says that they knew them before, or gave them first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.disputes import Dispute
from bot.errors import NoSuchLead
from bot.ids import DisputeId, LeadId
from storage.store.prepared import Prepared
from storage.store.rows import Rows, columns, due, row_of
from storage.tables import disputes

_DISPUTE = select(*columns(disputes, Dispute))
_BY_ID = Prepared(_DISPUTE.where(disputes.c.id == bindparam("id")))
_OF_LEAD = Prepared(_DISPUTE.where(disputes.c.lead == bindparam("lead")).order_by(disputes.c.id))
_DUE = due(_DISPUTE, disputes.c.due, disputes.c.id)


class DisputesReading(Rows):
    def dispute(self, dispute: DisputeId) -> Dispute:
        found = self._first(Dispute, _BY_ID, id=dispute)
        if found is None:
            raise NoSuchLead
        return found

    def disputes(self, lead: LeadId) -> Sequence[Dispute]:
        return self._all(Dispute, _OF_LEAD, lead=lead)


class DisputesWriting(DisputesReading):
    def add_dispute(self, dispute: Dispute) -> Dispute:
        row = row_of(dispute)
        del row["id"]
        return replace(dispute, id=DisputeId(self._add(disputes, **row)))

    def save_dispute(self, dispute: Dispute) -> None:
        self.connection.execute(disputes.update().where(disputes.c.id == dispute.id).values(**row_of(dispute)))

    def disputes_due(self, now: datetime, *, limit: int) -> Sequence[Dispute]:
        return self._all(Dispute, _DUE, now=now, limit=limit)
