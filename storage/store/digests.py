"""Who gets a digest when, and what is counted for one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import case, exists, func, or_, select, text
from sqlalchemy.sql import ColumnElement, Select

from bot.digests import COUNTED, WHAT, Numbers, Scheduled, Scope
from bot.ids import PersonId
from bot.leads import Kind, Lead, Status
from bot.loop_health import Loop
from bot.store import Page
from bot.thanks import Win
from storage.store.history import WIN, win_of
from storage.store.rows import Rows, columns
from storage.tables import OPEN, entries, leads, people, schedules, undone, wins

_STANDS = ~exists().where(undone.c.entry == entries.c.id)
_COUNTED_AS = case(COUNTED, value=entries.c.kind)
_SCHEDULED = select(*columns(schedules, Scheduled)).where(schedules.c.what == WHAT)


class DigestsReading(Rows):
    def digests(self) -> Mapping[PersonId, tuple[Scheduled, str | None]]:
        """Each person's schedule, with the zone where they are now; none for those who have left."""
        zone = case((people.c.deactivated, None), else_=people.c.zone).label("now_in")
        rows = self.connection.execute(_SCHEDULED.add_columns(zone).join(people, people.c.id == schedules.c.person))
        return {row.person: (Scheduled(row.person, row.zone, row.next_at), row.now_in) for row in rows}

    def next_digest_of(self, person: PersonId) -> datetime | None:
        theirs = select(schedules.c.next_at).where(schedules.c.what == WHAT, schedules.c.person == person)
        moment: datetime | None = self._scalar(theirs)
        return moment

    def next_digest(self) -> datetime | None:
        moment: datetime | None = self._scalar(select(func.min(schedules.c.next_at)).where(schedules.c.what == WHAT))
        return moment

    def numbers(self, scope: Scope, weeks: Sequence[datetime], at: datetime) -> Numbers:
        return Numbers(
            weeks=self._weeks(scope, weeks, at),
            pipeline=self._pipeline(scope),
            givers=self._givers(scope, weeks[-1], at),
            loop=self._loop(scope, at),
        )

    def waiting_long(self, scope: Scope, at: datetime, *, limit: int) -> Sequence[Lead]:
        late = select(*columns(leads, Lead)).where(text(OPEN), leads.c.news_due < at, *_of(scope))
        longest = func.coalesce(leads.c.news_at, leads.c.logged_at)
        return self._all(Lead, late.order_by(longest, leads.c.id).limit(limit))

    def thanks_outstanding(self, scope: Scope, *, limit: int) -> Page[Win]:
        wanted = (wins.c.words.is_(None), wins.c.undone_at.is_(None), ~wins.c.company_thanked)
        theirs = [wins.c.owner.in_(sorted(scope.owners))] if scope.owners is not None else _of(scope)
        found = WIN.join(leads, leads.c.id == wins.c.lead).where(*wanted, *theirs)
        total = self._scalar(found.with_only_columns(func.count()))
        rows = self.connection.execute(found.order_by(wins.c.at, wins.c.id).limit(limit)).mappings() if total else ()
        return Page([win_of(**row) for row in rows], total)

    def _weeks(self, scope: Scope, weeks: Sequence[datetime], at: datetime) -> Sequence[Mapping[str, int]]:
        which = sum((case((entries.c.at >= start, 1), else_=0) for start in weeks[1:]), start=func.abs(0))
        counted = (
            select(which.label("week"), _COUNTED_AS.label("what"), func.count(entries.c.lead.distinct()))
            .outerjoin(wins, wins.c.id == entries.c.win)
            .where(_is_counted(scope), entries.c.at >= weeks[0], entries.c.at < at, _STANDS)
            .where(or_(entries.c.kind != "win", wins.c.undone_at.is_(None)))
        )
        found: list[dict[str, int]] = [{} for _ in weeks]
        for week, what, many in self.connection.execute(_scoped(counted, scope, weeks[0]).group_by("week", "what")):
            found[week][what] = many
        return found

    def _pipeline(self, scope: Scope) -> Mapping[tuple[Kind, Status], int]:
        found = select(leads.c.kind, leads.c.status, func.count()).where(text(OPEN), *_of(scope))
        rows = self.connection.execute(found.group_by(leads.c.kind, leads.c.status))
        return {(kind, status): many for kind, status, many in rows}

    def _givers(self, scope: Scope, since: datetime, until: datetime) -> Sequence[tuple[PersonId, int]]:
        many = func.count().label("many")
        gave = select(entries.c.actor, many).where(
            entries.c.kind == "logged", entries.c.at >= since, entries.c.at < until
        )
        gave = _scoped(gave, scope, since).group_by(entries.c.actor).order_by(many.desc(), entries.c.actor)
        return [(PersonId(row.actor), row.many) for row in self.connection.execute(gave)]

    def _loop(self, scope: Scope, at: datetime) -> Loop:
        late = func.sum(case((leads.c.news_due < at, 1), else_=0)).label("late")
        told = select(func.count().label("many"), late).where(text(OPEN), leads.c.news_due.is_not(None), *_of(scope))
        of_each = told.group_by(leads.c.referrer).subquery()
        row = self.connection.execute(
            select(
                func.coalesce(func.sum(of_each.c.many), 0),
                func.coalesce(func.sum(of_each.c.late), 0),
                func.count(),
                func.coalesce(func.sum(case((of_each.c.late > 0, 1), else_=0)), 0),
            )
        ).one()
        return Loop(*map(int, row))


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
        due = _SCHEDULED.where(schedules.c.next_at <= now).order_by(schedules.c.next_at, schedules.c.person)
        return self._all(Scheduled, due.limit(limit).with_for_update(skip_locked=True))

    def digest_follows(self, person: PersonId, zone: str, next_at: datetime) -> None:
        """After one that is due and locked."""
        theirs = (schedules.c.what == WHAT, schedules.c.person == person)
        self.connection.execute(schedules.update().where(*theirs).values(zone=zone, next_at=next_at))


def _of(scope: Scope) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if scope.owners is not None:
        conditions.append(leads.c.owner.in_(sorted(scope.owners)))
    if scope.person is not None:
        conditions.append(or_(leads.c.owner == scope.person, leads.c.referrer == scope.person))
    if scope.kind is not None:
        conditions.append(leads.c.kind == scope.kind)
    return conditions


def _is_counted(scope: Scope) -> ColumnElement[bool]:
    """A few people's entries are found by their leads: SQLite would rather read everybody's, by their kind."""
    few = scope.owners is not None or scope.person is not None
    return _COUNTED_AS.is_not(None) if few else entries.c.kind.in_(COUNTED)


def _scoped(of_entries: Select[Any], scope: Scope, since: datetime) -> Select[Any]:
    """Of leads that have moved since; without a condition they need not be looked at."""
    if not (conditions := _of(scope)):
        return of_entries
    return of_entries.join(leads, leads.c.id == entries.c.lead).where(leads.c.moved_at >= since, *conditions)
