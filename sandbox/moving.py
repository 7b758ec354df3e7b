"""Moving the sandbox's time: from one due moment of the bot to the next, so that a jump is no outage."""

import json
import time
import urllib.request
from collections.abc import Callable
from datetime import datetime

from sandbox.records import Json
from sandbox.world import World

HOPS = 400  # as many sweeps as one move may take on its way
HOP_SECONDS = 10.0  # real seconds that the bot has for one sweep
POLL = 0.05  # real seconds between two looks


def move(world: World, to: datetime, readyz: str, report: Callable[[datetime], None] | None = None) -> None:
    """Moves to the aware moment `to`. With a `readyz` address the bot sweeps at each of its due moments on the way."""
    for _ in range(HOPS if readyz else 0):
        due = _moment(_look(readyz).get("next_due"))
        if due is None or due >= to:
            break
        _hop(world, max(due, world.now()), readyz, report)
    _hop(world, to, readyz, report)


def _hop(world: World, to: datetime, readyz: str, report: Callable[[datetime], None] | None) -> None:
    world.move(to)
    if report is not None:
        report(to)
    if readyz:
        _await_sweep(readyz, to)


def _await_sweep(readyz: str, since: datetime) -> None:
    ends = time.monotonic() + HOP_SECONDS
    while time.monotonic() < ends:
        swept = _moment(_look(readyz).get("swept_at"))
        if swept is not None and swept >= since:
            return
        time.sleep(POLL)


def _look(readyz: str) -> Json:
    """What the bot says of itself; a bot that is not ready says it with 503 and the same JSON."""
    request = urllib.request.Request(readyz)  # noqa: S310 - the sandbox's own bot, on loopback
    try:
        with urllib.request.urlopen(request, timeout=HOP_SECONDS) as answer:  # noqa: S310 - as above
            found: Json = json.load(answer)
            return found
    except urllib.error.HTTPError as unready:
        with unready:
            return dict(json.load(unready))


def _moment(given: str | None) -> datetime | None:
    return datetime.fromisoformat(given) if given else None
