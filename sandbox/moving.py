"""Moving the sandbox's time: from one due moment of the bot to the next, so that a jump is no outage."""

import http.client
import json
import threading
import time
import urllib.parse
from collections.abc import Callable
from datetime import datetime
from functools import partial

from sandbox.records import Json
from sandbox.world import World

HOPS = 400  # as many sweeps as one move may take on its way
HOP_SECONDS = 10.0  # real seconds that the bot has for one sweep, and for each message that is due then
POLL = 0.05  # real seconds between two looks

Report = Callable[[datetime], None]


def move(world: World, to: datetime, readyz: str = "", report: Report | None = None) -> None:
    """Moves to the aware moment `to`, telling `report` each stop. With a `readyz` address, the bot's `GET /readyz`,
    the bot sweeps at each of its due moments on the way, and says what is due then."""
    last = None
    for _ in range(HOPS if readyz else 0):
        due = _moment(look(readyz).get("next_due"))
        if due is None or due >= to or due == last:
            break
        last = due
        _hop(world, max(due, world.now()), readyz, report)
    _hop(world, max(to, world.now()), readyz, report)


def _hop(world: World, to: datetime, readyz: str, report: Report | None) -> None:
    world.move(to)
    if report is not None:
        report(to)
    if readyz:
        _await(readyz, lambda said: _swept(said, to))
        _await_all_said(readyz)


def _await(readyz: str, true: Callable[[Json], bool]) -> None:
    ends, pause = time.monotonic() + HOP_SECONDS, threading.Event()
    while time.monotonic() < ends and not true(look(readyz)):
        pause.wait(POLL)


def _swept(said: Json, since: datetime) -> bool:
    swept = _moment(said.get("swept_at"))
    return swept is not None and swept >= since


def _await_all_said(readyz: str) -> None:
    """What is due now is not left for the next stop, so that each message comes when it was due; but for a silence."""
    left, before = _unsaid(look(readyz)), 0
    while left and left != before:
        before = left
        _await(readyz, partial(_fewer_unsaid, before))
        left = _unsaid(look(readyz))


def _fewer_unsaid(than: int, said: Json) -> bool:
    return _unsaid(said) < than


def _unsaid(said: Json) -> int:
    return int(said.get("unsaid", 0))


def look(readyz: str) -> Json:
    """What the bot says of itself, ready or not; nothing if it does not answer."""
    place = urllib.parse.urlsplit(readyz)
    link = http.client.HTTPConnection(place.hostname or "", place.port, timeout=HOP_SECONDS)
    try:
        link.request("GET", place.path)
        found = json.loads(link.getresponse().read())
    except (OSError, http.client.HTTPException, ValueError):
        return {}
    finally:
        link.close()
    return found if isinstance(found, dict) else {}


def _moment(given: str | None) -> datetime | None:
    return datetime.fromisoformat(given) if given else None
