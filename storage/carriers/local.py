"""The carrier for SQLite: threads of this process, woken by commits for free lanes and by polling; one a database."""

import fcntl
import logging
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from pathlib import Path
from threading import Condition, Lock, Thread
from time import monotonic
from typing import IO

from sqlalchemy import Connection

from bot.deliver import Outcome
from bot.errors import trace
from bot.patience import Patience
from storage.carriers import Deliver
from storage.carriers.lanes import Lanes
from storage.store import SqlStore
from storage.store.outbox import Queued

log = logging.getLogger(__name__)

THREADS = 16
"""So many lanes at once; each waits for the platform most of the time."""


class LocalCarrier:
    """Also what the store hands over to: a commit that queued something wakes it."""

    def __init__(self, store: SqlStore, lock: Path, patience: Patience) -> None:
        self._store = store
        self._patience = patience
        self._lock = _FileLock(lock)
        self._lanes = Lanes(patience)
        lock_of_lanes = Lock()
        self._bell, self._ended = Condition(lock_of_lanes), Condition(lock_of_lanes)
        self._rung = False
        self._looks_at = 0.0
        """The monotonic moment until which the carrier's thread sleeps."""
        self._looks_everywhere_at = 0.0
        self._stopping = False
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="carrier")
        self._thread: Thread | None = None
        self._in_hand: set[Future[None]] = set()
        self._unended: dict[str, Queued] = {}
        """By lane, what was begun and whose end could not be written: it comes first, and nothing overtakes it."""

    def take(self, connection: Connection, queued: Sequence[Queued]) -> None:
        """Nothing to do inside the transaction: what is queued is found in the outbox."""

    def wake(self, queued: Sequence[Queued]) -> None:
        """A commit costs the carrier nothing while the lanes that it filled are in use, or rest."""
        with self._bell:
            if self._lanes.fill(each.lane for each in queued) < self._looks_at:
                self._ring()

    def start(self, deliver: Deliver) -> None:
        self._thread = Thread(target=self._run, args=(deliver,), name="carrier", daemon=True)
        self._thread.start()

    def stop(self, timeout: float) -> None:
        until = monotonic() + timeout
        self._stopping = True
        with self._bell:
            self._ring()
        if self._thread is not None:
            self._thread.join(timeout)
        wait_for(set(self._in_hand), max(0.0, until - monotonic()))
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._lock.release()

    def drain(self, timeout: float) -> None:
        until = monotonic() + timeout
        with self._bell:
            self._looks_everywhere_at = 0.0
            self._ring()
            while self._lanes.busy or self._going():
                if not self._ended.wait(min(until - monotonic(), self._patience.poll)) and monotonic() >= until:
                    raise TimeoutError("some notices were not said")

    @property
    def alive(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _going(self) -> int:
        with self._store.read() as reading:
            return reading.going()

    def _run(self, deliver: Deliver) -> None:
        carries = False
        while not self._stopping:
            try:
                carries = carries or self._begin()
                if carries:
                    self._round(deliver)
            except Exception as fault:  # noqa: BLE001 - a boundary: the database may be away for a while
                log.error("the carrier could not look at the outbox:\n%s", trace(fault))
            self._rest(carries=carries)

    def _begin(self) -> bool:
        """Become the database's carrier, unless another process is; take up what the last one had in hand."""
        if not self._lock.acquire():
            return False
        with self._store.write() as unit:
            unit.take_up_again()
            lanes = unit.unsure_lanes()
        for lane in lanes:
            self._lanes.rest(lane, self._patience.settle)
        return True

    def _round(self, deliver: Deliver) -> None:
        """Set all free lanes going."""
        if monotonic() >= self._looks_everywhere_at:
            self._look_everywhere()
        with self._bell:
            free = self._lanes.take()
            heads = {lane: head for lane, head in self._unended.items() if lane in free}
        if len(heads) < len(free):
            with self._store.read() as reading:
                found = [reading.head(lane) for lane in free if lane not in heads]
            heads |= {head.lane: head for head in found if head}
        with self._bell:
            for lane in heads:
                self._lanes.begin(lane)
        for head in heads.values():
            future = self._pool.submit(self._carry, deliver, head)
            self._in_hand.add(future)
            future.add_done_callback(self._in_hand.discard)

    def _look_everywhere(self) -> None:
        """Another process may have queued something, and wakes nobody."""
        with self._store.read() as reading:
            lanes = reading.lanes()
        with self._bell:
            self._lanes.fill([*lanes, *self._unended])
            self._looks_everywhere_at = monotonic() + self._patience.poll

    def _carry(self, deliver: Deliver, head: Queued) -> None:
        try:
            outcome = deliver(head.notice, head.n)
        except Exception as fault:  # noqa: BLE001 - a boundary: the database may be away for a while
            log.error("notice %s could not be delivered:\n%s", head.notice, trace(fault))
            self._end(head, Outcome(again=self._patience.settle), unended={head.lane: head})
        else:
            self._end(head, outcome, unended={})

    def _end(self, head: Queued, outcome: Outcome, *, unended: dict[str, Queued]) -> None:
        with self._bell:
            self._unended.pop(head.lane, None)
            self._unended |= unended
            self._lanes.end(head.lane, outcome)
            self._ended.notify_all()
            if self._lanes.fill([head.lane]) < self._looks_at:
                self._ring()

    def _ring(self) -> None:
        self._rung = True
        self._bell.notify()

    def _rest(self, *, carries: bool) -> None:
        """Until a lane is free that has something, or anything was queued without a word to us."""
        with self._bell:
            until = monotonic() + self._patience.poll
            self._looks_at = min(until, self._lanes.next(), self._looks_everywhere_at or until) if carries else until
            self._bell.wait_for(lambda: self._rung, max(0.0, self._looks_at - monotonic()))
            self._rung, self._looks_at = False, 0.0


class _FileLock:
    """Held by the one process that carries, and gone with it however it ends; the command line works beside it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def acquire(self) -> bool:
        """Also where this process holds it: its own second look would find it taken."""
        if self._file is not None:
            return True
        file = self._path.open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
