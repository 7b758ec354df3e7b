"""What comes again and again for somebody: one row each, with its next moment."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.ids import PersonId
from storage.store.prepared import Prepared
from storage.store.rows import Rows, Shelf, due
from storage.tables import people, schedules


@cache
def _scheduling(engine: str, *, only_new: bool) -> Prepared:
    """Where the person is now goes with it: who travels has it reckoned anew."""
    person = bindparam("its_person", type_=schedules.c.person.type)
    row = {
        "what": bindparam("its_name", type_=schedules.c.what.type),
        "person": person,
        "zone": select(people.c.zone).where(people.c.id == person).scalar_subquery(),
        "next_at": bindparam("due", type_=schedules.c.next_at.type),
    }
    insert = (sqlite.insert if engine == "sqlite" else postgresql.insert)(schedules).values(**row)
    if only_new:
        return Prepared(insert.on_conflict_do_nothing())
    moved = {"next_at": insert.excluded.next_at, "zone": insert.excluded.zone}
    return Prepared(insert.on_conflict_do_update(index_elements=["what", "person"], set_=moved))


_SCHEDULED = due(
    select(schedules.c.person).where(schedules.c.what == bindparam("what")), schedules.c.next_at, schedules.c.person
)


class SchedulesWriting(Rows):
    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        super().__init__(connection, shelf)
        self._scheduled: set[tuple[str, PersonId]] = set()

    def schedule(self, name: str, person: PersonId, due: datetime, *, only_new: bool = False) -> None:
        if only_new and (name, person) in self._scheduled:
            return  # of one person's many leads that come in together
        self._scheduled.add((name, person))
        scheduling = _scheduling(self.connection.dialect.name, only_new=only_new)
        self._change(scheduling, its_name=name, its_person=person, due=due)

    def reschedule(self, name: str, person: PersonId, due: datetime) -> None:
        theirs = schedules.update().where(schedules.c.what == name, schedules.c.person == person)
        self.connection.execute(theirs.values(next_at=due))

    def unschedule(self, name: str, person: PersonId) -> None:
        self._scheduled.discard((name, person))
        theirs = schedules.delete().where(schedules.c.what == name, schedules.c.person == person)
        self.connection.execute(theirs)

    def planned(self, name: str) -> Sequence[PersonId]:
        theirs = select(schedules.c.person).where(schedules.c.what == name)
        return [PersonId(person) for person in self.connection.execute(theirs).scalars()]

    def scheduled(self, name: str, now: datetime, *, limit: int) -> Sequence[PersonId]:
        found = self._rows(_SCHEDULED, {"what": name, "now": now, "limit": limit})
        return [PersonId(row["person"]) for row in found]
