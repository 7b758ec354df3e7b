"""Finds leads among all: by whose they are, kind, status, words, and what needs a word; never more than may be seen."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, func, or_, select

from bot.leads import Kind, Lead, Status
from bot.sought import MOST_WORDS, Sight, Sought, Whose, words
from bot.store import Page
from storage.store.rows import Rows, below, columns
from storage.tables import leads
from storage.tables import words as by_word

Condition = ColumnElement[bool]


class FindingReading(Rows):
    def sought(self, sought: Sought, sight: Sight, *, limit: int, offset: int = 0) -> Page[Lead]:
        found = select(*columns(leads, Lead)).where(*_conditions(sought, sight))
        order = (leads.c.promise_due, leads.c.id) if sought.due_by else (leads.c.id.desc(),)
        return self._page(Lead, found, order, limit, offset)

    def board(self, sought: Sought, sight: Sight) -> Mapping[tuple[Kind, Status], int]:
        place = (leads.c.kind, leads.c.status)
        rows = self.connection.execute(select(*place, func.count()).where(*_conditions(sought, sight)).group_by(*place))
        return {(kind, status): many for kind, status, many in rows}


def _conditions(sought: Sought, sight: Sight) -> Sequence[Condition]:
    found = [leads.c.kind.in_(sought.kinds), leads.c.status.in_(sought.statuses), _seen(sight), *_whose(sought, sight)]
    if sought.whose is not Whose.GAVE:
        found.append(leads.c.part_of.is_(None))  # each once, however many gave it
    if sought.due_by:
        found.append(leads.c.promise_due <= sought.due_by)
    return [*found, *(leads.c.id.in_(_has(word)) for word in words(sought.words)[:MOST_WORDS])]


def _has(word: str) -> ColumnElement[int]:
    begins = (by_word.c.word >= word, by_word.c.word < below(word))
    return select(by_word.c.lead).where(*begins).scalar_subquery()


def _whose(sought: Sought, sight: Sight) -> Sequence[Condition]:
    match sought.whose:
        case Whose.MINE:
            return [leads.c.owner == sight.person]
        case Whose.GAVE:
            return [leads.c.referrer == sight.person]
        case Whose.TEAM:
            return [_team(sight)] if sight.team is not None else []
        case Whose.ALL:
            return []


def _team(sight: Sight) -> Condition:
    """Theirs, and what nobody has."""
    return or_(leads.c.owner.is_(None), leads.c.owner.in_(sorted(sight.team or ())))


def _seen(sight: Sight) -> Condition:
    """The same as `bot.rights.may_see`, for many at once."""
    gave = leads.c.referrer == sight.person
    if not sight.member:
        return gave
    if sight.hires or (sight.manages and sight.team is None):
        return leads.c.kind.in_(tuple(Kind))
    managed = [leads.c.owner.in_(sorted(sight.team or ()))] if sight.manages else []
    waiting = [leads.c.owner.is_(None)] if sight.waiting else []
    return or_(leads.c.kind == Kind.SALES, gave, leads.c.owner == sight.person, *managed, *waiting)
