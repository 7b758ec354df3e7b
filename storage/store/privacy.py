"""What is held about somebody, who was shown it, what they asked for; and how what is erased goes from the tables."""

import functools
import hmac
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, literal_column, or_, select

from bot import privacy
from bot.ids import DraftId, LeadId, NoticeId, PersonId, RemarkId, RequestId
from bot.leads import Given, Lead
from bot.notices import Notice, State
from bot.privacy import Deed, Disclosure, Progress, Request, Seen, Trace
from storage.store.outbox import NOTICE
from storage.store.prepared import Prepared
from storage.store.rows import Rows, Shelf, columns, count
from storage.tables import (
    attachments,
    disclosures,
    drafts,
    leads,
    mentions,
    notices,
    objections,
    remarks,
    requests,
    texts,
)

_REQUEST = select(*columns(requests, Request))
_STUCK = (State.WAITING, State.DEAD)
"""Its place is not set any more, or the platform does not take it."""
_ANY_GOING = Prepared(select(requests.c.id).where(requests.c.done_at.is_(None)).limit(literal_column("1")))
_ANY_OBJECTED = Prepared(select(objections.c.hash).limit(literal_column("1")))
_OBJECTED = Prepared(select(objections.c.at).where(objections.c.hash == bindparam("hash")))


class PrivacyReading(Rows):
    def held_about(self, phrase: str, *, limit: int) -> Sequence[Lead]:
        told, name = _joined(privacy.WRITTEN), _joined(("name", "person"))
        ways = [self._has(told, phrase), and_(*(self._has(name, word) for word in phrase.split()))]
        ways.append(leads.c.id.in_(select(texts.c.lead).where(self._has(texts.c.body, phrase))))
        number = privacy.digits(phrase)[-9:]
        at_home = number, number.lstrip("0")  # +64 9 412 3456 is written 09 412 3456 there
        ways.extend(leads.c.phone.endswith(one) for one in at_home if len(one) >= privacy.FEWEST_DIGITS)
        found = select(*columns(leads, Lead)).where(or_(*ways), leads.c.erased_at.is_(None))
        return self._all(Lead, found.order_by(leads.c.id.desc()).limit(limit))

    def _has(self, column: ColumnElement[str], phrase: str) -> ColumnElement[bool]:
        """However it is written: SQLite knows small and capital letters of ASCII only, those without being asked."""
        forms = {phrase} if phrase.isascii() else {phrase, phrase.lower(), phrase.title(), phrase.upper()}
        escaped = [form.replace("/", "//").replace("%", "/%").replace("_", "/_") for form in sorted(forms)]
        like = column.like if self.is_sqlite else column.ilike
        return or_(*(like(f"%{form}%", escape="/") for form in escaped))

    def disclosures(self, lead: LeadId, *, last: int | None = None) -> Sequence[Disclosure]:
        its = select(*columns(disclosures, Disclosure)).where(disclosures.c.lead == lead)
        return self._all(Disclosure, its.order_by(disclosures.c.id.desc()).limit(last))[::-1]

    def disclosed(self, person: PersonId, what: Seen, at: datetime) -> frozenset[LeadId]:
        return frozenset(self.connection.execute(select(disclosures.c.lead).where(*_shown(person, what, at))).scalars())

    def holds_erased(self, person: PersonId, what: Seen, at: datetime) -> bool:
        gone = select(leads.c.id).join(disclosures, disclosures.c.lead == leads.c.id)
        gone = gone.where(*_shown(person, what, at), leads.c.erased_at.is_not(None))
        return self._scalar(gone.limit(1)) is not None

    def objected(self, given: Given, *, themselves: bool = False) -> bool:
        if self._scalar(_ANY_OBJECTED) is None:
            return False  # as nearly everywhere: without a keyed hash and a look for each trace
        by = privacy.own(given) if themselves else privacy.traces(given)
        return any(self._scalar(_OBJECTED, hash=self.hash_of(trace)) for trace in by)

    def requests(self, *, limit: int, offset: int = 0) -> Sequence[Request]:
        return self._requests(_REQUEST.order_by(requests.c.id.desc()).limit(limit).offset(offset))

    def requests_going(self) -> bool:
        return self._scalar(_ANY_GOING) is not None

    def request(self, request: RequestId) -> Request:
        found = self._requests(_REQUEST.where(requests.c.id == request))
        if not found:
            raise KeyError(request)
        return found[0]

    def progress(self, request: Request) -> Progress:
        """Of its messages: written anew, still to be, and those that the platform does not take."""
        its = notices.c.id.in_(request.notices)
        stuck = int(self._scalar(count(notices, its, notices.c.state.in_(_STUCK))))
        behind = notices.c.state.in_([State.QUEUED, State.SENDING])
        going = int(self._scalar(count(notices, its, notices.c.wanted > notices.c.shown, behind)))
        return Progress(len(request.notices) - going - stuck, going, stuck)

    def mentioning(self, given: Given) -> tuple[Sequence[DraftId], Sequence[RemarkId]]:
        """Drafts and remarks, which belong to no lead, that speak of somebody."""
        said = self.connection.execute(select(drafts.c.id, drafts.c.text)).all()
        wrong = self.connection.execute(select(remarks.c.id, remarks.c.text).where(remarks.c.text != "")).all()
        return (
            [DraftId(number) for number, text in said if privacy.mentions(text, given)],
            [RemarkId(number) for number, text in wrong if privacy.mentions(text, given)],
        )

    def remarks_on(self, lead: LeadId) -> Sequence[RemarkId]:
        return [RemarkId(one) for one in self.connection.execute(_of(remarks, lead)).scalars()]

    def showing(self, lead: LeadId) -> Sequence[Notice]:
        """What was said that shows this lead."""
        its = NOTICE.join(mentions, mentions.c.notice == notices.c.id).where(mentions.c.lead == lead)
        return self._all(Notice, its.where(notices.c.receipt != "").order_by(notices.c.id))

    def fingerprint(self, lead: Lead) -> str:
        """Tells a lead from another that got its number after a restore."""
        return self._keyed(f"lead:{lead.id}:{lead.logged_at.isoformat()}")

    def hash_of(self, trace: Trace) -> str:
        return self._keyed(":".join(("objection", *trace)))

    def _keyed(self, text: str) -> str:
        return hmac.new(self.shelf.key(), text.encode(), sha256).hexdigest()

    def _requests(self, statement: Any) -> Sequence[Request]:  # noqa: ANN401 - SQLAlchemy's
        rows = self._rows(statement, {})
        return [Request(**(dict(row) | {name: tuple(row[name]) for name in ("leads", "notices")})) for row in rows]


class PrivacyWriting(PrivacyReading):
    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        super().__init__(connection, shelf)
        self.listed: list[str] = []
        """For the list of what was erased, outside the database."""

    def disclose(self, shown: Iterable[LeadId], person: PersonId, what: Seen, now: datetime) -> None:
        rows = [{"lead": lead, "person": person, "what": what, "at": now} for lead in shown]
        if rows:
            self.connection.execute(disclosures.insert(), rows)

    def erase_words(self, lead: Lead) -> None:
        """Of what people wrote about it: body and salt; that they wrote stays in its history."""
        self.listed.append(f"erase {lead.id} {self.fingerprint(lead)}")
        self.connection.execute(texts.update().where(texts.c.lead == lead.id).values(salt="", body=""))
        self.connection.execute(attachments.delete().where(attachments.c.lead == lead.id))

    def erase_remark(self, remark: RemarkId) -> None:
        self.connection.execute(remarks.update().where(remarks.c.id == remark).values(text=""))

    def object_to(self, given: Given, now: datetime) -> None:
        for trace in privacy.own(given):
            self.enter_objection(trace[0], self.hash_of(trace), now)

    def enter_objection(self, way: privacy.Way, hashed: str, now: datetime, *, listed: bool = False) -> bool:
        self.listed += [] if listed else [f"object {way} {hashed}"]
        row = self._insert(objections).values(hash=hashed, way=way, at=now).on_conflict_do_nothing()
        return self.connection.execute(row.returning(objections.c.hash)).first() is not None

    def forget_objection(self, given: Given) -> None:
        for hashed in sorted(self.hash_of(trace) for trace in privacy.traces(given)):
            self.listed.append(f"allow {hashed}")
            self.drop_objection(hashed)

    def drop_objection(self, hashed: str) -> None:
        self.connection.execute(objections.delete().where(objections.c.hash == hashed))

    def add_request(
        self, deed: Deed, about: Collection[LeadId], said: Collection[NoticeId], *, by: PersonId, now: datetime
    ) -> Request:
        done = None if said else now
        row: dict[str, Any] = {"deed": deed, "leads": sorted(about), "by": by, "at": now, "done_at": done}
        number = self._add(requests, **row, notices=sorted(said))
        return self.request(RequestId(number))

    def going_requests(self, *, limit: int) -> Sequence[Request]:
        going = _REQUEST.where(requests.c.done_at.is_(None)).order_by(requests.c.id).limit(limit)
        return self._requests(going.with_for_update(skip_locked=True))

    def finish_request(self, request: RequestId, now: datetime) -> None:
        self.connection.execute(requests.update().where(requests.c.id == request).values(done_at=now))

    def lead_numbers(self, *, after: LeadId, limit: int) -> Sequence[LeadId]:
        """Of all leads, in their order, for whoever goes through them."""
        following = select(leads.c.id).where(leads.c.id > after).order_by(leads.c.id).limit(limit)
        return [LeadId(number) for number in self.connection.execute(following).scalars()]


def _shown(person: PersonId, what: Seen, at: datetime) -> tuple[ColumnElement[bool], ...]:
    return (disclosures.c.person == person, disclosures.c.what == what, disclosures.c.at == at)


def _joined(names: Iterable[str]) -> ColumnElement[str]:
    """Several columns as one text, which costs less to look through than each."""
    first, *others = (leads.c[name] for name in names)
    return functools.reduce(lambda text, column: text + " " + column, others, first)


def _of(table: Any, lead: LeadId) -> Any:  # noqa: ANN401 - SQLAlchemy's
    return select(table.c.id).where(table.c.lead == lead)
