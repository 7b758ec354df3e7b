"""What falls due is let go: to people not in their sleep, and in one message what they want together."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot import notices
from bot.batches import PUT_OFF, Batch, carry_out
from bot.ids import EntryId, LeadId, PersonId
from bot.leads import Lead
from bot.notices import TOGETHER, Notice
from bot.saying import calendar, tell_giver
from bot.store import Store, Unit
from bot.values import replace

NEWS = "news"
GATHERED = frozenset({"moved", "answered", "updates", "window"})
"""What the giver of a lead hears of it."""


def release(store: Store, *, now: datetime, limit: int) -> int:
    """Queue the notices whose moment, or whose place, has come.

    Since a notice was put, its reader may have travelled, and the company or they may have changed their hours.
    """

    def do(unit: Unit, readers: Iterable[PersonId]) -> None:
        for reader in readers:
            _let_go(unit, reader, now=now)

    def put_off(unit: Unit, reader: PersonId) -> None:
        for notice in unit.waiting_for(reader):
            if _is_due(notice, now):
                unit.put(replace(notice, due=now + PUT_OFF))

    carry_out(store, Batch("messages to person", lambda unit: unit.awaiting(now, limit=limit), int, do, put_off))
    with store.write() as unit:
        return unit.release(now, limit=limit)


def _let_go(unit: Unit, reader: PersonId, *, now: datetime) -> None:
    due = [notice for notice in unit.waiting_for(reader) if _is_due(notice, now)]
    awake = calendar(unit, reader).awake(now)
    if awake > now:
        for notice in due:
            unit.put(replace(notice, due=awake))
    elif any(notice.args.get(TOGETHER) for notice in due):
        _gather(unit, reader, [notice for notice in due if notice.intent in GATHERED], now=now)


def wait_anew(unit: Unit, reader: PersonId, *, now: datetime) -> None:
    """Their terms changed: what waits to be told of what they gave waits as they now wish."""
    days = calendar(unit, reader)
    for notice in unit.waiting_for(reader):
        if notice.intent not in GATHERED or notice.shown:
            continue
        lead = lead_of(unit, notice)
        if lead is not None and lead.muted and lead.open:
            unit.drop(notice.key)
        elif lead is not None:
            args = {name: fact for name, fact in notice.args.items() if name != TOGETHER}
            tell_giver(unit, notice.key, lead, notice.intent, args, now=now)
        elif until := days.snoozed_until(now):
            unit.put(replace(notice, due=until, args={**notice.args, TOGETHER: True}))


def lead_of(unit: Unit, notice: Notice) -> Lead | None:
    """The lead that it is about, if it is one."""
    if "lead" in notice.args:
        return unit.lead(LeadId(int(str(notice.args["lead"]))))
    entry = notice.args.get("entry")
    return unit.lead(unit.entry(EntryId(int(str(entry)))).lead) if entry else None


def _is_due(notice: Notice, now: datetime) -> bool:
    """What was shown already, and is only to be shown as it is now, disturbs nobody."""
    fresh = not notice.shown and not notice.answers_a_click
    return fresh and notice.due is not None and notice.due <= now and (notice.until is None or now < notice.until)


def _gather(unit: Unit, reader: PersonId, due: Sequence[Notice], *, now: datetime) -> None:
    """One message a reader and day; what comes to it later that day is added.

    The day is that on which it was due: so it has the same name in a database that is brought back a day later.
    """
    first = min((notice.due for notice in due if notice.due), default=now)
    key = f"{NEWS}:{reader}:{calendar(unit, reader).today(first).isoformat()}"
    begun = unit.notice_by_key(key)
    numbers = (*(notices.notices_in(begun.args) if begun else ()), *(notice.id for notice in due))
    unit.put(Notice(key, notices.person(reader), NEWS, {"notices": notices.joined(numbers)}, due=now))
    for notice in due:
        unit.drop(notice.key)
