"""What comes again and again for somebody: one row each, with its next moment."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from bot.ids import PersonId
from storage.store.rows import Rows
from storage.tables import people, schedules


class SchedulesReading(Rows):
    def next_scheduled(self, name: str) -> datetime | None:
        first = select(func.min(schedules.c.next_at)).where(schedules.c.what == name)
        moment: datetime | None = self._scalar(first)
        return moment


class SchedulesWriting(SchedulesReading):
    def schedule(self, name: str, person: PersonId, due: datetime, *, only_new: bool = False) -> None:
        zone = select(people.c.zone).where(people.c.id == person).scalar_subquery()
        insert = self._insert(schedules).values(what=name, person=person, zone=zone, next_at=due)
        moved = {"next_at": due, "zone": zone}
        again = insert.on_conflict_do_update(index_elements=["what", "person"], set_=moved)
        self.connection.execute(insert.on_conflict_do_nothing() if only_new else again)

    def unschedule(self, name: str, person: PersonId) -> None:
        theirs = schedules.delete().where(schedules.c.what == name, schedules.c.person == person)
        self.connection.execute(theirs)

    def scheduled(self, name: str, now: datetime, *, limit: int) -> Sequence[PersonId]:
        due = select(schedules.c.person).where(schedules.c.what == name, schedules.c.next_at <= now)
        found = due.order_by(schedules.c.next_at, schedules.c.person).limit(limit).with_for_update(skip_locked=True)
        return [PersonId(person) for person in self.connection.execute(found).scalars()]
