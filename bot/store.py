"""The store, as the domain asks for it: one page. Storage fulfils it; errors other than Refused are faults."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar

from bot.answers import Answer
from bot.digests import Numbers, Promised, Scheduled, Scope
from bot.drafts import Draft
from bot.history import Entry
from bot.ids import DraftId, EntryId, LeadId, NoticeId, Origin, PersonId, RemarkId, TextId, WinId
from bot.leads import Given, Kind, Lead, Status
from bot.notices import Notice, Telling
from bot.people import Identity, Person, Profile
from bot.remarks import Remark
from bot.setup import Setup
from bot.sought import Sight, Sought
from bot.thanks import Win

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Page(Generic[T_co]):
    """Some of many: what a list shows at once."""

    items: Sequence[T_co]
    total: int
    offset: int = 0


@dataclass(frozen=True)
class Change:
    """That somebody changed a setting."""

    key: str
    by: PersonId
    at: datetime


@dataclass(frozen=True)
class Help:
    """Somebody who helped: their one line is an erasable text."""

    lead: LeadId
    person: PersonId
    at: datetime
    text: TextId | None


class Reading(Protocol):
    """What can be asked. A lead, person, entry, win or draft that does not exist raises NoSuchLead or KeyError."""

    def lead(self, lead: LeadId) -> Lead:
        """Inside `write()` the row stays locked until the end; raises NoSuchLead."""

    def person(self, person: PersonId) -> Person: ...
    def people(self, ids: Iterable[PersonId]) -> Mapping[PersonId, Person]: ...
    def members(self) -> Sequence[Person]:
        """Full members whom the platform has told us about, by name."""

    def admins(self, named: Collection[PersonId]) -> Sequence[Person]:
        """The full members among those named; where nobody is, workspace owners and admins."""

    def lookers(self, ids: Collection[PersonId] | None, *, limit: int) -> Sequence[Person]:
        """Full members who have opened App Home, of these or of everybody; at most so many."""

    def find_person(self, identity: Identity) -> Person | None: ...
    def identity(self, person: PersonId, platform: str) -> Identity | None: ...
    def setup(self) -> Setup: ...
    def changes(self, *, limit: int) -> Sequence[Change]:
        """Of the settings, the newest first."""

    def text(self, text: TextId | None) -> str:
        """Empty where there is none or it was erased."""

    def entry(self, entry: EntryId) -> Entry: ...
    def entries(self, lead: LeadId, *, group: int | None = None, last: int | None = None) -> Sequence[Entry]:
        """In the order of their seq."""

    def wins(self, lead: LeadId) -> Sequence[Win]: ...
    def win(self, win: WinId) -> Win: ...
    def helpers(self, lead: LeadId) -> Sequence[Help]: ...
    def draft(self, draft: DraftId) -> Draft: ...
    def remark(self, remark: RemarkId) -> Remark: ...
    def given_by(self, person: PersonId, *, limit: int, offset: int = 0) -> Page[Lead]:
        """Open ones first, then the newest."""

    def worked_by(self, person: PersonId, *, limit: int, offset: int = 0) -> Page[Lead]:
        """Open ones only; those with the earliest promise first."""

    def untaken(self, kind: Kind, statuses: Iterable[Status], *, limit: int, offset: int = 0) -> Page[Lead]:
        """Leads that nobody has, the oldest first."""

    def sought(self, sought: Sought, sight: Sight, *, limit: int, offset: int = 0) -> Page[Lead]:
        """What somebody looks for and may see, the newest first; what needs a word the most urgent first."""

    def board(self, sought: Sought, sight: Sight) -> Mapping[tuple[Kind, Status], int]:
        """How many leads stand where, of those sought."""

    def works_with(self, company: str) -> PersonId | None:
        """Who works with a company already, or won it: the owner of the last such lead."""

    def unthanked(self, person: PersonId) -> Sequence[Win]:
        """Standing wins of theirs that still want the owner's words."""

    def digests(self) -> Mapping[PersonId, tuple[Scheduled, str | None]]:
        """Each person's schedule, with the zone where they are now; None for those who have left."""

    def numbers(self, scope: Scope, weeks: Sequence[datetime], at: datetime, promised: Promised) -> Numbers:
        """What a digest counts; `weeks` are the moments at which they began, and the last ends at `at`."""

    def waiting_long(self, scope: Scope, promised: Promised, *, limit: int) -> Sequence[Lead]:
        """Open leads without news from a person in time, those that wait longest first."""

    def thanks_outstanding(self, scope: Scope, *, limit: int) -> Page[Win]:
        """Standing wins for which nobody has thanked yet, the oldest first."""

    def notice(self, notice: NoticeId) -> Notice | None: ...
    def notice_by_key(self, key: str) -> Notice | None: ...
    def last_said(self, reader: PersonId, *, since: datetime | None = None, receipt: str = "") -> Notice | None:
        """The newest message to this person, if it first came at `since` or later; or the one with this receipt."""

    def keys(self, prefix: str) -> Sequence[str]:
        """The keys of all notices that begin so, for instance every card of a lead: "card:42:"."""

    def next_due(self) -> datetime | None:
        """The earliest moment at which a sweep will have something to do; for the sandbox's clock and readiness."""

    def overdue(self, now: datetime) -> int:
        """Notices that should have been said and were not: due and neither sent, dropped nor dead."""

    def dead(self) -> Sequence[Notice]: ...
    def outcome(self, origin: Origin) -> Answer | None: ...


class Unit(Reading, Protocol):
    """What can be changed, all in one transaction."""

    def claim(self, origin: Origin) -> Answer | None:
        """Take this intention; None if it is new, else the first outcome. A second one at the same time waits here."""

    def settle(self, origin: Origin, answer: Answer) -> None: ...
    def meet(self, identity: Identity, profile: Profile | None, now: datetime) -> Person:
        """Insert or refresh a person; without a profile (the platform did not tell) a new one is not `known`.

        The morning of who has changed zones is looked at anew: it is due at once.
        """

    def opened_home(self, person: PersonId) -> None: ...
    def add_lead(self, given: Given, *, referrer: PersonId, now: datetime, promise_due: datetime) -> Lead: ...
    def save(self, lead: Lead) -> None:
        """Write the lead as it stands now. The referrer is never written."""

    def index(self, lead: Lead) -> None:
        """Have it found by the words that it has now: `add_lead` does it by itself."""

    def record(
        self,
        lead: Lead,
        kind: str,
        *,
        actor: PersonId,
        now: datetime,
        before: Mapping[str, str | int | None] | None = None,
        facts: Mapping[str, str | int | None] | None = None,
        texts: Mapping[str, TextId] | None = None,
        other: PersonId | None = None,
        win: WinId | None = None,
        group: int | None = None,
    ) -> Entry:
        """Append to the lead's history; seq follows the last. Without a group the entry begins one."""

    def mark_undone(self, entry: EntryId) -> None: ...
    def write_text(self, lead: LeadId, body: str) -> TextId: ...
    def add_win(self, win: Win) -> Win:
        """Its id and n are given here."""

    def save_win(self, win: Win) -> None: ...
    def add_helper(self, helper: Help) -> None:
        """Once a person and lead; a second line of theirs replaces the first."""

    def add_draft(self, draft: Draft) -> Draft: ...
    def add_remark(self, remark: Remark) -> Remark:
        """Its id is given here."""

    def drop_draft(self, draft: DraftId) -> None: ...
    def set(self, key: str, value: object, *, by: PersonId, now: datetime) -> None:
        """A setting, as JSON: "place.leads", "role.rep", "reports.7", "desk.sales", "days_off". Append-only."""

    # What is due now. Each is found by index, locked against other replicas, and at most `limit` at a time.
    def promises_due(self, now: datetime, *, limit: int) -> Sequence[Lead]: ...
    def desk_due(self, now: datetime, *, limit: int) -> Sequence[Lead]:
        """Leads that nobody has, whose next step has come."""

    def thanks_due(self, now: datetime, *, limit: int) -> Sequence[Win]: ...
    def promises_of(self, referrer: PersonId, until: datetime) -> Sequence[Lead]:
        """The referrer's leads of which they must be told by then, the earliest first."""

    def morning(self, person: PersonId, desk_of: Iterable[Kind], today: date, now: datetime) -> Sequence[Lead]:
        """Open leads with something for this person today: asked about, a step to take, come back from keeping warm.

        Of the kinds whose lead desk they are also those that come back and that nobody has.
        """

    def schedule(self, name: str, person: PersonId, due: datetime, *, only_new: bool = False) -> None:
        """The next moment of something that comes again and again for somebody; `only_new`: unless there is one."""

    def unschedule(self, name: str, person: PersonId) -> None: ...
    def scheduled(self, name: str, now: datetime, *, limit: int) -> Sequence[PersonId]:
        """For whom it is due, locked against other replicas; each must be scheduled anew."""

    def digests_due(self, now: datetime, *, limit: int) -> Sequence[Scheduled]: ...
    def schedule_digest(self, person: PersonId, zone: str, next_at: datetime, *, was: str | None = None) -> None:
        """Somebody's first one, or one in another zone than it `was`."""

    def digest_follows(self, person: PersonId, zone: str, next_at: datetime) -> None:
        """The one after one that was due."""

    def no_digest(self, person: PersonId) -> None: ...

    # The outbox.
    def put(self, notice: Notice, *, afresh: bool = False) -> None:
        """Say it: a new key is inserted with wanted=1; a known one gets `wanted` raised and the rest replaced.

        It is queued at once if it answers a click or has no `due`, and has its place; else the sweep releases it.
        A thread has its place once the message that it belongs under was shown. `afresh` forgets the
        hash of what was shown, so that it is shown even if it is the same.
        """

    def drop(self, key: str) -> None:
        """It need not be said any more, unless it has been already."""

    def release(self, now: datetime, *, limit: int) -> int:
        """Queue what is waiting and due and has its place, drop what is past its `until`; returns how many queued."""

    def start_sending(self, notice: NoticeId, n: int, now: datetime) -> Notice | None:
        """Mark the attempt; None if there is nothing to send: shown already, dropped, dead, or not there."""

    def sent(self, notice: Notice, n: int, *, shown: str, receipt: str, now: datetime, told: bool) -> None:
        """It was shown (`told`: with a Telling) or skipped; `shown` is the hash. Still queued while more is wanted."""

    def not_sent(self, notice: NoticeId, *, error: str, unsure: bool, dead: bool) -> None: ...
    def put_back(self, notice: NoticeId) -> None:
        """Its place is not set any more: it waits again."""

    def nothing_to_say(self, notice: NoticeId, n: int, now: datetime) -> None:
        """What it would have said is gone: dropped, or left as it was shown; queued again if more is wanted."""

    def tellings(self, address: str, *, key_prefix: str = "") -> Sequence[Telling]: ...


class Store(Protocol):
    """Where everything is kept: SQLite or PostgreSQL, one company."""

    def read(self) -> AbstractContextManager[Reading]:
        """A consistent look; never waits for writers."""

    def write(self) -> AbstractContextManager[Unit]:
        """One transaction: committed at the end, nothing of it stays after an exception."""
