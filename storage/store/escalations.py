"""Leads that are stuck, and which of them each manager is still to hear of."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from bot.ids import LeadId, PersonId
from bot.leads import Lead
from storage.store.leads import LEAD, LeadsWriting
from storage.store.rows import due
from storage.tables import escalations, leads

_MANAGERS_DUE = due(LEAD, leads.c.manager_due, leads.c.id)
_ESCALATIONS_DUE = due(select(escalations.c.person), escalations.c.due, escalations.c.person)


class EscalationsWriting(LeadsWriting):
    def managers_due(self, now: datetime, *, limit: int) -> Sequence[Lead]:
        return self._at_hand(_MANAGERS_DUE, now=now, limit=limit)

    def escalate(self, lead: LeadId, reader: PersonId, due: datetime) -> None:
        row = self._insert(escalations).values(person=reader, lead=lead, due=due)
        self.connection.execute(row.on_conflict_do_nothing())

    def escalations_due(self, now: datetime, *, limit: int) -> Sequence[PersonId]:
        due = self._rows(_ESCALATIONS_DUE, {"now": now, "limit": limit})
        return [PersonId(person) for person in dict.fromkeys(row["person"] for row in due)]

    def next_escalation_of(self, reader: PersonId) -> datetime | None:
        first = select(func.min(escalations.c.due)).where(escalations.c.person == reader)
        moment: datetime | None = self._scalar(first)
        return moment

    def take_escalations(self, reader: PersonId, now: datetime) -> Sequence[LeadId]:
        theirs = escalations.delete().where(escalations.c.person == reader, escalations.c.due <= now)
        return sorted(LeadId(lead) for lead in self.connection.execute(theirs.returning(escalations.c.lead)).scalars())
