"""Who may say that they knew somebody before, and who decides: never one of those whom it is about."""

from collections.abc import Iterator

from bot import rights
from bot.disputes import Dispute
from bot.errors import NoSuchLead, Refused
from bot.ids import PersonId
from bot.joining import givers, whole_of
from bot.leads import Kind, Lead, Status
from bot.people import Role
from bot.saying import desk, managers
from bot.standing import Standing
from bot.store import Reading


def disputed_whole(unit: Reading, lead: Lead, by: PersonId) -> Lead:
    """The lead whose credit they would have: of a part, the one that it is a part of.

    Raises NoSuchLead; Refused("unknown" | "erased" | "restricted" | "credited_already" | "disputed_already" |
    "closed").
    """
    whole, person = whole_of(unit, lead), unit.person(by)
    rights.check_kept(whole)
    if not _sees(unit, whole, by) and not (by == lead.referrer and lead.kind is Kind.SALES):
        raise NoSuchLead
    if not person.member:
        raise Refused("unknown", lead=whole.id)
    if by == whole.referrer:
        raise Refused("credited_already", lead=whole.id)
    if not whole.open and whole.status is not Status.WON:
        raise Refused("closed", lead=whole.id)
    if claim_of(unit, whole, by) is not None:
        raise Refused("disputed_already", lead=whole.id)
    return whole


def may_dispute(unit: Reading, lead: Lead, by: PersonId) -> bool:
    try:
        disputed_whole(unit, lead, by)
    except Refused:
        return False
    return True


def claim_of(unit: Reading, whole: Lead, by: PersonId) -> Dispute | None:
    """Once a person and lead: what was decided is decided, what was taken back may come again."""
    return next((one for one in unit.disputes(whole.id) if one.by == by and one.outcome != "dropped"), None)


def deciders(unit: Reading, lead: Lead, claimant: PersonId) -> frozenset[PersonId]:
    """The manager of who has the credit, else of who claims it, else the lead desk, else the admins; nobody of those
    whom it is about. Nobody at all where all of them are."""
    involved = concerned(unit, lead, claimant)
    found = (
        frozenset(who for who in some - involved if _decides(unit, lead, who)) for some in _asked(unit, lead, claimant)
    )
    return next((some for some in found if some), frozenset())


def _asked(unit: Reading, lead: Lead, claimant: PersonId) -> Iterator[frozenset[PersonId]]:
    yield managers(unit, lead.referrer, lead.kind)
    yield managers(unit, claimant, lead.kind)
    yield desk(unit, lead.kind)
    yield frozenset(person.id for person in unit.admins(unit.setup().roles.get(Role.ADMIN, frozenset())))


def concerned(unit: Reading, lead: Lead, claimant: PersonId) -> frozenset[PersonId]:
    """Who gave it, who claims it, and who has it."""
    return givers(unit, lead) | {claimant} | ({lead.owner} if lead.owner is not None else frozenset())


def may_decide(unit: Reading, lead: Lead, claimant: PersonId, by: PersonId) -> bool:
    """Who is asked to; or who may change the credit anyway."""
    if by in concerned(unit, lead, claimant):
        return False
    stands = rights.standings(unit.person(by), lead, unit.setup())
    return by in deciders(unit, lead, claimant) or rights.may_change_credit(lead, stands)


def _decides(unit: Reading, lead: Lead, who: PersonId) -> bool:
    return unit.person(who).member and _sees(unit, lead, who)


def _sees(unit: Reading, lead: Lead, who: PersonId) -> bool:
    stands = rights.standings(unit.person(who), lead, unit.setup())
    return rights.may_see(lead, stands) and Standing.MEMBER in stands
