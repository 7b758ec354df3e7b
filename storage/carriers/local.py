"""The carrier for SQLite: threads of this process, woken by commits and by polling; one carrier a database."""

import fcntl
import logging
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from pathlib import Path
from threading import Condition, Thread
from time import monotonic
from typing import IO

from sqlalchemy import Connection

from bot.deliver import Outcome
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
        self._bell = Condition()
        self._rung = False
        self._stopping = False
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="carrier")
        self._thread: Thread | None = None
        self._in_hand: set[Future[None]] = set()
        self._unended: dict[str, Queued] = {}
        """By lane, what was begun and whose end could not be written: it comes first, and nothing overtakes it."""

    def take(self, connection: Connection, queued: Sequence[Queued]) -> None:
        """Nothing to do inside the transaction: what is queued is found in the outbox."""

    def wake(self) -> None:
        with self._bell:
            self._rung = True
            self._bell.notify_all()

    def start(self, deliver: Deliver) -> None:
        self._thread = Thread(target=self._run, args=(deliver,), name="carrier", daemon=True)
        self._thread.start()

    def stop(self, timeout: float) -> None:
        until = monotonic() + timeout
        self._stopping = True
        self.wake()
        if self._thread is not None:
            self._thread.join(timeout)
        wait_for(set(self._in_hand), max(0.0, until - monotonic()))
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._lock.release()

    def drain(self, timeout: float) -> None:
        until = monotonic() + timeout
        self.wake()
        with self._bell:
            while self._lanes.busy or self._going():
                if not self._bell.wait(min(until - monotonic(), self._patience.poll)) and monotonic() >= until:
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
            pause = self._patience.poll
            try:
                carries = carries or self._begin()
                if carries:
                    pause = self._round(deliver)
            except Exception:  # a boundary: the database may be away for a while
                log.exception("the carrier could not look at the outbox")
            self._rest(pause)

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

    def _round(self, deliver: Deliver) -> float:
        """Set all free lanes going; returns the seconds until there may be more to do."""
        with self._store.read() as reading:
            heads = reading.heads()
        with self._bell:
            heads = list(({head.lane: head for head in heads} | self._unended).values())
            free = self._lanes.free(heads)
            for head in free:
                self._lanes.begin(head.lane)
        for head in free:
            future = self._pool.submit(self._carry, deliver, head)
            self._in_hand.add(future)
            future.add_done_callback(self._in_hand.discard)
        with self._bell:
            return self._lanes.wait(heads)

    def _carry(self, deliver: Deliver, head: Queued) -> None:
        try:
            outcome = deliver(head.notice, head.n)
        except Exception:  # a boundary: the database may be away for a while
            log.exception("notice %s could not be delivered", head.notice)
            self._end(head, Outcome(again=self._patience.settle), unended={head.lane: head})
        else:
            self._end(head, outcome, unended={})

    def _end(self, head: Queued, outcome: Outcome, *, unended: dict[str, Queued]) -> None:
        with self._bell:
            self._unended.pop(head.lane, None)
            self._unended |= unended
            self._lanes.end(head.lane, outcome)
        self.wake()

    def _rest(self, seconds: float) -> None:
        with self._bell:
            if not self._rung:
                self._bell.wait(seconds)
            self._rung = False


class _FileLock:
    """Held by the one process that carries, and gone with it however it ends; the command line works beside it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def acquire(self) -> bool:
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
