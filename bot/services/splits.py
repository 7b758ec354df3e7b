"""Whoever has a lead that several gave proposes how its credit is split; these agree, or a manager decides."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from bot.answers import Answer
from bot.batches import PUT_OFF, Batch, carry_out
from bot.disputes import decided_by as last_day
from bot.disputes import first_due, next_due
from bot.errors import Refused
from bot.history import Texts
from bot.ids import LeadId, PersonId, SplitId
from bot.leads import Lead
from bot.notices import Arguments
from bot.saying import calendar, say_again, show_lead, tell
from bot.services.once import once
from bot.splits import AGREES, DIFFERS, PROPOSED, SETTLED, Outcome, Share, Split, check_shares, written
from bot.splitting import (
    check_answer,
    check_decide,
    check_drop,
    check_split,
    counts,
    open_split,
    shares_of,
    splitters,
    to_ask,
)
from bot.store import Store, Unit
from bot.texts import long
from bot.values import replace

Typed = Mapping[LeadId, int | None]
Facts = dict[str, str | int | None]


@once
def propose_split(unit: Unit, lead_id: LeadId, typed: Typed, word: str, *, by: PersonId, now: datetime) -> Answer:
    """Whoever has it says how the credit is to be split, and perhaps why; who gave it agrees, or does not.

    Raises as `check_split` and `check_shares`; Refused("same_split" | "too_long").
    """
    lead = unit.lead(lead_id)
    check_split(unit, lead, by)
    present = shares_of(unit, lead)
    shares = check_shares(typed, present)
    if shares == present:
        raise Refused("same_split")
    told = long(word, field="word")
    said = unit.write_text(lead.id, told) if told else None
    proposal = Split(SplitId(0), lead.id, by, now, said, due=first_due(calendar(unit, by), now))
    rows = [Share(SplitId(0), number, share, _theirs(unit, number, by, now)) for number, share in shares.items()]
    split = unit.add_split(proposal, rows)
    facts: Facts = {"status": lead.status, "split": split.id, "shares": written(shares)}
    unit.record(lead, PROPOSED, actor=by, now=now, facts=facts, texts={"word": said} if said else {})
    for reader in {by, *(unit.lead(one.lead).referrer for one in rows)}:
        _tell(unit, split, reader, now=now)
    _go_on(unit, split, by=by, now=now)
    show_lead(unit, unit.lead(lead.id), now=now)
    return Answer(PROPOSED, lead.id)


def _theirs(unit: Unit, number: LeadId, by: PersonId, now: datetime) -> datetime | None:
    """Whoever proposes it and gave it agrees by that."""
    return now if unit.lead(number).referrer == by else None


@once
def agree_split(unit: Unit, number: SplitId, *, by: PersonId, now: datetime) -> Answer:
    """One of those who gave it agrees. Raises NoSuchLead; Refused("split_settled" | "answered_already")."""
    split, lead = _held(unit, number)
    theirs = check_answer(unit, split, lead, by)
    unit.save_share(replace(theirs, agreed_at=now))
    facts: Facts = {"status": lead.status, "split": split.id}
    unit.record(lead, AGREES, actor=by, now=now, facts=facts)
    _go_on(unit, split, by=by, now=now)
    _show(unit, split, now=now)
    return Answer(AGREES, lead.id)


@once
def differ_split(unit: Unit, number: SplitId, words: str, *, by: PersonId, now: datetime) -> Answer:
    """One of those who gave it sees it differently, and says how: then a manager decides, if one is neutral.

    Raises NoSuchLead; Refused("split_settled" | "answered_already" | "blank" | "too_long").
    """
    split, lead = _held(unit, number)
    theirs = check_answer(unit, split, lead, by)
    how = unit.write_text(lead.id, long(words, field="word", required=True))
    unit.save_share(replace(theirs, differs=how))
    facts: Facts = {"status": lead.status, "split": split.id}
    unit.record(lead, DIFFERS, actor=by, now=now, facts=facts, texts={"word": how})
    _go_on(unit, split, by=by, now=now)
    _show(unit, split, now=now)
    return Answer(DIFFERS if unit.split(number).open else "split_stays", lead.id)


@once
def decide_split(unit: Unit, number: SplitId, typed: Typed, reason: str, *, by: PersonId, now: datetime) -> Answer:
    """A manager who is none of them. Raises as `check_shares`; NoSuchLead; Refused("split_settled" | "blank" |
    "too_long")."""
    split, lead = _held(unit, number)
    check_decide(unit, split, lead, by)
    asked = unit.shares(number)
    shares = check_shares(typed, [one.lead for one in asked])
    why = unit.write_text(lead.id, long(reason, field="reason", required=True))
    for one in asked:
        unit.save_share(replace(one, share=shares[one.lead]))
    _settle(unit, replace(split, outcome=Outcome.DECIDED, settled_by=by, reason=why), lead, by=by, now=now)
    return Answer("split_decided", lead.id)


@once
def drop_split(unit: Unit, number: SplitId, *, by: PersonId, now: datetime) -> Answer:
    """Whoever proposed it takes it back. Raises NoSuchLead, Refused("split_settled")."""
    split, lead = _held(unit, number)
    check_drop(split, lead, by)
    _settle(unit, replace(split, outcome=Outcome.DROPPED, settled_by=by), lead, by=by, now=now)
    return Answer("split_dropped", lead.id)


def lapse(unit: Unit, lead: Lead, *, by: PersonId, now: datetime) -> None:
    """What is proposed for this lead is no more: they are no longer the ones who gave it."""
    split = open_split(unit, lead)
    if split is not None:
        _settle(unit, replace(split, outcome=Outcome.LAPSED), lead, by=by, now=now)


def _held(unit: Unit, number: SplitId) -> tuple[Split, Lead]:
    """As it is once nobody else changes it."""
    lead = unit.lead(unit.split(number).lead)
    return unit.split(number), lead


def _go_on(unit: Unit, split: Split, *, by: PersonId, now: datetime) -> None:
    """Once all have agreed it is so; once all have answered who can, a manager decides."""
    lead, shares = unit.lead(split.lead), unit.shares(split.id)
    if all(one.agreed_at for one in shares):
        _settle(unit, replace(split, outcome=Outcome.AGREED), lead, by=by, now=now)
    elif split.asked_at is None and (any(one.differs for one in shares) or not to_ask(unit, shares)):
        _ask(unit, split, lead, by=by, now=now)


def _ask(unit: Unit, split: Split, lead: Lead, *, by: PersonId, now: datetime) -> None:
    able = splitters(unit, lead, split)
    if not able:
        _settle(unit, replace(split, outcome=Outcome.STAYS), lead, by=by, now=now)
        return
    asked = replace(split, asked_at=now, due=first_due(calendar(unit, split.by), now))
    unit.save_split(asked)
    for reader in able:
        _tell(unit, asked, reader, now=now)
    _show(unit, asked, now=now)


def _settle(unit: Unit, split: Split, lead: Lead, *, by: PersonId, now: datetime) -> None:
    """It counts so from now on, where it is agreed or decided; and all whom it concerns read how it ended."""
    settled, shares = replace(split, due=None), unit.shares(split.id)
    unit.save_split(settled)
    facts: Facts = {"status": lead.status, "split": split.id, "outcome": settled.outcome}
    counting = settled.outcome in {Outcome.AGREED, Outcome.DECIDED}
    texts: Texts = {"reason": settled.reason} if settled.reason else {}
    told: Facts = {"shares": written({one.lead: one.share for one in shares})} if counting else {}
    unit.record(lead, SETTLED, actor=by, now=now, facts=facts | told, texts=texts)
    for one in shares if counting else ():
        _count(unit, one, facts, by=by, now=now)
    _show(unit, settled, now=now)
    show_lead(unit, unit.lead(lead.id), now=now)
    for reader in _concerned(unit, lead, settled, shares) - {settled.settled_by or by}:
        _tell(unit, settled, reader, now=now, what="split_settled")


def _count(unit: Unit, one: Share, facts: Facts, *, by: PersonId, now: datetime) -> None:
    """A part has its share from now on, and its history says so; what is left is the whole's."""
    part = unit.lead(one.lead)
    if part.part_of is not None:
        unit.save(replace(part, share=one.share))
        unit.record(unit.lead(one.lead), SETTLED, actor=by, now=now, facts=facts | {"share": one.share})


def _concerned(unit: Unit, lead: Lead, split: Split, shares: Iterable[Share]) -> frozenset[PersonId]:
    """Whoever gave it, proposed it, has it; who was asked to decide reads it where they were asked."""
    gave = {unit.lead(one.lead).referrer for one in shares}
    return frozenset({split.by, *gave, *([lead.owner] if lead.owner is not None else [])})


def _tell(unit: Unit, split: Split, reader: PersonId, *, now: datetime, what: str = "split", n: str = "") -> None:
    """`n` tells one such message from another."""
    about: Arguments = {"lead": split.lead, "split": split.id, "person": reader}
    tell(unit, f"{what}:{split.id}:{n}{reader}", reader, what, about, now=now, wait=timedelta())


def _show(unit: Unit, split: Split, *, now: datetime) -> None:
    """What was said of it says what is true now."""
    for key in unit.keys(f"split:{split.id}:"):
        say_again(unit, key, now=now)


def follow_splits(store: Store, *, now: datetime, limit: int) -> int:
    """Those who are silent are reminded; on the last day it is for a manager to decide, who is reminded too."""

    def do(unit: Unit, due: Iterable[Split]) -> None:
        for split in due:
            _follow(unit, split, now=now)

    def put_off(unit: Unit, split: Split) -> None:
        unit.save_split(replace(split, due=now + PUT_OFF))

    due = Batch("split", lambda unit: unit.splits_due(now, limit=limit), lambda one: one.id, do, put_off)
    return carry_out(store, due)


def _follow(unit: Unit, split: Split, *, now: datetime) -> None:
    lead, days = unit.lead(split.lead), calendar(unit, split.by)
    if lead.erased_at or not counts(lead):
        _settle(unit, replace(split, outcome=Outcome.LAPSED), lead, by=split.by, now=now)
        return
    if split.asked_at is None and now >= last_day(days, split.at):
        _ask(unit, split, lead, by=split.by, now=now)
        return
    unit.save_split(replace(split, due=next_due(days, split.asked_at or split.at, now)))
    silent = to_ask(unit, unit.shares(split.id)) if split.asked_at is None else splitters(unit, lead, split)
    for reader in silent if not lead.withheld else ():
        _tell(unit, split, reader, now=now, n=f"{days.today(now).isoformat()}:")
