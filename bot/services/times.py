"""Working time, how often referrers are told, how long a lead is theirs. From now: no promise made is kept worse."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from bot import clocks
from bot.answers import Answer
from bot.calendars import Calendar
from bot.errors import Refused
from bot.ids import PersonId
from bot.saying import calendar
from bot.services.once import once
from bot.services.setup import check_admin, saved
from bot.services.terms import check_hours
from bot.store import Unit
from bot.terms import NEVER, WINDOWS, Cadences, Hours
from bot.values import replace

LONGEST = 60
"""Days, of a cadence."""


@once
def set_times(
    unit: Unit, days: frozenset[int], working: Hours, waking: Hours, *, by: PersonId, now: datetime
) -> Answer:
    """On which days of the week and when people work, and the hours outside which nobody is written to."""
    check_admin(unit, by)
    _check_times(days, working, waking)
    held = unit.setup()
    for key, value, before in (
        ("days", days, held.days),
        ("working", working, held.working),
        ("waking", waking, held.waking),
    ):
        if value != before:
            unit.set(key, asdict(value) if isinstance(value, Hours) else value, by=by, now=now)
    _hold_on(unit, now=now)
    return saved(unit, by=by, now=now)


def _check_times(days: frozenset[int], working: Hours, waking: Hours) -> None:
    if not days:
        raise Refused("needed", field="days")
    check_hours(working, field="ends")
    check_hours(waking, field="sleeps")
    if waking.starts > working.starts:
        raise Refused("at_work_then", field="wakes")
    if waking.ends < working.ends:
        raise Refused("at_work_then", field="sleeps")


@once
def set_days_off(unit: Unit, days: Sequence[date], *, by: PersonId, now: datetime) -> Answer:
    """The company's days off, beside the days of the week on which nobody works."""
    check_admin(unit, by)
    if set(days) != unit.setup().days_off:
        unit.set("days_off", sorted(set(days)), by=by, now=now)
    _hold_on(unit, now=now)
    return saved(unit, by=by, now=now)


@once
def set_cadences(unit: Unit, cadences: Cadences, *, by: PersonId, now: datetime) -> Answer:
    """How many days a referrer is left without a word at most; what is promised already stays so."""
    check_admin(unit, by)
    held = asdict(unit.setup().cadences)
    for name, days in asdict(cadences).items():
        if not 1 <= days <= LONGEST:
            raise Refused("not_days", field=name, most=LONGEST)
        if days != held[name]:
            unit.set(f"cadence.{name}", days, by=by, now=now)
    return saved(unit, by=by, now=now)


@once
def set_window(unit: Unit, days: int | None, *, by: PersonId, now: datetime) -> Answer:
    """For how long a lead counts as its givers', None: for ever. No day that was promised comes sooner."""
    check_admin(unit, by)
    if days is not None and days not in WINDOWS:
        raise Refused("not_days", field="window", least=WINDOWS[0], most=WINDOWS[-1])
    held = unit.setup().window
    if (days or 0) != held:
        unit.set("window", days or NEVER, by=by, now=now)
    if days and not held:
        unit.begin_windows(now)
    return saved(unit, by=by, now=now)


def _hold_on(unit: Unit, *, now: datetime) -> None:
    """What was promised is told, and who is to be asked is asked, in the last hours that are left for it."""
    days: dict[PersonId, Calendar] = {}

    def of(person: PersonId) -> Calendar:
        if person not in days:
            days[person] = calendar(unit, person)
        return days[person]

    for promise in unit.promises():
        due = of(promise.referrer).awake_by(promise.promise_due)
        ask = promise.ask_due and promise.owner and of(promise.owner).begins_by(promise.ask_due)
        held = replace(promise, promise_due=due, ask_due=ask or None)
        if held != promise:
            unit.hold(held)
    for person in unit.planned(clocks.MORNING):
        unit.schedule(clocks.MORNING, person, of(person).next_morning(now))
