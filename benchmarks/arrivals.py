"""Open-loop arrivals: each request has its moment, whether or not the one before was answered; waiting counts."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from time import monotonic, perf_counter

from benchmarks.payloads import Payload, as_http

Send = Callable[[], Awaitable[None]]
IDLE = 2.0
"""Seconds after which a connection is not used again: uvicorn hangs up after five."""


async def arrive(send: Send, *, rate: float, seconds: float) -> list[float]:
    """Seconds from when each was due to its answer, waiting for a late start included."""
    loop = asyncio.get_running_loop()
    start = perf_counter() + 0.02
    due = [start + n / rate for n in range(round(rate * seconds))]
    tasks: list[asyncio.Task[float]] = []
    for moment in due:
        await asyncio.sleep(max(0.0, moment - perf_counter()))
        tasks.append(loop.create_task(_one(send, moment)))
    return await asyncio.gather(*tasks)


async def _one(send: Send, due: float) -> float:
    await send()
    return perf_counter() - due


class Connections:
    """Kept-alive HTTP connections to one server; another is opened when all are busy, or idle for too long."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._idle: list[_Connection] = []

    def sending(self, payload: Payload) -> Send:
        async def send() -> None:
            await self._post(as_http(payload(), self.port))

        return send

    async def _post(self, request: bytes) -> None:
        connection = await self._connection()
        connection.writer.write(request)
        head = await connection.reader.readuntil(b"\r\n\r\n")
        fields = head.lower()
        length = int(fields.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
        body = await connection.reader.readexactly(length)
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{head!r} {body!r}")
        self._idle.append(replace(connection, used=monotonic()))

    async def _connection(self) -> "_Connection":
        while self._idle:
            connection = self._idle.pop()
            if monotonic() - connection.used < IDLE:
                return connection
            connection.writer.close()
        return _Connection(*await asyncio.open_connection("127.0.0.1", self.port), monotonic())


@dataclass(frozen=True)
class _Connection:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    used: float
