"""Somebody says that they knew them before, or gave them first; whose the credit is, a manager decides, or a record."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot import rights
from bot.answers import Answer
from bot.batches import PUT_OFF, Batch, carry_out
from bot.deciding import concerned, deciders, disputed_whole, may_decide
from bot.disputes import ANSWERED, DISPUTED, SETTLED, Dispute, Outcome, Record, check_day, first_due, next_due
from bot.disputes import decided_by as last_day
from bot.errors import NoSuchLead, Refused
from bot.history import Texts
from bot.ids import DisputeId, LeadId, PersonId
from bot.leads import Lead
from bot.ledger import CREDIT_BY_RECORD, CREDIT_CHANGED
from bot.notices import Arguments
from bot.saying import calendar, say_again, show_lead, tell
from bot.services.crediting import credit_to
from bot.services.once import once
from bot.store import Store, Unit
from bot.texts import line, long
from bot.values import replace

Facts = dict[str, str | int | None]
WHERE = 1000
"""So many characters has a link, as some sites make them."""


@once
def dispute(unit: Unit, lead_id: LeadId, record: Record | None, word: str, *, by: PersonId, now: datetime) -> Answer:
    """They knew them before, or gave them first; with a record of it.

    Raises as `disputed_whole`; Refused("no_record" | "too_young" | "too_long") under its field.
    """
    lead = disputed_whole(unit, unit.lead(lead_id), by)
    if record is None or not record.where.strip():
        raise Refused("no_record", field="where" if record else "day")
    day = check_day(record.day, lead, calendar(unit, by))
    kept = unit.write_text(lead.id, line(record.where, field="where", most=WHERE))
    told = long(word, field="word")
    text = unit.write_text(lead.id, told) if told else None
    due = first_due(calendar(unit, by), now)
    claim = unit.add_dispute(Dispute(DisputeId(0), lead.id, by, now, record.proof, day, kept, text, due=due))
    texts: Texts = {"record": kept, **({"word": text} if text else {})}
    facts: Facts = {"status": lead.status, "dispute": claim.id, "proof": record.proof, "on": day.isoformat()}
    unit.record(lead, DISPUTED, actor=by, other=lead.referrer, now=now, facts=facts, texts=texts)
    for reader in {by, lead.referrer, *deciders(unit, lead, by)}:
        _tell(unit, claim, reader, now=now)
    show_lead(unit, lead, now=now)
    return Answer(DISPUTED, lead.id)


def _tell(unit: Unit, claim: Dispute, reader: PersonId, *, now: datetime, what: str = "disputed", n: str = "") -> None:
    """`n` tells one such message from another."""
    about: Arguments = {"lead": claim.lead, "dispute": claim.id, "person": reader}
    tell(unit, f"{what}:{claim.id}:{n}{reader}", reader, what, about, now=now, wait=timedelta())


@once
def answer_dispute(
    unit: Unit, number: DisputeId, words: str, day: date | None, *, by: PersonId, now: datetime
) -> Answer:
    """Whoever has the credit says how it was; `day`: of an older record of theirs, which the words name.

    Raises NoSuchLead; Refused("dispute_settled" | "blank" | "too_long" | "too_young").
    """
    claim, lead = _held(unit, number)
    _check_open(claim, lead, theirs=by == lead.referrer)
    said = unit.write_text(lead.id, long(words, field="word", required=True))
    older = check_day(day, lead, calendar(unit, by)) if day else None
    unit.save_dispute(replace(claim, answer=said, answer_day=older))
    facts: Facts = {"status": lead.status, "dispute": claim.id, "on": older.isoformat() if older else None}
    unit.record(lead, ANSWERED, actor=by, other=claim.by, now=now, facts=facts, texts={"word": said})
    _show(unit, claim, now=now)
    show_lead(unit, lead, now=now)
    return Answer("dispute_answered", lead.id)


@once
def decide_dispute(
    unit: Unit, number: DisputeId, outcome: Outcome, reason: str, *, by: PersonId, now: datetime
) -> Answer:
    """A manager who is none of them. Raises NoSuchLead; Refused("dispute_settled" | "blank" | "too_long")."""
    claim, lead = _held(unit, number)
    _check_open(claim, lead, theirs=may_decide(unit, lead, claim.by, by))
    why = unit.write_text(lead.id, long(reason, field="reason", required=True))
    _settle(unit, replace(claim, outcome=outcome, settled_by=by, reason=why), lead, by=by, now=now)
    return Answer("dispute_decided", lead.id)


@once
def drop_dispute(unit: Unit, number: DisputeId, *, by: PersonId, now: datetime) -> Answer:
    """They take it back. Raises NoSuchLead, Refused("dispute_settled")."""
    claim, lead = _held(unit, number)
    _check_open(claim, lead, theirs=by == claim.by)
    _settle(unit, replace(claim, outcome=Outcome.DROPPED, settled_by=by), lead, by=by, now=now)
    return Answer("dispute_dropped", lead.id)


def _held(unit: Unit, number: DisputeId) -> tuple[Dispute, Lead]:
    """As it is once nobody else changes it."""
    lead = unit.lead(unit.dispute(number).lead)
    return unit.dispute(number), lead


def _check_open(claim: Dispute, lead: Lead, *, theirs: bool) -> None:
    """Who has nothing to do with it does not learn of it either. Raises NoSuchLead, Refused("dispute_settled")."""
    if not theirs:
        raise NoSuchLead
    rights.check_kept(lead)
    if not claim.open:
        raise Refused("dispute_settled", lead=lead.id)


def _settle(unit: Unit, settled: Dispute, lead: Lead, *, by: PersonId, now: datetime) -> None:
    """All whom it concerns read how, and why."""
    settled = replace(settled, due=None)
    unit.save_dispute(settled)
    told = concerned(unit, lead, settled.by)
    facts: Facts = {"status": lead.status, "dispute": settled.id, "outcome": settled.outcome}
    texts: Texts = {"reason": settled.reason} if settled.reason else {}
    unit.record(lead, SETTLED, actor=by, other=settled.by, now=now, facts=facts, texts=texts)
    if settled.outcome is Outcome.GIVEN and lead.referrer != settled.by:
        kind = CREDIT_CHANGED if settled.settled_by else CREDIT_BY_RECORD
        credit_to(unit, unit.lead(lead.id), settled.by, by=by, now=now, kind=kind)
    _show(unit, settled, now=now)
    show_lead(unit, unit.lead(lead.id), now=now)
    for reader in told - {settled.settled_by}:
        if settled.outcome is not Outcome.DROPPED or reader == lead.referrer:
            _tell(unit, settled, reader, now=now, what="dispute_settled")


def _show(unit: Unit, claim: Dispute, *, now: datetime) -> None:
    """What was said of it says what is true now."""
    for key in unit.keys(f"disputed:{claim.id}:"):
        say_again(unit, key, now=now)


def follow_disputes(store: Store, *, now: datetime, limit: int) -> int:
    """Whoever decides is reminded; on the last day the older record stands where nobody could."""

    def do(unit: Unit, due: Iterable[Dispute]) -> None:
        for claim in due:
            _go_on(unit, claim, now=now)

    def put_off(unit: Unit, claim: Dispute) -> None:
        unit.save_dispute(replace(claim, due=now + PUT_OFF))

    due = Batch("dispute", lambda unit: unit.disputes_due(now, limit=limit), lambda one: one.id, do, put_off)
    return carry_out(store, due)


def _go_on(unit: Unit, claim: Dispute, *, now: datetime) -> None:
    lead, days = unit.lead(claim.lead), calendar(unit, claim.by)
    able = deciders(unit, lead, claim.by) if not lead.withheld else frozenset()
    if not able and not lead.withheld and now >= last_day(days, claim.at):
        _settle(unit, replace(claim, outcome=claim.by_record), lead, by=claim.by, now=now)
        return
    unit.save_dispute(replace(claim, due=None if lead.erased_at else next_due(days, claim.at, now)))
    for reader in able:
        _tell(unit, claim, reader, now=now, n=f"{days.today(now).isoformat()}:")
