"""Leads, as the domain asks storage for them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.ids import LeadId, PersonId
from bot.leads import Given, Kind, Lead, Status
from bot.sought import Sight, Sought
from bot.store.pages import Page


@dataclass(frozen=True)
class Promise:
    """When the referrer of a lead is to be told, and its owner asked."""

    id: LeadId
    referrer: PersonId
    owner: PersonId | None
    promise_due: datetime
    ask_due: datetime | None


class LeadsReading(Protocol):
    def lead(self, lead: LeadId) -> Lead:
        """Inside `write()` the row stays locked until the end; raises NoSuchLead."""

    def given_by(self, person: PersonId, *, limit: int, offset: int = 0) -> Page[Lead]:
        """Open ones first, then the newest."""

    def worked_by(self, person: PersonId, *, limit: int, offset: int = 0) -> Page[Lead]:
        """Open ones only; those with the earliest promise first."""

    def untaken(self, kind: Kind, statuses: Iterable[Status], *, limit: int, offset: int = 0) -> Page[Lead]:
        """Leads that nobody has, the oldest first."""

    def works_with(self, company: str) -> PersonId | None:
        """Who works with a company already, or won it: the owner of the last such lead."""

    def has_account(self, person: PersonId, company: str) -> bool:
        """Whether they have an open lead of that company, or won one."""

    def about_same(self, lead: Lead) -> Sequence[LeadId]:
        """Others of its kind that are about the same person, by address, number, or full name at one company."""

    def said_no(self, given: Given) -> bool:
        """Whether somebody with this e-mail or telephone number said that they want no contact."""

    def sought(self, sought: Sought, sight: Sight, *, limit: int, offset: int = 0) -> Page[Lead]:
        """What somebody looks for and may see, the newest first; what needs a word the most urgent first."""

    def board(self, sought: Sought, sight: Sight) -> Mapping[tuple[Kind, Status], int]:
        """How many leads stand where, of those sought."""


class LeadsWriting(LeadsReading, Protocol):
    def enter(self, lead: Lead) -> Lead:
        """A new one, as it stands; its number is given here."""

    def save(self, lead: Lead) -> None:
        """Write the lead as it stands now. The referrer is never written."""

    def credit(self, lead: Lead, to: PersonId) -> Lead:
        """Its referrer leaves it to somebody: the history has to say so last, else the database refuses it."""

    def index(self, lead: Lead) -> None:
        """Have it found by the words that it has now: `enter` does it by itself."""

    def promises(self) -> Sequence[Promise]:
        """All that are made."""

    def hold(self, promise: Promise) -> None:
        """Have it kept at those moments."""

    def promises_due(self, now: datetime, *, limit: int) -> Sequence[Lead]: ...
    def desk_due(self, now: datetime, *, limit: int) -> Sequence[Lead]:
        """Leads that nobody has, whose next step has come."""

    def windows_due(self, now: datetime, *, limit: int) -> Sequence[Lead]:
        """Leads that soon count as their givers' no longer, or do not from now on."""

    def begin_windows(self, now: datetime) -> None:
        """The open ones that counted as their givers' for ever are looked at, from then on."""

    def called(self, person: PersonId) -> Sequence[Lead]:
        """Those of which this person has first call."""

    def promises_of(self, referrer: PersonId, until: datetime) -> Sequence[Lead]:
        """The referrer's leads of which they must be told by then, the earliest first."""

    def morning(self, person: PersonId, desk_of: Iterable[Kind], today: date, tonight: datetime) -> Sequence[Lead]:
        """Open leads with something for this person today: asked about, a step to take, come back from keeping warm,
        to be told where we got their name.

        Of the kinds whose lead desk they are also those that nobody has and that come back, or of which
        somebody asked how it goes.
        """
