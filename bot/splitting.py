"""Who may propose how the credit is split, who is asked, and who decides where these do not agree."""

from collections.abc import Iterable

from bot import rights
from bot.deciding import deciders, may_decide
from bot.errors import NoSuchLead, Refused
from bot.ids import LeadId, PersonId
from bot.joining import parts_of
from bot.leads import Kind, Lead, Status
from bot.splits import MOST, WHOLE, Outcome, Share, Split
from bot.standing import Standing
from bot.store import Reading


def shares_of(unit: Reading, whole: Lead) -> dict[LeadId, int]:
    """As they are now, whoever sourced it first; of a lead that one alone gave, that one's 100."""
    parts = parts_of(unit, whole)[: MOST - 1]
    return {whole.id: WHOLE - sum(part.share for part in parts)} | {part.id: part.share for part in parts}


def is_split(shares: dict[LeadId, int]) -> bool:
    """Somebody else than who sourced it has a share, be it all of it."""
    return any([*shares.values()][1:])


def check_split(unit: Reading, lead: Lead, by: PersonId) -> None:
    """Whoever has it proposes, or their cover. A candidate's givers do not learn of each other, so that there are
    possible customers alone to be split.

    Raises NoSuchLead; Refused("erased" | "restricted" | "joined_to" | "not_yours" | "gave_alone" | "closed" |
    "split_open").
    """
    stands = rights.standings(unit.person(by), lead, unit.setup())
    rights.check_sight(lead, stands)
    rights.check_whole(lead)
    if not stands & {Standing.OWNER, Standing.COVER} or Standing.MEMBER not in stands:
        raise rights.not_theirs(lead, frozenset({Standing.OWNER}))
    if not lead.parts:
        raise Refused("gave_alone", lead=lead.id)
    if not counts(lead):
        raise Refused("closed", lead=lead.id)
    if open_split(unit, lead) is not None:
        raise Refused("split_open", lead=lead.id)


def may_split(unit: Reading, lead: Lead, by: PersonId) -> bool:
    try:
        check_split(unit, lead, by)
    except Refused:
        return False
    return True


def counts(lead: Lead) -> bool:
    """There is something to have the credit for, or may be."""
    return lead.kind is Kind.SALES and (lead.open or lead.status is Status.WON)


def open_split(unit: Reading, lead: Lead) -> Split | None:
    return next((one for one in unit.splits(lead.id) if one.open), None) if lead.parts else None


def giver_lead(unit: Reading, shares: Iterable[Share], who: PersonId) -> Share | None:
    """What they would have."""
    return next((one for one in shares if unit.lead(one.lead).referrer == who), None)


def to_ask(unit: Reading, shares: Iterable[Share]) -> frozenset[PersonId]:
    """Those who have not answered, and can."""
    who = {unit.lead(one.lead).referrer for one in shares if not one.answered}
    return frozenset(one for one in who if unit.person(one).member)


def splitters(unit: Reading, lead: Lead, split: Split) -> frozenset[PersonId]:
    """Who decides where they do not agree; nobody where nobody is neutral."""
    return deciders(unit, lead, split.by)


def may_decide_split(unit: Reading, lead: Lead, split: Split, by: PersonId) -> bool:
    return split.asked_at is not None and may_decide(unit, lead, split.by, by)


def settled_shares(unit: Reading, lead: Lead) -> dict[LeadId, int]:
    """As they were agreed or decided last; empty where they never were."""
    done = (one for one in unit.splits(lead.id) if one.outcome in {Outcome.AGREED, Outcome.DECIDED})
    last = next(done, None)
    return {one.lead: one.share for one in unit.shares(last.id)} if last else {}


def check_answer(unit: Reading, split: Split, lead: Lead, who: PersonId) -> Share:
    """What they would have. Raises NoSuchLead; Refused("erased" | "restricted" | "split_settled" | "closed" |
    "answered_already")."""
    theirs = giver_lead(unit, unit.shares(split.id), who)
    if theirs is None:
        raise NoSuchLead
    _check_open(split, lead)
    if theirs.answered:
        raise Refused("answered_already")
    return theirs


def check_decide(unit: Reading, split: Split, lead: Lead, who: PersonId) -> None:
    """Raises NoSuchLead; Refused("erased" | "restricted" | "split_settled" | "closed")."""
    if split.asked_at is None or not may_decide(unit, lead, split.by, who):
        raise NoSuchLead
    _check_open(split, lead)


def check_drop(split: Split, lead: Lead, who: PersonId) -> None:
    """Raises as `check_decide`."""
    if who != split.by:
        raise NoSuchLead
    _check_open(split, lead)


def _check_open(split: Split, lead: Lead) -> None:
    rights.check_kept(lead)
    if not split.open:
        raise Refused("split_settled", lead=lead.id)
    if not counts(lead):
        raise Refused("closed", lead=lead.id)
