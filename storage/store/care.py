"""What is owed to whoever a lead is about: whose time has come, whose would by other settings, what is left of it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, func, select, true

from bot.care import DEALS
from bot.ids import LeadId
from bot.keeping import Ending
from bot.leads import Kind, Lead, Status
from bot.store import Page, Remains
from storage.store.leads import LEAD, LeadsWriting
from storage.store.rows import Rows
from storage.tables import entries, leads

_KEPT = and_(leads.c.erased_at.is_(None), ~leads.c.restricted)
_FORGOTTEN = sorted(set(Status) - DEALS)
_STATUS = {
    Ending.LOST: Status.LOST,
    Ending.DECLINED: Status.DECLINED,
    Ending.WITHDRAWN: Status.DECLINED,
    Ending.WARM: Status.NURTURING,
    Ending.WON: Status.WON,
}


class CareReading(Rows):
    def forgotten(self, before: datetime, *, locked: bool, limit: int) -> Page[LeadId]:
        since = (
            leads.c.locked_at if locked else func.coalesce(leads.c.needed_at, leads.c.imported_at, leads.c.logged_at)
        )
        untouched = (_KEPT, leads.c.contacted_at.is_(None), leads.c.informed_at.is_(None))
        where = leads.c.locked_at.is_not(None) if locked else leads.c.locked_at.is_(None)
        return self._numbers(limit, _in(*_FORGOTTEN), *untouched, where, since <= before)

    def ended(self, how: Ending, last: date, *, limit: int) -> Page[LeadId]:
        over = datetime.combine(last + timedelta(days=1), time(0), UTC)
        moved = leads.c.moved_at < over
        if how is Ending.WARM:
            moved = leads.c.back_on <= last
        taken_back = how in {Ending.DECLINED, Ending.WITHDRAWN}
        withdrawn = leads.c.withdrawn == (how is Ending.WITHDRAWN) if taken_back else true()
        return self._numbers(limit, _in(_STATUS[how]), _KEPT, moved, withdrawn)

    def _numbers(self, limit: int, *conditions: ColumnElement[bool]) -> Page[LeadId]:
        found = select(leads.c.id).where(*conditions)
        total = self._scalar(found.with_only_columns(func.count()))
        some = self.connection.execute(found.order_by(leads.c.id).limit(limit)).scalars() if total else ()
        return Page([LeadId(number) for number in some], total)

    def remains(self, *, limit: int, offset: int = 0) -> Page[Remains]:
        gone = select(leads.c.id, leads.c.erased_at).where(leads.c.erased_at.is_not(None))
        total = self._scalar(gone.with_only_columns(func.count()))
        rows = self.connection.execute(
            gone.order_by(leads.c.erased_at.desc(), leads.c.id).limit(limit).offset(offset)
        ).all()
        return Page([self._remains(LeadId(row.id), row.erased_at) for row in rows], total, offset)

    def _remains(self, lead: LeadId, at: datetime) -> Remains:
        its = select(entries.c.seq, entries.c.kind, entries.c.facts, entries.c.seals)
        rows = self.connection.execute(its.where(entries.c.lead == lead).order_by(entries.c.seq)).all()
        because = [str(row.facts.get("because", "")) for row in rows if row.kind == "erased"]
        seals = {f"{row.seq}.{what}": seal for row in rows for what, seal in row.seals.items()}
        return Remains(lead, at, (because or [""])[-1], seals)


class CareWriting(LeadsWriting, CareReading):
    def care_due(self, now: datetime, *, limit: int) -> Sequence[Lead]:
        due = LEAD.where(leads.c.care_due <= now).order_by(leads.c.care_due, leads.c.id).limit(limit)
        return self._at_hand(due.with_for_update(skip_locked=True, key_share=True))

    def care_anew(self, now: datetime) -> None:
        self.connection.execute(leads.update().where(leads.c.erased_at.is_(None)).values(care_due=now))
        self._stale |= self._kept.keys()


def _in(*statuses: Status) -> ColumnElement[bool]:
    """By the index of kinds and statuses."""
    return and_(leads.c.kind.in_(list(Kind)), leads.c.status.in_(statuses))
