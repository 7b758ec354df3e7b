"""The jobs of the queue library, but for what its worker does not live through."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any

from procrastinate.connector import BaseConnector
from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager, NotificationCallback
from psycopg import InterfaceError, OperationalError

_IN_HAND = """SELECT id FROM procrastinate_jobs
    WHERE id = %(job_id)s AND status = 'doing' AND attempts = %(attempts)s"""


class Jobs(JobManager):
    def __init__(self, connector: BaseConnector, pause: float) -> None:
        super().__init__(connector)
        self._pause = pause
        """Seconds between two looks whether the database is back."""
        self._look: NotificationCallback | None = None
        """Has our worker look for jobs."""

    async def listen_for_jobs(
        self, *, on_notification: NotificationCallback, queues: Iterable[str] | None = None
    ) -> None:
        self._look = on_notification
        await super().listen_for_jobs(on_notification=on_notification, queues=queues)

    async def finish_job(self, job: Job, status: Status, delete_job: bool) -> None:  # noqa: FBT001 - as it calls it
        await self._recorded(job, partial(super().finish_job, job, status, delete_job))

    async def retry_job(self, job: Job, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as it has them
        await self._recorded(job, partial(super().retry_job, job, *args, **kwargs))

    async def _recorded(self, job: Job, ends: Callable[[], Awaitable[None]]) -> None:
        """The library says once how a job ended, and goes on: unheard, it would hold its lane as long as we live.

        Where that is recorded already, or another replica took us for gone and has the job, there is nothing to say.
        """
        while True:
            try:
                if await self._is_in_hand(job):
                    await ends()
            except ConnectorException as fault:
                if not isinstance(fault.__cause__, OperationalError | InterfaceError):
                    raise
                await asyncio.sleep(self._pause)
            else:
                await self._go_on(job)
                return

    async def _go_on(self, job: Job) -> None:
        """Its lane is free: what comes next in it need not wait for the worker to look by itself."""
        if self._look is not None and job.id is not None:
            await self._look(channel="", notification={"type": "job_inserted", "job_id": job.id})

    async def _is_in_hand(self, job: Job) -> bool:
        """One that ended, or was taken up by others, is gone or counts as tried once more."""
        return bool(await self.connector.execute_query_all_async(_IN_HAND, job_id=job.id, attempts=job.attempts))

    async def prune_stalled_workers(self, seconds_since_heartbeat: float) -> list[int]:  # noqa: ARG002 - as it calls it
        """Not at a worker's start, as the library would have it: see `take_up`."""
        return []

    async def take_up(self, silent: float, *, retry_at: datetime | None) -> None:
        """Forget workers that gave no sign of life for so many seconds; what they had in hand is for others."""
        await super().prune_stalled_workers(silent)
        for job in await self.get_stalled_jobs(seconds_since_heartbeat=silent):
            await self.retry_job(job, retry_at=retry_at)

    async def fetch_job(self, queues: Iterable[str] | None, worker_id: int) -> Job | None:
        """Another replica may be quicker with a lane's first job: no reason to end this worker, as it would.

        https://github.com/procrastinate-org/procrastinate/pull/1241
        """
        while True:
            try:
                return await super().fetch_job(queues, worker_id)
            except UniqueViolation:  # raised once the other has committed, so that the next look finds something else
                continue
