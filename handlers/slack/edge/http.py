"""The HTTP edge: only what Slack itself signed, lately and in a sane size, goes further, decoded once.

https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import asyncio
import hmac
import logging
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

from slack_bolt.response import BoltResponse
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from bot.patience import Clock
from handlers.slack.edge.decoding import Body, DecodeError, decode

log = logging.getLogger(__name__)

MOST_BYTES = 1 << 20
"""A view is at most 250 KB, percent-encoded three times that; with what was typed it stays below a megabyte."""
LATEST = 300
"""Seconds by which a signature may be old, or ahead of us."""
SECONDS = re.compile("[0-9]{1,12}")

Dispatch = Callable[[Body, str], BoltResponse]
"""What came, and the signature by which it is known if it comes again."""


class Edge:
    """The endpoint of `POST /slack/events`."""

    def __init__(self, dispatch: Dispatch, secret: str, clock: Clock, workers: ThreadPoolExecutor) -> None:
        self.dispatch = dispatch
        self.secret = secret.encode()
        self.clock = clock
        self.workers = workers

    async def receive(self, request: Request) -> Response:
        raw = await _read(request)
        if raw is None:
            return Response(status_code=413)
        signature = self._signature(request, raw)
        if not signature:
            log.warning("A request without a good signature of Slack's was refused.")
            return Response(status_code=401)
        try:
            body = decode(raw, request.headers.get("content-type", ""))
        except DecodeError:
            return Response(status_code=400)
        if body.get("type") == "url_verification":
            return JSONResponse({"challenge": body.get("challenge")})
        if "ssl_check" in body:
            return Response()
        loop = asyncio.get_running_loop()
        return _response(await loop.run_in_executor(self.workers, self.dispatch, body, signature))

    def _signature(self, request: Request, raw: bytes) -> str:
        """ "" where it is not Slack's, or not of now."""
        stamp = _only(request, "x-slack-request-timestamp")
        if not SECONDS.fullmatch(stamp) or abs(self.clock().timestamp() - int(stamp)) > LATEST:
            return ""
        expected = "v0=" + hmac.new(self.secret, b"v0:%b:%b" % (stamp.encode(), raw), sha256).hexdigest()
        given = _only(request, "x-slack-signature")
        return expected if hmac.compare_digest(expected.encode(), given.encode()) else ""


def _only(request: Request, name: str) -> str:
    """A header that stands there once: of two nobody knows which one a proxy before us looked at."""
    found = request.headers.getlist(name)
    return found[0] if len(found) == 1 else ""


async def _read(request: Request) -> bytes | None:
    """The body, or None as soon as it is too long."""
    length = request.headers.get("content-length", "0")
    if length.isdecimal() and int(length) > MOST_BYTES:
        return None
    raw = bytearray()
    try:
        async for chunk in request.stream():
            raw += chunk
            if len(raw) > MOST_BYTES:
                return None
    except ClientDisconnect:
        return b""  # nobody is there to read an answer
    return bytes(raw)


def _response(answer: BoltResponse) -> Response:
    return Response(answer.body, answer.status, media_type=answer.headers["content-type"][0])
