"""Leads that are stuck, and which of them each manager is still to hear of."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from bot.ids import LeadId, PersonId
from bot.leads import Lead
from storage.store.leads import LEAD
from storage.store.rows import Rows
from storage.tables import escalations, leads


class EscalationsReading(Rows):
    def next_escalation(self) -> datetime | None:
        moment: datetime | None = self._scalar(select(func.min(escalations.c.due)))
        return moment


class EscalationsWriting(EscalationsReading):
    def managers_due(self, now: datetime, *, limit: int) -> Sequence[Lead]:
        due = LEAD.where(leads.c.manager_due <= now).order_by(leads.c.manager_due, leads.c.id).limit(limit)
        return self._all(Lead, due.with_for_update(skip_locked=True))

    def escalate(self, lead: LeadId, reader: PersonId, due: datetime) -> None:
        row = self._insert(escalations).values(person=reader, lead=lead, due=due)
        self.connection.execute(row.on_conflict_do_nothing())

    def escalations_due(self, now: datetime, *, limit: int) -> Sequence[PersonId]:
        due = select(escalations.c.person).where(escalations.c.due <= now).order_by(escalations.c.due).limit(limit)
        return [PersonId(person) for person in dict.fromkeys(self.connection.execute(due).scalars())]

    def next_escalation_of(self, reader: PersonId) -> datetime | None:
        first = select(func.min(escalations.c.due)).where(escalations.c.person == reader)
        moment: datetime | None = self._scalar(first)
        return moment

    def take_escalations(self, reader: PersonId, now: datetime) -> Sequence[LeadId]:
        theirs = escalations.delete().where(escalations.c.person == reader, escalations.c.due <= now)
        return sorted(LeadId(lead) for lead in self.connection.execute(theirs.returning(escalations.c.lead)).scalars())
