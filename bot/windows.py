"""For how long a lead counts as its givers' if somebody else gives it: so many days since a person did anything on it.

Who found it never changes, and is said wherever it is shown. But a lead to which nothing happens would take the credit
of whoever really brings them a year later: so once its days are over, who gives the same gives a lead of their own.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from bot import notices
from bot.batches import carry_out, of_leads
from bot.calendars import Calendar
from bot.gathering import GATHERED
from bot.history import Entry
from bot.ids import LeadId, PersonId
from bot.joining import APART, parts_of, whole_of
from bot.leads import Lead, Status
from bot.matching import Link
from bot.notices import Arguments
from bot.retelling import show_told
from bot.saying import calendar, tell
from bot.store import Reading, Store, Unit
from bot.values import replace

WARNED = timedelta(days=14)
"""So long before the last day its givers hear."""
ONE_DAY = timedelta(days=1)
NOTHING = frozenset(
    {
        *("undone", "muted", "unmuted", "snoozed", "left", "thanked"),
        *("locked", "erased", "restricted", "objected", "corrected"),
    }
)
"""Entries that keep no lead alive: how somebody would rather hear of it, what is owed to whom it is about."""


def over(lead: Lead, today: date) -> bool:
    """Whoever gives the same now gives a lead of their own; `today`: where its referrer is."""
    return lead.window_on is not None and lead.window_on < today


def is_over(unit: Reading, lead: Lead, *, now: datetime) -> bool:
    return over(lead, calendar(unit, lead.referrer).today(now))


def since(unit: Reading, lead: Lead) -> datetime:
    """When a person last did anything on it, or on what somebody else gave with it."""
    entries = (entry for one in (lead, *parts_of(unit, lead)) for entry in unit.entries(one.id))
    return max((entry.at for entry in entries if _counts(entry)), default=lead.logged_at)


def _counts(entry: Entry) -> bool:
    return entry.kind not in NOTHING and not entry.undone


def follow(unit: Unit, *, now: datetime) -> None:
    """At the end of what a person did: the leads that they did it on count as their givers' so many days from now."""
    touched: dict[LeadId, bool] = {}
    for entry in unit.recorded():
        number = whole_of(unit, unit.lead(entry.lead)).id
        touched[number] = touched.get(number, False) or _counts(entry)
        if entry.kind == APART:
            touched.setdefault(LeadId(int(str(entry.facts["from"]))), False)
    for number, alive in touched.items():
        _keep(unit, unit.lead(number), alive=alive, now=now)


def started(unit: Reading, lead: Lead, *, now: datetime) -> Lead:
    """Of a lead that comes in: its days begin now."""
    return _begun(unit, lead, now, now=now) if _has_one(unit, lead) else lead


def _keep(unit: Unit, lead: Lead, *, alive: bool, now: datetime) -> None:
    if not _has_one(unit, lead):
        after = replace(lead, window_on=None, window_due=None)
    elif not alive:  # something was taken back
        after = _begun(unit, lead, since(unit, lead), now=now)
    elif is_over(unit, lead, now=now) and _given_anew(unit, lead, now=now):
        return
    else:
        after = _begun(unit, lead, now, now=now)
    if after != lead:
        unit.save(after)
        if lead.window_on is not None and after.window_on != lead.window_on:
            show_told(unit, after, now=now)


def _has_one(unit: Reading, lead: Lead) -> bool:
    return bool(unit.setup().window) and lead.open and not lead.withheld and lead.part_of is None


def _given_anew(unit: Reading, lead: Lead, *, now: datetime) -> bool:
    """Somebody else gave the same since, and it counts as theirs: both stand, and this one stays over."""
    same = (unit.lead(number) for number, link in unit.links(lead.id).items() if link is Link.SAME)
    return any(_stands(one) and one.referrer != lead.referrer and not is_over(unit, one, now=now) for one in same)


def _stands(one: Lead) -> bool:
    return one.open and not one.withheld and one.part_of is None


def _begun(unit: Reading, lead: Lead, at: datetime, *, now: datetime) -> Lead:
    """From then on; kept warm, at least from the day on which it comes back."""
    days = calendar(unit, lead.referrer)
    first = days.today(at)
    if lead.status is Status.NURTURING and lead.back_on:
        first = max(first, lead.back_on)
    last = first + timedelta(days=unit.setup().window)
    return replace(lead, window_on=last, window_due=_next(days, last, now))


def _next(days: Calendar, last: date, now: datetime) -> datetime | None:
    """In the morning of the day of the warning, then of the day after the last one; none once that is past."""
    mornings = (days.wakes(last - WARNED), days.wakes(last + ONE_DAY))
    return next((moment for moment in mornings if moment > now), None)


def tell_of_windows(store: Store, *, now: datetime, limit: int) -> int:
    """Two weeks before a lead counts as its givers' no longer they hear, and when it does not; after an outage once."""

    def do(unit: Unit, due: Iterable[Lead]) -> None:
        come = [lead for lead in due if _has_come(unit, lead, now=now)]
        for reader in sorted({one.referrer for lead in come for one in _theirs(unit, lead)}):
            theirs = [one for lead in come for one in _theirs(unit, lead) if one.referrer == reader]
            _tell(unit, reader, theirs, now=now)

    return carry_out(store, of_leads("window_due", lambda unit: unit.windows_due(now, limit=limit), do, now=now))


def _has_come(unit: Unit, lead: Lead, *, now: datetime) -> bool:
    """Whether there is something to say of it; the next moment is set. What the company chose since holds from here."""
    days, after = calendar(unit, lead.referrer), replace(lead, window_on=None, window_due=None)
    if _has_one(unit, lead):
        after = _begun(unit, lead, since(unit, lead) if lead.window_on else now, now=now)
        if lead.window_on and after.window_on and after.window_on <= lead.window_on:
            after = replace(lead, window_due=_next(days, lead.window_on, now))
    unit.save(after)
    return after.window_on is not None and days.wakes(after.window_on - WARNED) <= now


def _theirs(unit: Reading, lead: Lead) -> Iterator[Lead]:
    """What each of its givers gave, but for who wants to hear nothing of it, or has it themselves."""
    for one in (unit.lead(lead.id), *parts_of(unit, lead)):
        if not one.muted and one.owner != one.referrer:
            yield one


def _tell(unit: Unit, reader: PersonId, leads: Sequence[Lead], *, now: datetime) -> None:
    """By their own terms, with all else that waits to be told then; a warning only until that day."""
    days = calendar(unit, reader)
    together = any(notice.intent in GATHERED for notice in unit.waiting_for(reader))
    for due in sorted({days.hears(now, lead.not_before) for lead in leads}):
        those = [lead for lead in leads if days.hears(now, lead.not_before) == due]
        last = [lead.window_on for lead in those if lead.window_on]
        is_over = any(whole_of(unit, lead).window_due is None for lead in those)
        numbers, on = notices.joined(lead.id for lead in those), ",".join(map(str, last))
        about: Arguments = {"leads": numbers, "on": on, notices.TOGETHER: together or due > days.awake(now)}
        until = None if is_over else days.wakes(min(last) + ONE_DAY)
        key = f"window:{reader}:{days.today(now).isoformat()}:{those[0].id}"
        tell(unit, key, reader, "window", about, now=now, wait=due - now, until=until)
