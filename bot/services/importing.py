"""A list of leads from elsewhere comes in: quietly, some rows in one transaction, and each row once."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TypeVar

from bot import caring, clocks, ticking, windows
from bot.ahead import Ahead
from bot.errors import Crossed
from bot.ids import LeadId, PersonId
from bot.importing import BROUGHT, Fate, Outcome
from bot.importing import Row as Line
from bot.joining import GAVE_TOO, joined
from bot.leads import Lead
from bot.ledger import IMPORTED
from bot.notices import Arguments
from bot.people import Role
from bot.saying import calendar, show_home, show_lead, show_linked, tell
from bot.services.joining import link_up
from bot.services.sifting import Coming, Order, Sieve, outcome_of
from bot.store import Reading, Store, Unit
from bot.values import replace

T = TypeVar("T")

PATIENT = 10
"""So often it is tried: nobody waits for it as they do for a click."""
TOGETHER = 50
"""So many leads are looked for in one question: each is three, and SQLite takes five hundred."""
LOOKERS = 100
"""So many App Homes follow at once; the others do when they are opened."""


def importer(unit: Reading) -> PersonId | None:
    """In whose name a list comes in by the command line: the first of those who administer, if there is any."""
    admins = unit.admins(unit.setup().roles.get(Role.ADMIN, frozenset()))
    return min((person.id for person in admins), default=None)


def rehearse(store: Store, rows: Sequence[Line], order: Order, ahead: Ahead, *, now: datetime) -> list[Outcome]:
    """What would become of these rows, after those that are `ahead`. Changes nothing."""
    with store.read() as unit:
        sieve, outcomes = Sieve(unit, rows, order, ahead, now=now), list[Outcome]()
        for row in rows:
            found = sieve.sift(row)
            if isinstance(found, Coming):
                ahead.add(row, found.lead, whole=found.whole)
            outcomes.append(outcome_of(found) if isinstance(found, Coming) else found)
        return outcomes


def import_rows(store: Store, rows: Sequence[Line], order: Order, *, now: datetime) -> list[Outcome]:
    """What becomes of these rows, all in one transaction. Raises as `patiently` does."""
    return patiently(lambda: _import(store, rows, order, now=now))


def patiently(work: Callable[[], T]) -> T:
    """One transaction, tried again where it crossed others; raises Crossed where they do not let it come to that."""
    for _ in range(PATIENT - 1):
        with suppress(Crossed):
            return work()
    return work()


def _import(store: Store, rows: Sequence[Line], order: Order, *, now: datetime) -> list[Outcome]:
    with store.write() as unit:
        unit.import_alone()
        return bring_in(unit, rows, order, now=now)


def bring_in(unit: Unit, rows: Sequence[Line], order: Order, *, now: datetime) -> list[Outcome]:
    """What becomes of these rows; whoever calls it imports alone."""
    sieve, outcomes = Sieve(unit, rows, order, Ahead(), now=now), list[Outcome]()
    wholes, linked = set[LeadId](), set[LeadId]()
    for row in rows:
        found = sieve.sift(row)
        if isinstance(found, Coming):
            lead = _bring(unit, found, order, now=now)
            sieve.came[row.known_by] = lead.id
            wholes |= {found.whole} if found.whole else set()
            linked.update(() if found.whole else link_up(unit, lead, found.links, now=now))
            found = outcome_of(found, lead.id)
        outcomes.append(found)
    _show(unit, wholes, linked, now=now)
    return outcomes


def _show(unit: Unit, wholes: set[LeadId], linked: set[LeadId], *, now: datetime) -> None:
    """What is shown of leads that were here says who gave them too, and whom they are like."""
    stirred = unit.stirred(wholes | linked)
    for lead in stirred:
        if lead.id in wholes:
            show_lead(unit, lead, now=now)
    like = [lead.id for lead in stirred if lead.id in linked]
    for at in range(0, len(like), TOGETHER):
        show_linked(unit, like[at : at + TOGETHER], now=now)


def _bring(unit: Unit, coming: Coming, order: Order, *, now: datetime) -> Lead:
    """The lead with its clocks, which begin now; nobody is told of it, and it has no card until somebody moves it."""
    if coming.whole is not None:
        return _join(unit, coming, unit.lead(coming.whole), order, now=now)
    lead = ticking.asked(unit, _promised(unit, coming.lead, now=now), now=now)
    begun = windows.started(unit, caring.started(unit, lead), now=now)
    brought = unit.bring(begun, coming.row, coming.fate, order.file)
    _record(unit, brought, coming, order, now=now)
    return brought


def _join(unit: Unit, coming: Coming, whole: Lead, order: Order, *, now: datetime) -> Lead:
    """Who gave it too is named from now on; whoever has it, and who gave it first, read so where they look at it."""
    part = _promised(unit, joined(coming.lead, whole), now=now)
    brought = unit.bring(part, coming.row, coming.fate, order.file)
    _record(unit, brought, coming, order, now=now)
    counted = replace(whole, parts=whole.parts + 1)
    unit.save(counted)
    other = part.referrer if part.referrer != order.by else None
    unit.record(
        counted, GAVE_TOO, actor=order.by, other=other, now=now, facts={"status": whole.status, "part": brought.id}
    )
    return brought


def _promised(unit: Unit, lead: Lead, *, now: datetime) -> Lead:
    """Its referrer is in the loop from now on: the first update comes once the usual time is over."""
    days = calendar(unit, lead.referrer)
    return replace(lead, promise_due=clocks.next_promise(lead, days, now) and clocks.first_due(lead, days))


def _record(unit: Unit, lead: Lead, coming: Coming, order: Order, *, now: datetime) -> None:
    other = lead.referrer if lead.referrer != order.by else None
    known_by = coming.row.known_by.partition(":")[0]
    facts = {"status": lead.status, "kind": lead.kind, "known_by": known_by}
    unit.record(lead, IMPORTED, actor=order.by, other=other, now=now, facts=facts)


def sum_up(store: Store, order: Order, name: str, report: str, fates: Mapping[Fate, int], *, now: datetime) -> None:
    """One message for the whole list, to who brought it: also where an earlier run was cut off before it.

    `fates`: of this run. A list that comes again and brings nothing new is not worth a word.
    """
    key = f"{IMPORTED}:{order.by}:{order.file[:32]}"
    with store.write() as unit:
        brought = unit.import_of(order.file)
        if not any(fates.get(fate) for fate in BROUGHT) and (not brought or unit.notice_by_key(key)):
            return
        counts: dict[str, int] = {
            fate: brought.get(fate, 0) if fate in BROUGHT else fates.get(fate, 0) for fate in Fate
        }
        about: Arguments = {"name": name, "report": report, **counts}
        tell(unit, key, order.by, IMPORTED, about, now=now, wait=timedelta())
        show_homes(unit, now=now)


def show_homes(unit: Unit, *, now: datetime) -> None:
    """What has come in stands in the lists there."""
    for person in unit.lookers(None, limit=LOOKERS):
        show_home(unit, person, now=now)
