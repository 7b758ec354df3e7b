"""What starts a lead's two clocks again: the promise to its referrer, and the question to whoever has it."""

from dataclasses import replace
from datetime import datetime

from bot import clocks
from bot.history import UNDO
from bot.ids import PersonId
from bot.leads import Lead, Status
from bot.loop_health import promised
from bot.moves import Move
from bot.saying import calendar, desk
from bot.store import Unit


def moved(unit: Unit, lead: Lead, move: Move, *, by: PersonId, now: datetime) -> Lead:
    """After a move: the ask clock always starts again, the promise clock only when the referrer is told something."""
    if by == lead.referrer or not (move.tells or move.answers):
        return asked(unit, _still_promised(unit, lead, now=now), now=now)
    heard = replace(lead, news_at=now, unheard=0)
    return told(unit, heard, now=now) if move.tells else asked(unit, _sooner(unit, heard, now=now), now=now)


def told(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """A person's news is on its way to the referrer: both clocks start again."""
    referrer = calendar(unit, lead.referrer)
    at = referrer.awake(now + UNDO)
    fresh = replace(lead, told_at=at, news_at=now, unheard=0)
    return asked(unit, replace(fresh, promise_due=clocks.next_promise(fresh, referrer, at)), now=now)


def asked(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """The ask clock starts again, and whom it may concern has mornings; by when there must be news is kept with it."""
    for person in _concerned(unit, lead):
        unit.schedule(clocks.MORNING, person, clocks.next_morning(calendar(unit, person), now), only_new=True)
    due = clocks.ask_due(lead, calendar(unit, lead.owner), now) if lead.owner is not None else None
    return promised(replace(lead, ask_due=due), calendar(unit, lead.referrer))


def _concerned(unit: Unit, lead: Lead) -> frozenset[PersonId]:
    if lead.owner is not None:
        return frozenset({lead.owner})
    return desk(unit, lead.kind) if lead.status is Status.NURTURING else frozenset()


def not_before(unit: Unit, lead: Lead, moment: datetime) -> Lead:
    """The owner waits for them until then, and is not asked before."""
    if lead.owner is None or lead.ask_due is None:
        return lead
    return replace(lead, ask_due=calendar(unit, lead.owner).awake(moment))


def _still_promised(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    due = clocks.next_promise(lead, calendar(unit, lead.referrer), now)
    return replace(lead, promise_due=due and (lead.promise_due or due))


def _sooner(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """There is news again, so the referrer need not wait as long as without."""
    due = clocks.next_promise(lead, calendar(unit, lead.referrer), now)
    return replace(lead, promise_due=due and min(lead.promise_due or due, due))
