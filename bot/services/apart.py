"""Leads that turned out to be about somebody else, and those whose whole was taken back: each goes on by itself."""

from datetime import datetime, timedelta
from typing import Any

from bot import caring, clocks, moving, rights, untaken
from bot.answers import Answer
from bot.history import Entry
from bot.ids import LeadId, PersonId
from bot.joining import ABOUT_PART, APART, GAVE_TOO, JOINED, SHARED, joined, parts_of, whole_of
from bot.leads import Lead, Status
from bot.loop_health import promised
from bot.matching import Link
from bot.retelling import show_told
from bot.saying import calendar, say_again, show_lead, show_owner, show_waiting
from bot.services.once import once
from bot.services.splits import lapse
from bot.services.standing import stands_to
from bot.splitting import settled_shares
from bot.store import Unit
from bot.values import replace


@once
def take_apart(unit: Unit, part_id: LeadId, *, by: PersonId, now: datetime) -> Answer:
    """It is a different one, says who gave it, or answers for such leads. Raises as `rights.check_part`."""
    part = unit.lead(part_id)
    rights.check_part(part, stands_to(unit, unit.person(by), part))
    go_on(unit, part, by=by, now=now)
    return Answer("apart", part.id, facts={"number": part.id})


def go_on(unit: Unit, part: Lead, *, by: PersonId, now: datetime, how: Link = Link.DIFFERENT) -> Lead:
    """The part as a lead of its own: exactly as it was before it was joined, or as if it were logged now.

    What its giver wrote or chose since stays; `how` it stands to the whole from now on.
    """
    whole = whole_of(unit, part)
    entry = next((e for e in reversed(unit.entries(part.id)) if e.kind == JOINED), None)
    back = _came_with(unit, entry, whole) if entry else []
    lead = moving.taken_back(part, entry.before) if entry else _begun(unit, part, now=now)
    lead = replace(lead, part_of=None, parts=len(back), share=0)
    lapse(unit, whole, by=by, now=now)
    whole = unit.lead(whole.id)
    unit.save(replace(whole, parts=whole.parts - 1 - len(back)))
    unit.save(lead)
    had = settled_shares(unit, lead)
    for one in back:
        unit.save(replace(joined(one, lead), share=had.get(one.id, 0)))
    unit.record(lead, APART, actor=by, now=now, facts={"status": lead.status, "from": whole.id})
    unit.link(lead.id, whole.id, how, by=by, now=now)
    _gave_it_never(unit, whole, part)
    _unsay(unit, part, now=now)
    _show_apart(unit, unit.lead(whole.id), lead, now=now)
    return lead


def _gave_it_never(unit: Unit, whole: Lead, part: Lead) -> None:
    """What the whole's history says of it is taken back."""
    for entry in unit.entries(whole.id):
        if entry.kind == GAVE_TOO and entry.facts["part"] == part.id:
            unit.mark_undone(entry.id)


def _begun(unit: Unit, part: Lead, *, now: datetime) -> Lead:
    """Nobody has looked at it as a lead of its own yet."""
    nothing: dict[str, Any] = dict.fromkeys(set(SHARED) - {"kind", "status", "moved_at"})
    new = replace(part, part_of=None, status=Status.NEW, moved_at=now, **nothing)
    days = calendar(unit, part.referrer)
    new = promised(replace(new, promise_due=clocks.first_word_due(days, now)), days)
    return caring.started(unit, untaken.started(unit, new, now=now))


def _came_with(unit: Unit, entry: Entry, whole: Lead) -> list[Lead]:
    """The parts that it had, those of them that are still where they were brought."""
    numbers = str(entry.facts.get("parts") or "").split()
    return [part for part in (unit.lead(LeadId(int(number))) for number in numbers) if part.part_of == whole.id]


def _unsay(unit: Unit, part: Lead, *, now: datetime) -> None:
    """Who has not heard that it was joined, or how the whole moved, never does; else it says that it is another."""
    for key in unit.keys(*(f"{what}:{part.id}:" for what in (*ABOUT_PART, "moves"))):
        notice = unit.notice_by_key(key)
        if notice is not None and not notice.shown:
            unit.drop(key)
        else:
            say_again(unit, key, now=now)


def _show_apart(unit: Unit, whole: Lead, lead: Lead, *, now: datetime) -> None:
    for one in (whole, lead):
        show_lead(unit, one, now=now)
        show_told(unit, one, now=now)
        show_waiting(unit, one, now=now)
    if lead.owner is not None:
        show_owner(unit, lead, lead.owner, now=now, wait=timedelta())
    else:
        untaken.suggest(unit, lead, now=now)


def go_on_without(unit: Unit, lead: Lead, *, by: PersonId, now: datetime) -> Lead:
    """Its referrer takes it back: the first that another gave goes on as a lead, with the others as its parts."""
    if not lead.parts:
        return lead
    heir, *others = parts_of(unit, lead)
    first = go_on(unit, heir, by=by, now=now, how=Link.SAME)
    others = [other for other in others if unit.lead(other.id).part_of == lead.id]
    for other in others:
        unit.save(joined(other, first))
    unit.save(replace(first, parts=first.parts + len(others)))
    alone = replace(unit.lead(lead.id), parts=0)
    unit.save(alone)
    return alone
