"""What starts a lead's two clocks again: the promise to its referrer, and the question to whoever has it."""

from datetime import datetime

from bot import clocks
from bot.asking import unanswered
from bot.calendars import Calendar
from bot.history import UNDO
from bot.ids import PersonId
from bot.leads import Lead, Status
from bot.loop_health import promised
from bot.moves import Move
from bot.saying import calendar, desk, hears_of
from bot.store import Unit
from bot.values import replace


def moved(unit: Unit, lead: Lead, move: Move, *, by: PersonId, now: datetime) -> Lead:
    """After a move: the ask clock always starts again, the promise clock only when the referrer is told something."""
    if by == lead.referrer or not (move.tells or move.answers):
        return asked(unit, _still_promised(unit, lead, now=now), now=now)
    heard = replace(lead, news_at=now, unheard=0)
    tells = hears_of(unit, move, lead)
    return told(unit, heard, now=now) if tells else asked(unit, _sooner(unit, heard, now=now), now=now)


def resumed(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """What stood still goes on: both clocks start from now."""
    return asked(unit, _still_promised(unit, lead, now=now), now=now)


def told(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """A person's news is on its way to the referrer: both clocks start again."""
    referrer = calendar(unit, lead.referrer)
    at = _heard_at(unit, lead, referrer, now=now)
    silent = lead.not_before if referrer.snoozed_until(now, lead.not_before) else None
    fresh = replace(lead, told_at=at, news_at=now, unheard=0, not_before=silent)
    return asked(unit, replace(fresh, promise_due=clocks.next_promise(fresh, referrer, at)), now=now)


def _heard_at(unit: Unit, lead: Lead, referrer: Calendar, *, now: datetime) -> datetime:
    """By the referrer's own terms; but at once where they have asked, and this is the answer."""
    moment = now + UNDO
    if referrer.gathers(moment, lead.not_before):
        asked_by = {entry.actor for entry in unanswered(unit.entries(lead.id), lead)}
        if lead.referrer not in asked_by:
            return referrer.hears(moment, lead.not_before)
    return referrer.awake(moment)


def anew(lead: Lead, referrer: Calendar, *, now: datetime) -> Lead:
    """The lead by its referrer's new terms: what was not told yet is told, and promised, as they now wish."""
    told = lead.told_at and (lead.told_at if lead.told_at <= now else referrer.hears(now + UNDO, lead.not_before))
    fresh = replace(lead, told_at=told)
    due = clocks.next_promise(fresh, referrer, told or now)
    if due is not None and told is None:
        due = clocks.first_due(fresh, referrer)
    anew = replace(fresh, promise_due=due)
    return anew if lead.part_of else promised(anew, referrer)


def asked(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """The ask clock starts again, and whom it may concern has mornings; by when there must be news is kept with it.

    Of a part nobody is asked: they are of the whole.
    """
    if lead.part_of is not None:
        return replace(lead, news_due=None)
    for person in _concerned(unit, lead):
        unit.schedule(clocks.MORNING, person, calendar(unit, person).next_morning(now), only_new=True)
    heard = promised(lead, calendar(unit, lead.referrer))
    if lead.owner is None:
        return replace(heard, ask_due=None, manager_due=None)
    owner = calendar(unit, lead.owner)
    return replace(heard, ask_due=clocks.ask_due(heard, owner, now), manager_due=_manager_due(heard, owner, now=now))


def questioned(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """Somebody asked how it goes: it comes again in the next morning, and what nobody answers goes to the manager.

    Whoever has it is asked, or the desk. Nobody is asked again while they are away, nor of what is kept warm.
    """
    if lead.status is Status.NURTURING or lead.owner == lead.referrer or lead.owner in unit.setup().away:
        return lead
    people = frozenset({lead.owner}) if lead.owner is not None else desk(unit, lead.kind)
    for person in people:
        unit.schedule(clocks.MORNING, person, calendar(unit, person).next_morning(now), only_new=True)
    days = calendar(unit, min(people, default=lead.referrer))
    ask, news, manager = clocks.answer_due(days, now)
    return replace(
        lead,
        ask_due=min(lead.ask_due or ask, ask),
        news_due=min(lead.news_due or news, news),
        manager_due=min(lead.manager_due or manager, manager),
    )


def _manager_due(lead: Lead, owner: Calendar, *, now: datetime) -> datetime | None:
    """Of one silence the manager hears once: it ends with news, and not with a note to the team."""
    silent = lead.news_due is not None and lead.news_due <= now
    return lead.manager_due if silent else clocks.manager_due(lead, owner)


def _concerned(unit: Unit, lead: Lead) -> frozenset[PersonId]:
    if lead.owner is not None:
        return frozenset({lead.owner})
    return desk(unit, lead.kind) if lead.status is Status.NURTURING else frozenset()


def not_before(unit: Unit, lead: Lead, moment: datetime) -> Lead:
    """The owner waits for them until then, and neither they nor their manager are asked before."""
    if lead.owner is None or lead.ask_due is None:
        return lead
    owner = calendar(unit, lead.owner)
    silent = owner.wakes(owner.days_after(owner.today(moment), clocks.SILENT))
    later = max(silent, lead.manager_due) if lead.manager_due else None
    return replace(lead, ask_due=owner.awake(moment), manager_due=later)


def _still_promised(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    due = clocks.next_promise(lead, calendar(unit, lead.referrer), now)
    return replace(lead, promise_due=due and (lead.promise_due or due))


def _sooner(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """There is news again, so the referrer need not wait as long as without."""
    due = clocks.next_promise(lead, calendar(unit, lead.referrer), now)
    return replace(lead, promise_due=due and min(lead.promise_due or due, due))
