"""HTTP connections that may not dawdle: uvicorn by itself waits for ever for a request that comes byte by byte."""

import asyncio
from typing import ClassVar

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.patience import Patience
from bot.settings import Settings

ANSWERING = 0.4
"""The share of the time for stopping in which requests in hand are answered."""


class Hurried(H11Protocol):
    """Hangs up on whoever has not sent a whole request, head and body, within some seconds of beginning.

    The time between two requests of one connection is uvicorn's own to limit (`timeout_keep_alive`).
    """

    within: ClassVar[float]
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn itself has it
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_watching()
        super().connection_lost(exc)

    def _watch(self) -> None:
        """What comes meanwhile buys no time."""
        if self.cycle is not None and not self.cycle.more_body and not self.cycle.response_complete:
            self._stop_watching()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(self.within, self.transport.close)

    def _stop_watching(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


def server_of(asgi: Starlette, settings: Settings, patience: Patience) -> uvicorn.Server | None:
    """On every interface, but for the sandbox: that is nobody else's. None where no port was asked for."""
    if not settings.port:
        return None
    return uvicorn.Server(
        uvicorn.Config(
            asgi,
            host="127.0.0.1" if settings.loopback else "",
            port=settings.port,
            http=type("Hurried", (Hurried,), {"within": patience.request}),
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=max(1, round(patience.stop * ANSWERING)),
        )
    )
