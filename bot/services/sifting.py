"""What becomes of each row of a list from elsewhere: found out by reading alone, so that it can be tried before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import ahead, windows
from bot.ahead import Ahead
from bot.care import DEALS
from bot.colleagues import Colleagues
from bot.errors import Refused
from bot.ids import LeadId, PersonId
from bot.importing import Duplicates, Fate, Outcome, Row
from bot.joining import givers
from bot.leads import CLOSED, WORKED, Given, Kind, Lead, Status
from bot.matching import Link
from bot.objecting import check_objection
from bot.people import Person
from bot.services.joining import Links, among
from bot.store import Reading

MET = DEALS | {Status.LOST}
"""Somebody has had contact with them, whenever that was."""


@dataclass(frozen=True)
class Order:
    """Who brings which list in, and how."""

    by: PersonId
    file: str
    """By what the list is known again: a digest of all that stands in it."""
    duplicates: Duplicates
    colleagues: Colleagues


@dataclass(frozen=True)
class Coming:
    """A row that becomes a lead."""

    row: Row
    lead: Lead
    fate: Fate
    links: Links
    whole: LeadId | None = None
    """The lead that it becomes a part of."""


class Sieve:
    def __init__(self, unit: Reading, rows: Iterable[Row], order: Order, before: Ahead, *, now: datetime) -> None:
        self.unit = unit
        self.order = order
        self.ahead = before
        self.now = now
        unit.compare_anew()
        self.came = dict(unit.imported(row for row in rows if row.given))

    def sift(self, row: Row) -> Coming | Outcome:
        """What comes in; or what becomes of a row that does not."""
        if row.given is None:
            return Outcome(row, Fate.REFUSED, refused=row.refused)
        if row.known_by in self.came:
            return Outcome(row, Fate.ALREADY, lead=self.came[row.known_by])
        if row.known_by in self.ahead.rows:
            return Outcome(row, Fate.ALREADY, other_row=self.ahead.rows[row.known_by])
        try:
            lead = self._lead(row, row.given)
        except Refused as refused:
            return Outcome(row, Fate.REFUSED, refused=refused)
        return self._compared(row, lead)

    def _lead(self, row: Row, given: Given) -> Lead:
        """As the list has it; without its clocks. What nobody is said to have given nobody hears of."""
        check_objection(self.unit, given)
        called, at = self.order.colleagues.called, row.logged_at(self.now)
        giver = called(row.giver, field="given_by").id if row.giver else None
        owner, status = self._owner(row, given.kind), row.status or Status.NEW
        if owner is not None and status not in WORKED | CLOSED | {Status.NURTURING}:
            status = Status.ACCEPTED
        warm = self.now + timedelta(days=self.unit.setup().cadences.warm)
        return Lead(
            **vars(given),
            id=LeadId(0),
            referrer=giver or self.order.by,
            owner=owner,
            status=status,
            logged_at=at,
            imported_at=self.now,
            moved_at=self.now,
            muted=giver is None,
            back_on=warm.date() if status is Status.NURTURING else None,
            contacted_at=at if status in MET else None,
        )

    def _owner(self, row: Row, kind: Kind) -> PersonId | None:
        """Who has it, or had it. Raises Refused, where somebody would get it who cannot work it."""
        if not row.owner:
            return None
        person = self.order.colleagues.called(row.owner, field="owner")
        if row.status not in CLOSED:
            self._check_worker(person, kind)
        return person.id

    def _check_worker(self, person: Person, kind: Kind) -> None:
        setup = self.unit.setup()
        workers = setup.workers(kind)
        if not person.member:
            raise Refused("not_a_member", field="owner", name=person.name)
        if workers and person.id not in workers and not setup.is_desk(person, kind):
            raise Refused("cannot_take_it", field="owner", name=person.name)

    def _compared(self, row: Row, lead: Lead) -> Coming | Outcome:
        links = among(lead, [*self.unit.comparable_often(lead), *self.ahead.comparable(lead)])
        same = [number for number, link in links.items() if link is Link.SAME]
        if same and self.order.duplicates is Duplicates.SKIP:
            return self._left_out(row, same[0])
        joins = self.order.duplicates is Duplicates.JOIN and lead.open and lead.kind is Kind.SALES
        whole = next((number for number in same if self._joinable(number)), None) if joins else None
        if whole is None:
            return Coming(row, lead, Fate.RELATED if links else Fate.NEW, links)
        if lead.muted or self._is_theirs(whole, lead.referrer):
            return self._left_out(row, whole)
        return Coming(row, lead, Fate.JOINED, links, whole)

    def _left_out(self, row: Row, other: LeadId) -> Outcome:
        return told(Outcome(row, Fate.KNOWN), other)

    def _lead_of(self, number: LeadId) -> Lead:
        return self.ahead.lead(number) or self.unit.lead(number)

    def _joinable(self, number: LeadId) -> bool:
        """As for what people log: somebody may still win it, and it still counts as its givers'."""
        lead = self._lead_of(number)
        may_be_won = lead.kind is Kind.SALES and lead.open and not lead.withheld
        return may_be_won and not windows.is_over(self.unit, lead, now=self.now)

    def _is_theirs(self, number: LeadId, who: PersonId) -> bool:
        if self.ahead.gave(number, who):
            return True
        lead = self._lead_of(number)
        return who == lead.owner or (ahead.row_of(number) is None and who in givers(self.unit, lead))


def told(outcome: Outcome, other: LeadId | None) -> Outcome:
    """With the lead, or the row, that it is about."""
    row = ahead.row_of(other)
    return Outcome(outcome.row, outcome.fate, outcome.lead, None if row else other, row, outcome.refused)


def outcome_of(coming: Coming, lead: LeadId | None = None) -> Outcome:
    """`lead`: the number that it has got."""
    other = coming.whole or next(iter(coming.links), None)
    return told(Outcome(coming.row, coming.fate, lead), other)
