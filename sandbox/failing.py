"""How a call fails that is told to: answers late, half or not at all, with the work done or without."""

import asyncio
import time
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from sandbox.faults import Fault
from sandbox.world import World

FOREVER = 60.0  # real seconds that a call hangs when it is told to time out
SPARE = 0.3  # real seconds by which a late call may be later than it was told to be
DONE = frozenset(
    {"status_done", "internal_error_done", "timeout_after", "reset_after", "truncated", "slow", "late"}
)  # the work, that is
LINKS: dict[tuple[str, int], asyncio.Transport] = {}


class Links(H11Protocol):
    """uvicorn's HTTP, which remembers its connections so that a fault can cut one."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn itself has it
        super().connection_made(transport)
        if self.client:
            LINKS[self.client] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        if self.client:
            LINKS.pop(self.client, None)
        super().connection_lost(exc)


async def faulty(request: Request, world: World, fault: Fault, work: Callable[[], Response]) -> Response:
    """Does the work if the fault says so, then answers as the fault would."""
    never = fault.kind == "late" and await _lands_too_late(world, fault.seconds)
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
    done = work() if fault.kind in DONE and not never else None
    if never or fault.kind.startswith("timeout"):
        await asyncio.sleep(FOREVER)
    if fault.kind.startswith("reset") and request.client:
        LINKS[request.client].abort()
    return _broken(fault, done)


async def _lands_too_late(world: World, seconds: float) -> bool:
    """Waits; whether this machine was so busy that it became much more than that."""
    due = time.monotonic() + seconds
    world.faults.landing += 1
    try:
        await asyncio.sleep(seconds)
    finally:
        world.faults.landing -= 1
    return time.monotonic() > due + SPARE


def _broken(fault: Fault, done: Response | None) -> Response:
    if fault.kind == "ratelimited":
        answer = JSONResponse({"ok": False, "error": "ratelimited"}, 429)
        answer.raw_headers.append((b"retry-after", str(fault.retry_after).encode()))  # whatever it is
        return answer
    if fault.kind in {"status", "status_done"}:
        return PlainTextResponse("upstream trouble", fault.status)
    if fault.kind in {"slow", "late"} and done is not None:
        return done
    if fault.kind == "truncated" and done is not None:
        return Truncated(done)
    return JSONResponse({"ok": False, "error": "fatal_error" if fault.kind == "fatal_error" else "internal_error"})


class Truncated(Response):
    """Promises the whole answer, sends half of it, and cuts the connection."""

    def __init__(self, whole: Response) -> None:
        super().__init__(bytes(whole.body), whole.status_code, dict(whole.headers))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as Starlette calls it
        half = bytes(self.body)[: len(self.body) // 2]
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": half, "more_body": True})
        await asyncio.sleep(0)  # what was written goes out
        if link := LINKS.get(scope["client"]):  # whoever listened may be gone
            link.close()
