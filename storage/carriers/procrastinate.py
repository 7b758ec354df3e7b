"""The carrier for PostgreSQL: procrastinate brings the notices, on any number of replicas; one lane is one lock.

A job is deferred on the connection of the transaction that queues its notice, and so commits or vanishes with it. A
notice that waits for its moment has no job, since a job in the future would hold up its lane.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from time import monotonic
from typing import Any, ParamSpec, TypeVar

from procrastinate import App, BaseRetryStrategy, PsycopgConnector, RetryDecision, SyncPsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job
from psycopg_pool import AsyncConnectionPool
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import Crossed, trace
from bot.ids import NoticeId
from bot.patience import Patience
from storage.carriers import Deliver
from storage.carriers.jobs import Jobs
from storage.store import SqlStore
from storage.store.outbox import Queued

P = ParamSpec("P")
T = TypeVar("T")
log = logging.getLogger(__name__)

LANES = 32
"""Jobs at once on one replica; most of them rest for the pace."""
THREADS = 16
"""Of those, so many speak with the platform."""
MISSED = 3
"""Signs of life that a replica may miss before others take up its jobs."""
TASK, QUEUE = "deliver", "notices"


class _Again(Exception):
    """The notice was not shown; another attempt in so many seconds."""

    def __init__(self, after: float) -> None:
        super().__init__(after)
        self.after = after


class _Retries(BaseRetryStrategy):
    def __init__(self, patience: Patience) -> None:
        self._patience = patience

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:  # noqa: ARG002
        """Always: `deliver` says when there is nothing more to do; without its word we were stopped, or blind."""
        return _in(exception.after if isinstance(exception, _Again) else self._patience.settle)


class _Pool(AsyncConnectionPool[Any]):
    async def open(self, wait: bool = False, timeout: float = 30.0) -> None:  # noqa: FBT001, FBT002, ASYNC109 - as it has them
        """Gives up when it asks no more."""
        await super().open(wait, min(timeout, self.timeout))


_ORPHANS = text(
    """SELECT id, wanted, address FROM notices WHERE state IN ('queued', 'sending') AND NOT EXISTS (
        SELECT FROM procrastinate_jobs AS jobs WHERE queue_name = :queue AND status IN ('todo', 'doing')
        AND (jobs.args ->> 'notice')::int = notices.id) ORDER BY line, id"""
)
"""Queued by who had no carrier, or restored without the queue. Whatever else is queued got its job with the commit."""
_PUT_OFF = text(
    """UPDATE procrastinate_jobs AS jobs SET scheduled_at = NULL FROM notices
        WHERE queue_name = :queue AND status = 'todo' AND scheduled_at > now()
        AND (jobs.args ->> 'notice')::int = notices.id AND notices.state = 'queued' AND NOT notices.unsure"""
)
"""What waits for its next attempt, but for what may yet arrive from the last one."""


def _in(seconds: float) -> RetryDecision:
    return RetryDecision(retry_at=datetime.now(UTC) + timedelta(seconds=seconds))


class ProcrastinateCarrier:
    """Also what the store hands over to."""

    def __init__(self, store: SqlStore, conninfo: str, patience: Patience) -> None:
        self._store = store
        self._patience = patience
        self._conninfo = conninfo
        self._defers = App(connector=SyncPsycopgConnector(conninfo=conninfo))
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="carrier")
        self._thread: Thread | None = None
        self._stopping = Event()
        self._halt: Callable[[], None] = _nothing
        self._in_hand: set[Future[Any]] = set()

    def take(self, connection: Connection, queued: Sequence[Queued]) -> None:
        raw = connection.connection.driver_connection
        for each in queued:
            job = self._defers.configure_task(TASK, queue=QUEUE, lock=each.lane, connection=raw)
            job.defer(notice=each.notice, n=each.n)

    def wake(self, queued: Sequence[Queued]) -> None:
        """PostgreSQL itself notifies the workers."""

    def start(self, deliver: Deliver) -> None:
        self._thread = Thread(target=self._run, args=(deliver,), name="carrier", daemon=True)
        self._thread.start()

    def stop(self, timeout: float) -> None:
        until = monotonic() + timeout
        self._stopping.set()
        self._halt()
        if self._thread is not None:
            self._thread.join(timeout)
        wait_for(set(self._in_hand), max(0.0, until - monotonic()))  # a thread goes on when its task is cancelled
        self._pool.shutdown(wait=False, cancel_futures=True)

    def drain(self, timeout: float) -> None:
        until = monotonic() + timeout
        while self._going():
            if monotonic() >= until or self._stopping.wait(0.01):
                raise TimeoutError("some notices were not said")

    @property
    def alive(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _going(self) -> int:
        with self._store.read() as reading:
            return reading.going()

    def _run(self, deliver: Deliver) -> None:
        while not self._stopping.is_set():
            try:
                asyncio.run(self._work(deliver))
            except Exception as fault:  # noqa: BLE001 - a boundary: the database may be away for a while
                log.error("the carrier lost the database:\n%s", trace(fault))
            self._stopping.wait(self._patience.retry)

    async def _work(self, deliver: Deliver) -> None:
        """One worker's life: until it is stopped, or loses the database."""
        app = self._app(deliver)
        jobs = app.job_manager = Jobs(app.connector, self._patience.retry)
        async with app.open_async():
            rescue = asyncio.create_task(self._rescue(jobs))
            worker = asyncio.create_task(self._worker(app))
            loop = asyncio.get_running_loop()
            self._halt = lambda: _threadsafe(loop, worker)
            if self._stopping.is_set():
                worker.cancel()
            await asyncio.wait([worker])
            rescue.cancel()
            await asyncio.wait([rescue])
            if not worker.cancelled():
                worker.result()

    def _app(self, deliver: Deliver) -> App:
        app = App(connector=self._connector())

        @app.task(name=TASK, queue=QUEUE, retry=_Retries(self._patience))
        async def carry(notice: int, n: int) -> None:
            try:
                outcome = await self._in_a_thread(deliver, NoticeId(notice), n)
            except Exception as fault:
                log.error("notice %s could not be delivered:\n%s", notice, trace(fault))
                raise
            if outcome.again is not None:
                raise _Again(outcome.again)
            if outcome.said:
                await asyncio.sleep(self._patience.pace)  # with the lane's lock in hand

        return app

    def _connector(self) -> PsycopgConnector:
        """Asks for connections often enough that a replica is back, and says that it lives, well before others miss it.

        By itself the pool waits longer and longer, up to five minutes.
        https://www.psycopg.org/psycopg3/docs/api/pool.html
        """
        often = self._patience.heartbeat
        return PsycopgConnector(
            conninfo=self._conninfo, min_size=1, max_size=8, timeout=often, reconnect_timeout=often, pool_factory=_Pool
        )

    async def _worker(self, app: App) -> None:
        await app.run_worker_async(
            queues=[QUEUE],
            concurrency=LANES,
            install_signal_handlers=False,
            delete_jobs="always",
            fetch_job_polling_interval=self._patience.poll,
            shutdown_graceful_timeout=self._patience.stop,
            update_heartbeat_interval=self._patience.heartbeat,
        )

    async def _in_a_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        future = self._pool.submit(work, *args, **kwargs)
        self._in_hand.add(future)
        future.add_done_callback(self._in_hand.discard)
        return await asyncio.wrap_future(future)

    def _adopt(self) -> None:
        with self._store.write() as unit:
            unit.queued += [Queued(*row) for row in unit.connection.execute(_ORPHANS, {"queue": QUEUE})]

    def _try_at_once(self) -> None:
        """Whoever mended something, and starts us anew, should not have to wait until it shows."""
        with self._store.write() as unit:
            unit.connection.execute(_PUT_OFF, {"queue": QUEUE})

    async def _rescue(self, jobs: Jobs) -> None:
        """Take up what has no job; and the jobs of replicas that are gone, once what they were sending has landed.

        When the database comes back nobody has given a sign of life for a while: first all are left the time for one.
        """
        silent, here = MISSED * self._patience.heartbeat, 0.0
        while True:
            try:
                await self._in_a_thread(self._adopt)
                if not here:
                    await self._in_a_thread(self._try_at_once)
                    here = monotonic()
                if monotonic() - here > silent:
                    await jobs.take_up(silent, retry_at=_in(self._patience.settle).retry_at)
            except (ConnectorException, SQLAlchemyError, Crossed) as fault:  # another was quicker, or it is away
                log.warning("stalled jobs were not taken up:\n%s", trace(fault))
            await asyncio.sleep(self._patience.heartbeat)


def _nothing() -> None:
    """Before there is a worker there is nothing to halt."""


def _threadsafe(loop: asyncio.AbstractEventLoop, worker: "asyncio.Task[None]") -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(worker.cancel)
