"""How the credit for a lead is split, and what is proposed about it, as each of those whom it concerns reads it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.disputes import decided_by
from bot.ids import LeadId, PersonId, SplitId
from bot.joining import whole_of
from bot.leads import Kind, Lead
from bot.notices import Notice
from bot.people import BESIDE
from bot.saying import calendar
from bot.show.leads import giver_of, named, without_contact
from bot.splits import Outcome, Split
from bot.splitting import (
    check_answer,
    check_decide,
    check_split,
    giver_lead,
    is_split,
    may_decide_split,
    shares_of,
    splitters,
)
from bot.store import Reading


class Part(StrEnum):
    """What its reader is in it."""

    PROPOSED = "proposed"
    GAVE = "gave"
    """And has not answered yet."""
    DECIDES = "decides"
    HEARS = "hears"


@dataclass(frozen=True)
class Portion:
    """Of the credit: whose it is or would be, and what they say to that."""

    lead: LeadId
    """The lead that they gave."""
    giver: str
    share: int
    now: int
    sourced: bool
    """They gave it first."""
    agreed: bool = False
    differs: str = ""
    theirs: bool = False
    """The reader's own."""


@dataclass(frozen=True)
class Proposal:
    """What is proposed, and what came of it; without contact data."""

    number: SplitId
    lead: Lead
    part: Part
    by: str
    said: str
    portions: tuple[Portion, ...]
    decides: str
    """Who is asked, or would be; nobody where nobody is neutral."""
    asked: bool
    """It is for them to decide."""
    until: datetime
    outcome: Outcome | None
    settled_by: str
    reason: str


def proposal(unit: Reading, notice: Notice) -> Proposal | None:
    """Nothing for who would only hear now what is settled already."""
    split = unit.split(SplitId(int(str(notice.args["split"]))))
    if not split.open and not notice.shown and notice.intent != "split_settled":
        return None
    return proposal_of(unit, split, PersonId(int(str(notice.args["person"]))))


def proposal_of(unit: Reading, split: Split, reader: PersonId) -> Proposal:
    lead = unit.lead(split.lead)
    able = sorted(splitters(unit, lead, split)) if split.open else []
    return Proposal(
        split.id,
        without_contact(lead),
        _part(unit, split, lead, reader),
        by=named(unit, lead, split.by),
        said=unit.text(split.said),
        portions=tuple(_proposed(unit, split, lead, reader)),
        decides=BESIDE.join(unit.person(one).name for one in able),
        asked=split.asked_at is not None,
        until=decided_by(calendar(unit, split.by), split.asked_at or split.at),
        outcome=split.outcome,
        settled_by=named(unit, lead, split.settled_by) if split.settled_by else "",
        reason=unit.text(split.reason),
    )


def _proposed(unit: Reading, split: Split, lead: Lead, reader: PersonId) -> list[Portion]:
    present = shares_of(unit, lead)
    return [
        Portion(
            one.lead,
            giver_of(unit, unit.lead(one.lead)),
            one.share,
            present.get(one.lead, 0),
            sourced=one.lead == lead.id,
            agreed=one.agreed_at is not None,
            differs=unit.text(one.differs),
            theirs=unit.lead(one.lead).referrer == reader,
        )
        for one in unit.shares(split.id)
    ]


def _part(unit: Reading, split: Split, lead: Lead, reader: PersonId) -> Part:
    theirs = giver_lead(unit, unit.shares(split.id), reader)
    if theirs is not None and not theirs.answered:
        return Part.GAVE
    if reader == split.by:
        return Part.PROPOSED
    return Part.DECIDES if may_decide_split(unit, lead, split, reader) else Part.HEARS


def portions(unit: Reading, lead: Lead, reader: PersonId | None = None) -> tuple[Portion, ...]:
    """Of the lead, or of the one that it is a part of; none where all of it is theirs who sourced it."""
    whole = whole_of(unit, lead)
    shares = shares_of(unit, whole) if whole.parts and whole.kind is Kind.SALES else {}
    return _as_it_is(unit, whole, shares, reader) if is_split(shares) else ()


def _as_it_is(unit: Reading, whole: Lead, shares: dict[LeadId, int], reader: PersonId | None) -> tuple[Portion, ...]:
    gave = {number: unit.lead(number) for number in shares}
    return tuple(
        Portion(
            number,
            giver_of(unit, gave[number]),
            share,
            share,
            sourced=number == whole.id,
            theirs=gave[number].referrer == reader,
        )
        for number, share in shares.items()
    )


def to_propose(unit: Reading, lead: Lead, reader: PersonId) -> tuple[Portion, ...]:
    """For the form: as it is now. Raises as `check_split` does."""
    check_split(unit, lead, reader)
    return _as_it_is(unit, lead, shares_of(unit, lead), reader)


def to_differ(unit: Reading, number: SplitId, reader: PersonId) -> Proposal:
    """For the form in which one of those who gave it says how they see it. Raises NoSuchLead, Refused."""
    split = unit.split(number)
    check_answer(unit, split, unit.lead(split.lead), reader)
    return proposal_of(unit, split, reader)


def to_decide(unit: Reading, number: SplitId, reader: PersonId) -> Proposal:
    """For the form of whoever decides. Raises NoSuchLead, Refused."""
    split = unit.split(number)
    check_decide(unit, split, unit.lead(split.lead), reader)
    return proposal_of(unit, split, reader)
