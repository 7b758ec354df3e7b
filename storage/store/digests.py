"""Who gets a digest when, and what is counted for one."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import case, func, select

from bot.digests import WHAT, Giver, Numbers, Scheduled, Scope
from bot.ids import PersonId
from bot.leads import Lead
from bot.loop_health import Loop
from bot.store import Page
from bot.thanks import Win
from storage.store import counting
from storage.store.history import win_of
from storage.store.prepared import Prepared
from storage.store.rows import Rows, columns, due
from storage.tables import people, schedules, wins

_SCHEDULED = select(*columns(schedules, Scheduled)).where(schedules.c.what == WHAT)
_WITH_ZONES = Prepared(
    _SCHEDULED.add_columns(case((people.c.deactivated, None), else_=people.c.zone).label("now_in")).join(
        people, people.c.id == schedules.c.person
    )
)
_DUE = due(_SCHEDULED, schedules.c.next_at, schedules.c.person)


class DigestsReading(Rows):
    def digests(self) -> Mapping[PersonId, tuple[Scheduled, str | None]]:
        """Each person's schedule, with the zone where they are now; none for those who have left."""
        rows = self._rows(_WITH_ZONES, {})
        return {row["person"]: (Scheduled(row["person"], row["zone"], row["next_at"]), row["now_in"]) for row in rows}

    def next_digest_of(self, person: PersonId) -> datetime | None:
        theirs = select(schedules.c.next_at).where(schedules.c.what == WHAT, schedules.c.person == person)
        moment: datetime | None = self._scalar(theirs)
        return moment

    def numbers(self, scope: Scope, weeks: Sequence[datetime], at: datetime) -> Numbers:
        of, given = counting.shape(scope), counting.given(scope)
        ask = self.connection.execute
        gave = ask(counting.givers(of), given | {"since": weeks[-1], "at": at})
        return Numbers(
            weeks=self._weeks(scope, weeks, at),
            pipeline={(kind, status): many for kind, status, many in ask(counting.pipeline(of), given)},
            givers=[Giver(PersonId(who), many, unnamed=bool(unnamed)) for who, unnamed, many in gave],
            loop=Loop(*map(int, ask(counting.loop(of), given | {"at": at}).one())),
        )

    def _weeks(self, scope: Scope, weeks: Sequence[datetime], at: datetime) -> Sequence[Mapping[str, int]]:
        began = {f"week{n}": start for n, start in enumerate(weeks)}
        given = counting.given(scope) | {"since": began.pop("week0"), "at": at} | began
        found: list[dict[str, int]] = [{} for _ in weeks]
        for week, what, many in self.connection.execute(counting.by_week(counting.shape(scope), len(weeks)), given):
            found[week][what] = many
        return found

    def waiting_long(self, scope: Scope, at: datetime, *, limit: int) -> Sequence[Lead]:
        given = counting.given(scope) | {"at": at, "limit": limit}
        return self._all(Lead, counting.late(counting.shape(scope)), **given)

    def thanks_outstanding(self, scope: Scope, *, limit: int) -> Page[Win]:
        found, given = counting.unthanked(counting.shape(scope)), counting.given(scope)
        total = self._scalar(found.with_only_columns(func.count()), **given)
        first = found.order_by(wins.c.at, wins.c.id).limit(limit)
        rows = self.connection.execute(first, given).mappings() if total else ()
        return Page([win_of(**row) for row in rows], total)


class DigestsWriting(DigestsReading):
    def schedule_digest(self, person: PersonId, zone: str, next_at: datetime, *, was: str | None = None) -> None:
        """A first one, or one in another zone than it `was`; another replica that is faster has done it."""
        values = {"zone": zone, "next_at": next_at}
        if was is None:
            row = self._insert(schedules).values(what=WHAT, person=person, **values)
            self.connection.execute(row.on_conflict_do_nothing())
        else:
            theirs = (schedules.c.what == WHAT, schedules.c.person == person, schedules.c.zone == was)
            self.connection.execute(schedules.update().where(*theirs).values(**values))

    def no_digest(self, person: PersonId) -> None:
        self.connection.execute(schedules.delete().where(schedules.c.what == WHAT, schedules.c.person == person))

    def digests_due(self, now: datetime, *, limit: int) -> Sequence[Scheduled]:
        return self._all(Scheduled, _DUE, now=now, limit=limit)

    def digest_follows(self, person: PersonId, zone: str, next_at: datetime) -> None:
        """After one that is due and locked."""
        theirs = (schedules.c.what == WHAT, schedules.c.person == person)
        self.connection.execute(schedules.update().where(*theirs).values(zone=zone, next_at=next_at))
