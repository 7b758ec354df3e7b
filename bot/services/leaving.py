"""Somebody left the company: their open leads go to the lead desk, and nothing waits for them any more."""

from dataclasses import asdict
from datetime import datetime, timedelta

from bot import moving, parking, ticking, untaken
from bot.errors import Refused
from bot.escalations import escalate
from bot.gathering import lead_of
from bot.ids import PersonId, RemarkId
from bot.importing import dormant
from bot.leads import Kind, Lead, Status
from bot.notices import Arguments, Notice
from bot.people import Role
from bot.saying import desk, managers, show_lead, tell
from bot.services.away import show_absence, tell_cover
from bot.show.leaving import left_behind
from bot.store import Unit
from bot.untaken import hand_to_desk, waits
from bot.values import replace

AT_ONCE = 200
FOR_DESK = frozenset({"asked", "remark", "remarked"})
"""What waits for an answer of its reader."""
ALWAYS = timedelta(days=366)
"""Later than anything that is promised to anybody."""


def leave(unit: Unit, who: PersonId, *, now: datetime) -> None:
    """Safe to repeat. What they gave stays theirs; whoever works it tells nobody."""
    _free_roles(unit, who, now=now)
    _forget(unit, who, now=now)
    untaken.release_calls(unit, who, now=now)
    freed: list[Lead] = []
    while held := unit.worked_by(who, limit=AT_ONCE).items:
        freed += [_free(unit, lead, who, now=now) for lead in held]
    hand_to_desk(unit, [lead for lead in freed if waits(lead)], now=now)
    for lead in freed:
        if not waits(lead):
            show_lead(unit, lead, now=now)
    _replace_cover(unit, who, now=now)
    _tell_of_credit(unit, who, now=now)


def _tell_of_credit(unit: Unit, who: PersonId, *, now: datetime) -> None:
    """Their credit stays theirs. Whoever logged leads for them reads so; the desk, who outside hears nothing more."""
    given = [*left_behind(unit, who)]
    loggers = {lead.logged_by for lead in given if lead.logged_by is not None}
    desks = {reader for kind in {lead.kind for lead in given if lead.outside} for reader in desk(unit, kind)} - {who}
    for readers, at_desk in ((loggers, False), (desks, True)):
        for reader in readers:
            about: Arguments = {"left": who, "person": reader, "desk": at_desk}
            key = f"{'liaison' if at_desk else 'giver'}_left:{who}:{reader}"
            tell(unit, key, reader, "giver_left", about, now=now, wait=timedelta())


def unless_left(unit: Unit, restored: Lead, *, now_is: Lead) -> Lead:
    """The lead as it was, unless it would go back to somebody who has left meanwhile: raises Refused("moved_on")."""
    if restored.open and restored.owner is not None and unit.person(restored.owner).deactivated:
        raise Refused("moved_on", lead=now_is.id, status=now_is.status, owner=now_is.owner, move="undo")
    return restored


def freed(unit: Unit, before: Lead, after: Lead) -> Lead:
    """What was closed and is open again is nobody's, if whoever had it has left."""
    if before.open or not after.open or after.owner is None or not unit.person(after.owner).deactivated:
        return after
    return replace(after, owner=None, status=_back(unit, after))


def _back(unit: Unit, lead: Lead) -> Status:
    """Where a lead waits that nobody has any more."""
    ready = lead.kind is Kind.SALES and unit.setup().anyone(Role.MARKETER)
    return Status.SALES_READY if ready else Status.NEW


def _free(unit: Unit, lead: Lead, who: PersonId, *, now: datetime) -> Lead:
    """What is kept warm stays so, and comes back to the desk."""
    status = lead.status if lead.status is Status.NURTURING else _back(unit, lead)
    moved_at = lead.moved_at if dormant(lead) else now
    free = ticking.asked(unit, replace(lead, owner=None, status=status, moved_at=moved_at), now=now)
    unit.save(free)
    facts = {"status": free.status, "kind": free.kind}
    unit.record(free, "left", actor=who, now=now, before=moving.changed(lead, free), facts=facts)
    return free


def _forget(unit: Unit, who: PersonId, *, now: datetime) -> None:
    """Nothing is said to them any more; what they were to be told as a manager, or as the desk, the others hear."""
    stuck = [unit.lead(lead) for lead in unit.take_escalations(who, now + ALWAYS)]
    for lead in stuck:
        escalate(unit, lead, {lead.owner} if lead.owner else desk(unit, lead.kind), now=now)
    for notice in (*unit.waiting_for(who), *unit.parked_for(who)):
        unit.drop(notice.key)
        if notice.intent in FOR_DESK and not notice.shown:
            _pass_on(unit, notice, who, now=now)
    parking.without(unit, who, now=now)


def _pass_on(unit: Unit, notice: Notice, who: PersonId, *, now: datetime) -> None:
    """What somebody said or asked for a reader to answer is not lost with its reader: the desk has what they had."""
    for reader in desk(unit, _kind(unit, notice)) - {who}:
        key, about = f"{notice.key.removesuffix(f':{who}')}:{reader}", {**notice.args, "person": reader}
        tell(unit, key, reader, notice.intent, about, now=now, wait=timedelta())


def _kind(unit: Unit, notice: Notice) -> Kind:
    """Which desk: what is wrong about a candidate is for nobody but those who hire."""
    remark = notice.args.get("remark")
    about = unit.remark(RemarkId(int(str(remark)))).lead if remark else None
    lead = unit.lead(about) if about else lead_of(unit, notice)
    return lead.kind if lead else Kind.SALES


def _replace_cover(unit: Unit, who: PersonId, *, now: datetime) -> None:
    """Whoever counted on them while away has another cover: their manager. They read so on their return."""
    for absent, away in unit.setup().away.items():
        instead = min(managers(unit, absent, Kind.SALES) - {who}, default=None)
        if away.cover == who and instead is not None:
            covered = replace(away, cover=instead)
            unit.set(f"away.{absent}", asdict(covered), by=who, now=now)
            tell_cover(unit, absent, covered, now=now)
            show_absence(unit, absent, now=now)


def _free_roles(unit: Unit, who: PersonId, *, now: datetime) -> None:
    """Nobody is a rep, a desk, a manager or a cover who is not there; the rest of each list stays."""
    setup = unit.setup()
    lists = {f"role.{role}": sorted(people) for role, people in setup.roles.items()}
    lists |= {f"desk.{kind}": list(people) for kind, people in setup.desks.items()}
    lists |= {f"reports.{manager}": sorted(people) for manager, people in setup.reports.items()}
    for key, people in lists.items():
        if who in people:
            unit.set(key, [one for one in people if one != who] or None, by=who, now=now)
    for gone in (f"reports.{who}" if who in setup.reports else "", f"away.{who}" if who in setup.away else ""):
        if gone:
            unit.set(gone, None, by=who, now=now)
