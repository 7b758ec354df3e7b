"""The clock of a lead that nobody has: first call, then the channel, then the lead desk, then the desk's manager."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from bot import notices, rights
from bot.escalations import escalate
from bot.history import UNDO
from bot.ids import PersonId
from bot.importing import dormant
from bot.leads import Kind, Lead, Status
from bot.moves import BY_NAME, Move
from bot.notices import Arguments, Notice
from bot.retelling import show_told
from bot.saying import calendar, desk, desk_key, say_again, show_lead, show_waiting, tell
from bot.setup import Place
from bot.store import Unit
from bot.values import replace

FOUR_HOURS = timedelta(hours=4)
"""Working hours, of whoever has first call, and then of the desk."""
TOGETHER = timedelta(minutes=30)
"""What the desk would hear of so soon comes in the same message."""
MANY = 200
"""So many leads that wait already come to a new desk; the others it finds in App Home."""
Readers = Mapping[Kind, frozenset[PersonId]]
Lookers = Mapping[Kind, tuple[frozenset[PersonId], frozenset[PersonId]]]
WAITS = frozenset({Status.NEW, Status.SALES_READY})
"""Somebody should take it. While a marketer finds out more, somebody has it."""


def waits(lead: Lead) -> bool:
    return lead.owner is None and lead.status in WAITS and not lead.withheld and lead.part_of is None


def started(unit: Unit, lead: Lead, *, now: datetime, call: bool = True) -> Lead:
    """The lead with its clock at the beginning; `call`: somebody may have first call."""
    caller = _first_call(unit, lead) if call else None
    return replace(lead, call=caller, desk_at=None, desk_due=_after(unit, lead, now, FOUR_HOURS, of=caller))


def woken(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """What came from a list is a lead like others once somebody gives it anew."""
    if not dormant(lead):
        return lead
    awake = replace(lead, moved_at=now)
    return started(unit, awake, now=now) if waits(awake) else awake


def followed(unit: Unit, before: Lead, after: Lead, move: Move, *, now: datetime) -> Lead:
    """The lead after a move: its clock stops, goes on or starts again. What is given back is for everybody."""
    if not waits(after):
        return replace(after, call=None, desk_due=None)
    if waits(before) and (before.status, before.kind) == (after.status, after.kind):
        return after
    return started(unit, after, now=now, call=move.name != "back")


def _first_call(unit: Unit, lead: Lead) -> PersonId | None:
    """Whom the referrer has in mind, or whoever works with that company already, if they could take it now."""
    take, setup = BY_NAME["take"], unit.setup()
    if not rights.starts_here(take, lead, setup):
        return None
    for who in (lead.wanted, unit.works_with(lead.name) if lead.kind is Kind.SALES else None):
        if who is not None and who != lead.referrer and who not in setup.away:
            stands = rights.standings(unit.person(who), lead, setup)
            if rights.permits(take, replace(lead, call=None), stands):
                return who
    return None


def _after(
    unit: Unit, lead: Lead, now: datetime, hours: timedelta | None = None, *, of: PersonId | None = None
) -> datetime:
    """So many working hours later, without a number a whole working day; of the desk's, or of somebody's."""
    days = calendar(unit, of or min(desk(unit, lead.kind), default=lead.referrer))
    return days.after_working(now, hours or days.working_day)


def suggest(unit: Unit, lead: Lead, *, now: datetime) -> None:
    """Tell whoever has first call; or whom the referrer has in mind, where they may see it."""
    who = lead.call or lead.wanted
    if who is None or who == lead.referrer:
        return
    if rights.may_see(lead, rights.standings(unit.person(who), lead, unit.setup())):
        tell(
            unit,
            f"suggested:{lead.id}:{lead.status}:{who}",
            who,
            "suggested",
            {"lead": lead.id, "person": who},
            now=now,
        )


def offer(unit: Unit, before: Lead, lead: Lead, *, now: datetime) -> None:
    """A move gave somebody first call; or made it ready for sales, which its channel hears anew once it can stand."""
    if lead.call is not None and lead.call != before.call:
        suggest(unit, lead, now=now)
    if lead.status is Status.SALES_READY and before.status in {Status.NEW, Status.QUALIFYING}:
        key = f"ready:{lead.id}:{lead.moved_at.isoformat()}"
        unit.put(Notice(key, notices.place(Place.LEADS), "ready", {"lead": lead.id}, due=now + UNDO))


def no_offer(unit: Unit, lead: Lead) -> None:
    """The move was taken back, and nobody hears of it."""
    for key in unit.keys(f"ready:{lead.id}:"):
        unit.drop(key)


def due(unit: Unit, *, now: datetime, limit: int) -> list[Lead]:
    """Leads whose next step has come; if the desk gets any, with those that it would get soon."""
    found = list(unit.desk_due(now, limit=limit))
    if any(_is_for_desk(lead) for lead in found):
        known = {lead.id for lead in found}
        soon = unit.desk_due(now + TOGETHER, limit=limit)
        found += [lead for lead in soon if lead.id not in known and _is_for_desk(lead)]
    return found


def _is_for_desk(lead: Lead) -> bool:
    return lead.call is None and lead.desk_at is None


def go_on(unit: Unit, due: Iterable[Lead], *, now: datetime) -> None:
    """The next step of each lead whose time has come."""
    to_desk = []
    for lead in due:
        if lead.call is not None:
            to_channel(unit, lead, now=now)
        elif lead.desk_at is None:
            to_desk.append(lead)
        else:
            _to_managers(unit, lead, now=now)
    hand_to_desk(unit, to_desk, at=min((lead.desk_due for lead in to_desk if lead.desk_due), default=now), now=now)


def release_calls(unit: Unit, who: PersonId, *, now: datetime) -> None:
    """Whoever has first call will not take any of them: nobody waits for them in vain."""
    for lead in unit.called(who):
        to_channel(unit, lead, now=now)


def to_channel(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """First call is over: anybody who takes such leads may. Returns the lead as it is then."""
    freed = replace(lead, call=None, desk_due=_after(unit, lead, now, FOUR_HOURS))
    unit.save(freed)
    show_lead(unit, freed, now=now)
    show_waiting(unit, freed, now=now)
    return freed


def lookers(unit: Unit) -> Lookers:
    """The lead desk of each kind, and who takes such leads."""
    return {kind: (desk(unit, kind), unit.setup().workers(kind)) for kind in Kind}


def look_anew(unit: Unit, before: Lookers, *, now: datetime) -> None:
    """What waits already comes to the new desk, and to the first who are named to take it: the others have seen it."""
    readers, waiting = {}, list[Lead]()
    for kind, (now_desk, workers) in lookers(unit).items():
        had, worked = before[kind]
        readers[kind] = (now_desk - had) | (workers if not worked else frozenset())
        if readers[kind]:
            waiting += unit.untaken(kind, WAITS, limit=MANY).items
    asked = [lead for lead in waiting if lead.desk_at is not None]
    seen = dict.fromkeys(key for lead in asked for key in unit.keys(desk_key(lead)))
    hand_to_desk(unit, asked, readers, now=now)
    for key in seen:
        say_again(unit, key, now=now)
    for lead in asked:
        show_told(unit, lead, now=now)


def hand_to_desk(
    unit: Unit, leads: Sequence[Lead], readers: Readers | None = None, *, at: datetime | None = None, now: datetime
) -> None:
    """All of them in one message a reader; the cards and receipts say who looks for the right person.

    Named by when it was due (`at`), if it was: so the message has the same name in a database that is brought back.
    """
    waiting: dict[PersonId, list[str]] = {}
    at = at or now
    for lead in leads:
        unit.save(replace(lead, call=None, desk_at=at, desk_due=_after(unit, lead, now)))
        for reader in readers[lead.kind] if readers else desk(unit, lead.kind):
            waiting.setdefault(reader, []).append(str(lead.id))
    for reader, numbers in waiting.items():
        about: Arguments = {"leads": " ".join(numbers), "person": reader}
        tell(unit, f"desk:{at.isoformat()}:{leads[0].id}:{reader}", reader, "desk", about, now=now, wait=timedelta())
    for lead in leads:
        show_lead(unit, unit.lead(lead.id), now=now)


def _to_managers(unit: Unit, lead: Lead, *, now: datetime) -> None:
    """What the desk could not place."""
    unit.save(replace(lead, desk_due=None))
    escalate(unit, lead, desk(unit, lead.kind), now=now)
