"""Goes on with lists that admins brought from the platform: fetches them, tries them, brings them in.

On any replica, beside everything else. Whoever goes on with a list claims it for a while, and each transaction asks
anew how far it is: what is cut off at any moment is gone on with by the next one, and no row comes twice.
"""

import logging
from collections.abc import Sequence
from datetime import timedelta
from threading import Event
from time import monotonic

from bot import sheets, whereabouts
from bot.ahead import Ahead
from bot.colleagues import Colleagues
from bot.errors import Crossed, Refused, trace
from bot.front import Files, TryLater, Unsure
from bot.importing import Outcome
from bot.incoming import MOST, WAITS, Incoming, Phase, Waiting
from bot.patience import Clock, Patience
from bot.services.importing import bring_in, patiently, rehearse, show_homes
from bot.services.incoming import end_list, send_report, show_list
from bot.services.sifting import Order
from bot.sheets import Sheet
from bot.store import Store, Unit
from bot.strides import REST, Strides
from bot.values import replace

log = logging.getLogger(__name__)

CLAIMED = timedelta(minutes=1)
"""So long nobody else goes on with a list after its last sign of life; nor do we, if that was a fault."""
KEPT_AT_ONCE = 1000
"""Rows of a list that has just come, in one transaction."""


class _Over(Exception):
    """Somebody else went on with it, or we are to stop."""


class Receiver:
    """One a process. `work` is called again and again, never twice at once."""

    def __init__(self, store: Store, files: Files, platform: str, clock: Clock, patience: Patience) -> None:
        self.store = store
        self.files = files
        self.platform = platform
        self.clock = clock
        self.patience = patience
        self._stopping = Event()
        self._shown = 0.0

    def work(self) -> int:
        """Goes on with all that is due, to its end; returns how many lists that was."""
        many = 0
        while not self._stopping.is_set() and (one := self._claimed()):
            many += 1
            try:
                {Phase.FETCHING: self._fetch, Phase.TRYING: self._try, Phase.BRINGING: self._bring}[one.phase](one)
            except (_Over, Crossed):
                continue
            except Exception as fault:  # noqa: BLE001 - a boundary: one list's fault stops no other
                log.error("A list cannot be gone on with now, and is in a while:\n%s", trace(fault))
        return many

    def stop(self) -> None:
        """What is in hand is finished, which takes a tenth of a second; the rest is gone on with at the next start."""
        self._stopping.set()

    def _claimed(self) -> Incoming | None:
        now = self.clock()
        with self.store.read() as reading:
            if not reading.incoming_due(now):
                return None  # as nearly always: nobody who writes has waited for us
        with self.store.write() as unit:
            return unit.claim_incoming(now, now + CLAIMED)

    def _again(self, one: Incoming, after: timedelta) -> None:
        with self.store.write() as unit:
            held = unit.incoming(one.id)
            if held.phase is one.phase:
                unit.save_incoming(replace(held, due=self.clock() + after))

    def _held(self, unit: Unit, one: Incoming) -> Incoming:
        """As it is now; raises _Over where it went on without us."""
        held = unit.incoming(one.id)
        if held.phase is not one.phase:
            raise _Over
        return held

    def _rest(self, one: Incoming) -> None:
        """Others have their turn."""
        if self._stopping.wait(REST):
            self._again(one, timedelta())
            raise _Over

    def _fetch(self, one: Incoming) -> None:
        with self.store.read() as reading:
            identity = reading.identity(one.by, self.platform)
        try:
            content = self.files.fetch(one.reference, identity.user if identity else "", most=MOST)
            self._keep(one, sheets.read(content))
        except TryLater as later:
            self._again(one, timedelta(seconds=max(later.after, self.patience.retry)))
        except Unsure:
            self._again(one, timedelta(seconds=self.patience.settle))
        except Refused as refused:
            why = Refused(refused.code, field="list", **refused.facts)
            with self.store.write() as unit:
                end_list(unit, self._held(unit, one), Phase.FAILED, why, now=self.clock())

    def _keep(self, one: Incoming, sheet: Sheet) -> None:
        """Its rows wait in the database from now on, and are tried next."""
        rows = [Waiting(number, cells) for number, cells in sheet.numbered()]
        if not rows:
            raise Refused("no_list")
        for at in range(0, len(rows), KEPT_AT_ONCE):
            with self.store.write() as unit:
                held = self._held(unit, one)
                unit.add_waiting(one.id, rows[at : at + KEPT_AT_ONCE])
                unit.save_incoming(replace(held, due=self.clock() + CLAIMED))
            self._rest(one)
        with self.store.write() as unit:
            now = self.clock()
            trying = replace(self._held(unit, one), phase=Phase.TRYING, due=now, until=now + WAITS)
            unit.save_incoming(replace(trying, digest=sheet.digest, left_out=sheet.left_out, rows=len(rows)))

    def _try(self, one: Incoming) -> None:
        """From its first row on: the rows are compared with those before them, which nobody has kept."""
        order, regions, ahead, strides = self._order(one), self._regions(one), Ahead(), Strides()
        at = replace(one, done=0, last=0)
        while some := self._waiting(at, strides.many):
            with strides.timed():
                now = self.clock()
                rows = [sheets.row(row.number, row.cells, regions=regions, now=now) for row in some]
                outcomes = rehearse(self.store, rows, order, ahead, now=now)
                with self.store.write() as unit:
                    at = self._noted(unit, replace(self._held(unit, one), done=at.done, last=at.last), outcomes)
            self._rest(one)
        with self.store.write() as unit:
            held, now = self._held(unit, one), self.clock()
            fates = unit.incoming_fates(one.id)
            tried = replace(held, phase=Phase.TRIED, fates=fates, due=None, until=now + WAITS)
            unit.save_incoming(tried)
            show_list(unit, tried, now=now)
            send_report(unit, tried, now=now)

    def _bring(self, one: Incoming) -> None:
        order, regions, strides = self._order(one), self._regions(one), Strides()
        while True:
            with strides.timed():
                whole = patiently(lambda: self._bring_some(one, order, regions, strides.many))
            if whole:
                return
            self._rest(one)

    def _bring_some(self, one: Incoming, order: Order, regions: Sequence[str], many: int) -> bool:
        """These rows, what became of them, and how far it is: all in one transaction. Whether they were the last."""
        with self.store.write() as unit:
            unit.import_alone()
            held, now = self._held(unit, one), self.clock()
            some = unit.incoming_waiting(one.id, after=held.last, limit=many)
            if not some:
                done = replace(held, phase=Phase.DONE, fates=unit.incoming_fates(one.id), due=None, until=now + WAITS)
                unit.save_incoming(done)
                show_list(unit, done, now=now)
                send_report(unit, done, now=now)
                show_homes(unit, now=now)
                return True
            rows = [sheets.row(row.number, row.cells, regions=regions, now=now) for row in some]
            self._noted(unit, held, bring_in(unit, rows, order, now=now))
            return False

    def _noted(self, unit: Unit, held: Incoming, outcomes: Sequence[Outcome]) -> Incoming:
        now = self.clock()
        unit.note_outcomes(held.id, outcomes, brought=held.phase is Phase.BRINGING)
        at = replace(held, done=held.done + len(outcomes), last=outcomes[-1].row.number, due=now + CLAIMED)
        unit.save_incoming(at)
        if monotonic() - self._shown >= self.patience.progress:
            self._shown = monotonic()
            show_list(unit, at, now=now)
        return at

    def _waiting(self, at: Incoming, many: int) -> Sequence[Waiting]:
        with self.store.read() as reading:
            return reading.incoming_waiting(at.id, after=at.last, limit=many)

    def _order(self, one: Incoming) -> Order:
        with self.store.read() as reading:
            return Order(one.by, one.digest, one.duplicates, Colleagues(reading.everybody(self.platform)))

    def _regions(self, one: Incoming) -> tuple[str, ...]:
        with self.store.read() as reading:
            by = reading.person(one.by)
        return whereabouts.regions(by.zone, by.locale)
