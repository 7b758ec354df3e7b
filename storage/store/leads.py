"""Leads: as they stand, in lists, and those whose time has come."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Executable, and_, bindparam, case, literal_column, or_, select, text

from bot.accounts import account
from bot.errors import NoSuchLead
from bot.ids import LeadId, PersonId
from bot.joining import SHARED
from bot.leads import CLOSED, WORKED, Kind, Lead, Status
from bot.sought import words_of
from bot.store import Page, Promise
from bot.values import replace
from storage.store.matching import MatchingReading, MatchingWriting
from storage.store.prepared import Prepared
from storage.store.rows import Shelf, columns, due, row_of
from storage.tables import OPEN, leads
from storage.tables import words as by_word

LEAD = select(*columns(leads, Lead))
_ITS_ID = LEAD.where(leads.c.id == bindparam("id"))
_BY_ID, _LOCKED = Prepared(_ITS_ID), Prepared(_ITS_ID.with_for_update(key_share=True))
"""Nobody else changes it meanwhile; what refers to it may be written, or whoever waits for that would wait for us."""
_CLOSED_LAST = case((leads.c.status.in_(sorted(CLOSED)), 1), else_=0)
_FREE = (Status.NEW, Status.QUALIFYING, Status.SALES_READY)
_NEVER_WRITTEN = {"id", "referrer", "logged_at", "seq", "version"}
"""By save(): the first three stay for ever, record() counts the fourth."""
_CREDIT = Prepared(leads.update().where(leads.c.id == bindparam("its_id")))
_SAVE = Prepared(leads.update().where(leads.c.id == bindparam("its_id"), leads.c.version == bindparam("its_version")))
_SAVE_PARTS = Prepared(leads.update().where(leads.c.part_of == bindparam("its_id")))
_KNOWN_BY = ("kind", "name", "person", "email", "phone", "link")
_WORKS_WITH = Prepared(
    select(leads.c.owner)
    .where(
        leads.c.account == bindparam("account"),
        leads.c.kind == Kind.SALES,
        leads.c.owner.is_not(None),
        leads.c.part_of.is_(None),
        leads.c.status.in_([literal_column(f"'{status}'") for status in (*sorted(WORKED), Status.WON)]),
    )
    .order_by(leads.c.id.desc())
    .limit(1)
)
_HAS_ACCOUNT = Prepared(
    select(leads.c.id)
    .where(
        leads.c.account == bindparam("account"),
        leads.c.kind == Kind.SALES,
        leads.c.owner == bindparam("person"),
        leads.c.part_of.is_(None),
        leads.c.status.not_in([literal_column(f"'{status}'") for status in sorted(CLOSED - {Status.WON})]),
    )
    .limit(1)
)
_PROMISES_DUE = due(LEAD, leads.c.promise_due, leads.c.id)
_DESK_DUE = due(LEAD, leads.c.desk_due, leads.c.id)
_WINDOWS_DUE = due(LEAD, leads.c.window_due, leads.c.id)
_FORGET_WORDS = Prepared(by_word.delete().where(by_word.c.lead == bindparam("its_id")))


@lru_cache(maxsize=64)
def _entering(many: int) -> Prepared:
    """So many words of one lead."""
    rows: list[dict[str, Any]] = [{"word": bindparam(f"word{n}"), "lead": bindparam("its_id")} for n in range(many)]
    return Prepared(by_word.insert().values(rows))


class LeadsReading(MatchingReading):
    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        super().__init__(connection, shelf)
        self._kept: dict[LeadId, Lead] = {}
        """As they are in the database: all that is read here is of one moment, and nobody else writes to what is
        locked."""

    def lead(self, lead: LeadId) -> Lead:
        if lead not in self._kept:
            found = self._first(Lead, _LOCKED if self.locks else _BY_ID, id=lead)
            if found is None:
                raise NoSuchLead
            self._kept[lead] = found
        return self._kept[lead]

    def given_by(self, person: PersonId, *, limit: int, offset: int = 0) -> Page[Lead]:
        theirs = LEAD.where(leads.c.referrer == person)
        return self._page(Lead, theirs, (_CLOSED_LAST, leads.c.id.desc()), limit, offset)

    def worked_by(self, person: PersonId, *, limit: int, offset: int = 0) -> Page[Lead]:
        theirs = LEAD.where(leads.c.owner == person, text(OPEN))
        return self._page(Lead, theirs, (leads.c.promise_due.asc().nulls_last(), leads.c.id), limit, offset)

    def untaken(self, kind: Kind, statuses: Iterable[Status], *, limit: int, offset: int = 0) -> Page[Lead]:
        nobodys = LEAD.where(leads.c.owner.is_(None), leads.c.kind == kind, leads.c.status.in_(list(statuses)))
        nobodys = nobodys.where(~leads.c.restricted, leads.c.part_of.is_(None))
        return self._page(Lead, nobodys, (leads.c.id,), limit, offset)

    def works_with(self, company: str) -> PersonId | None:
        known = account(company)
        found = self._scalar(_WORKS_WITH, account=known) if known else None
        return None if found is None else PersonId(found)

    def has_account(self, person: PersonId, company: str) -> bool:
        known = account(company)
        return bool(known) and self._scalar(_HAS_ACCOUNT, account=known, person=person) is not None


class LeadsWriting(MatchingWriting, LeadsReading):
    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        super().__init__(connection, shelf)
        self._versions: dict[LeadId, int] = {}
        self._stale: set[LeadId] = set()
        """Of those that are kept, whose rows were written to since by other ways than `save`."""

    def lead(self, lead: LeadId) -> Lead:
        """`seq` is of the moment when it was first read."""
        if lead in self._stale:
            del self._kept[lead]
            self._stale.discard(lead)
        return super().lead(lead)

    def _at_hand(self, statement: Executable | Prepared, **given: object) -> Sequence[Lead]:
        """Of those that are saved anew only what changes is written: a column that is written as it was has its
        indexes written too, and a lead that is not known from before all by which it is found."""
        found = self._all(Lead, statement, **given)
        self._kept |= {lead.id: lead for lead in found}
        self._stale.difference_update(lead.id for lead in found)
        return found

    def enter(self, lead: Lead) -> Lead:
        row = row_of(lead)
        del row["id"]
        lead = replace(lead, id=LeadId(self._add(leads, **row, account=account(lead.name))))
        self._kept[lead.id] = lead
        self._find_by_words(lead)
        self._trace(lead)
        self._key(lead)
        return lead

    def credit(self, lead: Lead, to: PersonId) -> Lead:
        self._change(_CREDIT, its_id=lead.id, referrer=to)
        credited = self._kept[lead.id] = replace(lead, referrer=to)
        return credited

    def index(self, lead: Lead) -> None:
        self._change(_FORGET_WORDS, its_id=lead.id)
        self._find_by_words(lead)

    def _find_by_words(self, lead: Lead) -> None:
        words = {f"word{n}": word for n, word in enumerate(words_of(lead))}
        if words:
            self._change(_entering(len(words)), its_id=lead.id, **words)

    def save(self, lead: Lead) -> None:
        version, before = self._versions.get(lead.id, lead.version), self._kept.get(lead.id)
        were = {} if before is None else vars(before)
        values = {
            name: value
            for name, value in row_of(lead).items()
            if name not in _NEVER_WRITTEN and (name not in were or value != were[name])
        }
        if "name" in values:
            values["account"] = account(lead.name)
        values |= {"version": version + 1, "its_id": lead.id, "its_version": version}
        if self._change(_SAVE, **values) != 1:
            raise RuntimeError(f"lead {lead.id} was written by somebody else")  # the lock failed us: the net holds
        self._know_anew(lead, before)
        if lead.parts and not values.keys().isdisjoint(SHARED):
            self._save_parts(lead, {name: value for name, value in values.items() if name in SHARED})
        self._versions[lead.id], self._kept[lead.id] = version + 1, replace(lead, version=version + 1)

    def _know_anew(self, lead: Lead, before: Lead | None) -> None:
        if before is None or any(getattr(lead, name) != getattr(before, name) for name in _KNOWN_BY):
            self._trace_anew(lead)
            self._key_anew(lead)

    def _save_parts(self, whole: Lead, values: dict[str, Any]) -> None:
        """What is of the whole stands in its parts in the same words."""
        self._change(_SAVE_PARTS, its_id=whole.id, **values)
        self._stale |= self._kept.keys()
        if "kind" in values:
            for part in self.parts(whole.id):
                self._trace_anew(part)
                self._key_anew(part)

    def promises(self) -> Sequence[Promise]:
        return self._all(Promise, select(*columns(leads, Promise)).where(leads.c.promise_due.is_not(None)))

    def hold(self, promise: Promise) -> None:
        its = leads.update().where(leads.c.id == promise.id)
        self.connection.execute(its.values(promise_due=promise.promise_due, ask_due=promise.ask_due))
        self._stale.add(promise.id)

    def promises_due(self, now: datetime, *, limit: int) -> Sequence[Lead]:
        return self._at_hand(_PROMISES_DUE, now=now, limit=limit)

    def desk_due(self, now: datetime, *, limit: int) -> Sequence[Lead]:
        return self._at_hand(_DESK_DUE, now=now, limit=limit)

    def windows_due(self, now: datetime, *, limit: int) -> Sequence[Lead]:
        return self._at_hand(_WINDOWS_DUE, now=now, limit=limit)

    def begin_windows(self, now: datetime) -> None:
        without = (leads.c.window_on.is_(None), leads.c.part_of.is_(None), leads.c.erased_at.is_(None))
        self.connection.execute(leads.update().where(text(OPEN), *without).values(window_due=now))
        self._stale |= self._kept.keys()

    def called(self, person: PersonId) -> Sequence[Lead]:
        theirs = LEAD.where(leads.c.call == person, leads.c.part_of.is_(None))
        return self._at_hand(theirs.order_by(leads.c.id).with_for_update(key_share=True))

    def promises_of(self, referrer: PersonId, until: datetime) -> Sequence[Lead]:
        theirs = LEAD.where(leads.c.referrer == referrer, leads.c.promise_due <= until)
        return self._at_hand(
            theirs.order_by(leads.c.promise_due, leads.c.id).with_for_update(skip_locked=True, key_share=True)
        )

    def morning(self, person: PersonId, desk_of: Iterable[Kind], today: date, tonight: datetime) -> Sequence[Lead]:
        back = and_(text("leads.status = 'nurturing'"), leads.c.back_on <= today)
        untold = leads.c.remind_on <= today
        something = or_(leads.c.next_on == today, leads.c.ask_due < tonight, back, untold)
        theirs = LEAD.where(leads.c.owner == person, text(OPEN), something, ~leads.c.restricted)
        found = self._all(Lead, theirs.order_by(leads.c.promise_due.asc().nulls_last(), leads.c.id))
        if kinds := list(desk_of):
            nobodys = LEAD.where(leads.c.owner.is_(None), leads.c.kind.in_(kinds), back, ~leads.c.restricted)
            found += self._all(Lead, nobodys.order_by(leads.c.back_on, leads.c.id))
            free = LEAD.where(leads.c.owner.is_(None), leads.c.kind.in_(kinds), ~leads.c.restricted)
            asked = and_(leads.c.status.in_(_FREE), or_(leads.c.ask_due < tonight, untold))
            warm = and_(text("leads.status = 'nurturing'"), leads.c.back_on > today, untold)
            found += self._all(Lead, free.where(asked).order_by(leads.c.id))
            found += self._all(Lead, free.where(warm).order_by(leads.c.id))
        return found
