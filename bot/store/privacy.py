"""What is held about somebody who never asked to be in it, as the domain asks storage for it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.ids import DraftId, LeadId, NoticeId, PersonId, RemarkId, RequestId
from bot.leads import Given, Lead
from bot.notices import Notice
from bot.privacy import Deed, Disclosure, Progress, Request, Seen, Way


class PrivacyReading(Protocol):
    def held_about(self, phrase: str, *, limit: int) -> Sequence[Lead]:
        """Leads in whose form, or in words about which, this e-mail, number or name stands; the newest first."""

    def disclosures(self, lead: LeadId, *, last: int | None = None) -> Sequence[Disclosure]:
        """Who was shown its contact data, in order."""

    def disclosed(self, person: PersonId, what: Seen, at: datetime) -> frozenset[LeadId]:
        """The leads of one file."""

    def holds_erased(self, person: PersonId, what: Seen, at: datetime) -> bool:
        """Whether one of them was erased since."""

    def objected(self, given: Given, *, themselves: bool = False) -> bool:
        """Whether whom this is about asked for no more contact, or somebody who stands in it in whatever field."""

    def requests(self, *, limit: int, offset: int = 0) -> Sequence[Request]:
        """The newest first."""

    def requests_going(self) -> bool:
        """Whether a message of one of them is still to be written anew."""

    def request(self, request: RequestId) -> Request: ...
    def progress(self, request: Request) -> Progress: ...
    def mentioning(self, given: Given) -> tuple[Sequence[DraftId], Sequence[RemarkId]]:
        """Drafts and remarks, which belong to no lead, that speak of somebody."""

    def remarks_on(self, lead: LeadId) -> Sequence[RemarkId]: ...
    def showing(self, lead: LeadId) -> Sequence[Notice]:
        """What was said that shows this lead."""

    def fingerprint(self, lead: Lead) -> str:
        """A keyed hash that tells a lead from another that got its number after a restore."""


class PrivacyWriting(PrivacyReading, Protocol):
    def disclose(self, shown: Iterable[LeadId], person: PersonId, what: Seen, now: datetime) -> None: ...
    def erase_words(self, lead: Lead) -> None:
        """What people wrote about it goes, with its salt; the list outside the database names the lead."""

    def erase_remark(self, remark: RemarkId) -> None: ...
    def object_to(self, given: Given, now: datetime) -> None:
        """Keep a keyed hash of each way in which whom this is about would be recognised."""

    def enter_objection(self, way: Way, hashed: str, now: datetime, *, listed: bool = False) -> bool:
        """One such hash; `listed`: it comes of the list outside the database. Returns whether it was new."""

    def forget_objection(self, given: Given) -> None:
        """They may be contacted again."""

    def drop_objection(self, hashed: str) -> None: ...
    def add_request(
        self, deed: Deed, about: Collection[LeadId], said: Collection[NoticeId], *, by: PersonId, now: datetime
    ) -> Request:
        """`said`: our messages that are written anew because of it."""

    def going_requests(self, *, limit: int) -> Sequence[Request]:
        """Those whose messages are not all written anew."""

    def finish_request(self, request: RequestId, now: datetime) -> None: ...
    def lead_numbers(self, *, after: LeadId, limit: int) -> Sequence[LeadId]:
        """Of all leads, in their order, for whoever goes through them."""
