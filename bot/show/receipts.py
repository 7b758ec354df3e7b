"""The receipt: what whoever has the credit for a lead keeps, and whoever logged one for a colleague."""

from dataclasses import dataclass
from enum import StrEnum

from bot import clocks, notices, rights
from bot.ids import LeadId
from bot.leads import Kind, Lead, Status
from bot.ledger import CREDIT_BY_RECORD, CREDIT_CHANGED, CREDITED
from bot.notices import Notice
from bot.people import Person, Role
from bot.rewarded import Rewarded
from bot.saying import calendar, desk
from bot.setup import Place
from bot.show.absence import Absence, absence
from bot.show.joining import Linked, Together, linked, together
from bot.show.leads import lead_of, name, named
from bot.show.splits import portions
from bot.store import Reading

EVERYBODY = Rewarded()


class Next(StrEnum):
    """Who comes next for a lead that nobody has."""

    CALL = "call"
    """Somebody has first call."""
    MARKETING = "marketing"
    TEAM = "team"
    """Whoever works leads of this kind."""
    ANYONE = "anyone"
    """Nobody is named yet: any colleague may take it."""
    DESK = "desk"


@dataclass(frozen=True)
class Receipt:
    """The direct message that a referrer gets for a lead, kept: it says who comes next and by when they will hear."""

    lead: Lead
    owner: str | None
    next: Next
    call: str | None
    """Who has first call."""
    place_missing: bool
    """No channel is set yet for leads of this kind."""
    editable: bool
    """Nobody else works it: what they correct stands at once."""
    withdrawable: bool
    rekindable: bool
    desk: str | None = None
    """Who is finding the right person."""
    absence: Absence | None = None
    milestones: bool = False
    """Its referrer has had the first word, and wants to hear of milestones only."""
    forgettable: bool = False
    """They took it back, and may have all that they gave erased."""
    logged_by: str | None = None
    """Who logged it for them."""
    leavable: bool = False
    """They may leave the credit to these."""
    together: Together | None = None
    """The lead that it is part of, where they may see it."""
    partable: bool = False
    """They may say that it is a different one."""
    rewarded: Rewarded = EVERYBODY
    """Whose leads are."""
    share: int | None = None
    """How many per cent of the credit are theirs, where it is split."""
    like: Linked | None = None
    """What we had already that is like it, where they may see it."""


@dataclass(frozen=True)
class Left:
    """What stands where the receipt was of whoever had the credit before, and left it to who logged it for them."""

    lead: LeadId
    to: str
    changed: bool = False
    """They did not leave it: a manager decided so."""


@dataclass(frozen=True)
class Behalf:
    """Whoever logged a lead for a colleague reads that these have the credit, and are told."""

    lead: LeadId
    referrer: str | None
    """None where they have left it to the reader."""


def receipt(unit: Reading, notice: Notice) -> Receipt | Left:
    lead, setup = lead_of(unit, notice), unit.setup()
    if notice.address != notices.person(lead.referrer):
        last = [entry.kind for entry in unit.entries(lead.id) if entry.kind in CREDITED][-1:]
        return Left(
            lead.id, unit.person(lead.referrer).name, changed=last[:1] in ([CREDIT_CHANGED], [CREDIT_BY_RECORD])
        )
    giver = unit.person(lead.referrer)
    stands = rights.standings(giver, lead, setup)
    open_now = {move.name for move in rights.open_moves(lead, stands, setup)}
    place = Place.LEADS if lead.kind is Kind.SALES else Place.HIRING
    return Receipt(
        lead,
        owner=name(unit, lead.owner),
        next=who_is_next(unit, lead),
        call=name(unit, lead.call),
        place_missing=place not in setup.places and not setup.workers(lead.kind),
        editable=lead.open and lead.edits_stand,
        withdrawable=lead.open and lead.part_of is None and giver.member and not lead.asked_back_at,
        together=together(unit, lead, giver),
        partable=rights.may_part(lead, stands),
        rewarded=setup.rewarded,
        like=_like(unit, lead, giver),
        share=next((one.share for one in portions(unit, lead) if one.lead == lead.id), None),
        rekindable="rekind" in open_now,
        desk=name(unit, min(desk(unit, lead.kind), default=None)) if lead.desk_at else None,
        absence=absence(unit, lead.owner) if lead.open else None,
        milestones=clocks.at_milestones(lead, calendar(unit, lead.referrer)),
        forgettable=rights.may_forget(lead, stands),
        logged_by=name(unit, lead.logged_by),
        leavable=lead.logged_by is not None
        and rights.may_leave_credit(lead, stands)
        and unit.person(lead.logged_by).member,
    )


def _like(unit: Reading, lead: Lead, giver: Person) -> Linked | None:
    """The oldest; of a candidate nothing, as nobody learns here whom else we know."""
    if lead.kind is Kind.TALENT:
        return None
    older = (one for one in linked(unit, lead, giver) if one.lead.id < lead.id and one.lead.kind is lead.kind)
    return next(older, None)


def behalf(unit: Reading, notice: Notice) -> Behalf:
    lead = lead_of(unit, notice)
    has_it = notice.address == notices.person(lead.referrer)
    return Behalf(lead.id, None if has_it else named(unit, lead, lead.referrer))


def who_is_next(unit: Reading, lead: Lead) -> Next:
    setup = unit.setup()
    if lead.call and lead.desk_due:
        return Next.CALL
    if lead.desk_at:
        return Next.DESK
    if lead.kind is Kind.SALES and setup.anyone(Role.MARKETER) and lead.status is Status.NEW:
        return Next.MARKETING
    if setup.workers(lead.kind):
        return Next.TEAM
    return Next.ANYONE if lead.kind is Kind.SALES else Next.DESK
