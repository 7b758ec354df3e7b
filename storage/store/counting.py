"""What a digest counts: statements, built once for each shape of a scope; to build one costs as much as to ask."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, case, exists, func, or_, select, text
from sqlalchemy.sql import ColumnElement, Select

from bot.digests import COUNTED, Scope
from bot.leads import Lead
from storage.store.history import WIN
from storage.store.rows import columns
from storage.tables import OPEN, entries, leads, undone, wins

_STANDS = ~exists().where(undone.c.entry == entries.c.id)
_COUNTED_AS = case(COUNTED, value=entries.c.kind)
_SINCE: ColumnElement[datetime] = bindparam("since")
_AT: ColumnElement[datetime] = bindparam("at")


@dataclass(frozen=True)
class Shape:
    """Which conditions a scope sets."""

    owners: bool
    person: bool
    kind: bool

    @property
    def few(self) -> bool:
        """Only some people's leads."""
        return self.owners or self.person

    def of(self) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = []
        person: ColumnElement[int] = bindparam("person")
        if self.owners:
            conditions.append(leads.c.owner.in_(bindparam("owners", expanding=True)))
        if self.person:
            conditions.append(or_(leads.c.owner == person, leads.c.referrer == person))
        if self.kind:
            conditions.append(leads.c.kind == bindparam("kind"))
        return conditions


def shape(scope: Scope) -> Shape:
    return Shape(scope.owners is not None, scope.person is not None, scope.kind is not None)


def given(scope: Scope) -> dict[str, Any]:
    """The values of the conditions that it sets."""
    owners = None if scope.owners is None else sorted(scope.owners)
    values = {"owners": owners, "person": scope.person, "kind": scope.kind}
    return {name: value for name, value in values.items() if value is not None}


@lru_cache
def by_week(of: Shape, weeks: int) -> Select[Any]:
    """(week, what, how many leads), between `since` and `at`; `week1` is when the second one began."""
    later = [case((entries.c.at >= bindparam(f"week{n}"), 1), else_=0) for n in range(1, weeks)]
    week = sum(later, start=func.abs(0)).label("week")
    what, many = _COUNTED_AS.label("what"), func.count(entries.c.lead.distinct())
    counted = (
        select(week, what, many)
        .outerjoin(wins, wins.c.id == entries.c.win)
        .where(_is_counted(of), entries.c.at >= _SINCE, entries.c.at < _AT, _STANDS)
        .where(or_(entries.c.kind != "win", wins.c.undone_at.is_(None)))
    )
    return _scoped(counted, of).group_by("week", "what")


@lru_cache
def givers(of: Shape) -> Select[Any]:
    """(who, whether unnamed, how many) between `since` and `at`, the most first."""
    theirs, many = leads.alias("theirs"), func.count().label("many")
    who, unnamed = (
        select(its).where(theirs.c.id == entries.c.lead).scalar_subquery().label(its.name)
        for its in (theirs.c.referrer, theirs.c.unnamed)
    )
    logged = (entries.c.kind == "logged", entries.c.at >= _SINCE, entries.c.at < _AT)
    gave = _scoped(select(who, unnamed).where(*logged), of).subquery()
    return select(*gave.c, many).group_by(*gave.c).order_by(many.desc(), gave.c.referrer, gave.c.unnamed)


@lru_cache
def pipeline(of: Shape) -> Select[Any]:
    where = (leads.c.kind, leads.c.status)
    return select(*where, func.count()).where(text(OPEN), *of.of()).group_by(*where)


@lru_cache
def loop(of: Shape) -> Select[Any]:
    """The fields of a Loop, in their order."""
    late = func.sum(case((leads.c.news_due < _AT, 1), else_=0)).label("late")
    told = select(func.count().label("many"), late).where(text(OPEN), leads.c.news_due.is_not(None), *of.of())
    each = told.group_by(leads.c.referrer).subquery()
    waiting = func.sum(case((each.c.late > 0, 1), else_=0))
    sums = (func.sum(each.c.many), func.sum(each.c.late), func.count(), waiting)
    return select(*(func.coalesce(one, 0) for one in sums))


@lru_cache
def late(of: Shape) -> Select[Any]:
    """Leads without news from a person in time, those that wait longest first; at most `limit`."""
    found = select(*columns(leads, Lead)).where(text(OPEN), leads.c.news_due < _AT, *of.of())
    longest = func.coalesce(leads.c.news_at, leads.c.imported_at, leads.c.logged_at)
    return found.order_by(longest, leads.c.id).limit(bindparam("limit"))


@lru_cache
def unthanked(of: Shape) -> Select[Any]:
    """Standing wins without thanks; a team's are those that the team won, whoever has the lead now."""
    wanted = (wins.c.words.is_(None), wins.c.undone_at.is_(None), ~wins.c.company_thanked)
    theirs = [wins.c.owner.in_(bindparam("owners", expanding=True))] if of.owners else of.of()
    return WIN.join(leads, leads.c.id == wins.c.lead).where(*wanted, *theirs)


def _is_counted(of: Shape) -> ColumnElement[bool]:
    """A few people's entries are found by their leads: SQLite would rather read everybody's, by their kind."""
    return _COUNTED_AS.is_not(None) if of.few else entries.c.kind.in_(COUNTED)


def _scoped(of_entries: Select[Any], of: Shape) -> Select[Any]:
    """Of leads that have moved since; without a condition they need not be looked at."""
    if not (conditions := of.of()):
        return of_entries
    return of_entries.join(leads, leads.c.id == entries.c.lead).where(leads.c.moved_at >= _SINCE, *conditions)
