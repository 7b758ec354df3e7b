"""Says one notice: between the outbox, which knows what is wanted, and a front, which renders and sends."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import parking, services
from bot.errors import trace
from bot.front import Front, Rendered, Target, TryLater, Undeliverable, Unsure
from bot.ids import NoticeId, PersonId
from bot.notices import Notice
from bot.patience import Clock, Patience
from bot.people import Person
from bot.saying import show_thread
from bot.setup import Place
from bot.show import INTENTS, Gather, leads_in
from bot.show.seen import as_seen
from bot.store import Reading, Store, Unit
from bot.troubles import Cause
from bot.values import replace

log = logging.getLogger(__name__)

MOST_FAULTS = 10
"""Attempts after which a notice that only raises errors is parked, so that its lane goes on."""
SKEW = timedelta(minutes=5)
"""By which the platform's clock may differ from ours when its history is searched."""


@dataclass(frozen=True)
class Outcome:
    """How an attempt ended, for the carrier."""

    said: bool = False
    """Something went out: the lane rests for the pace."""
    again: float | None = None
    """Seconds until the next attempt; None when there is nothing more to do."""


@dataclass(frozen=True)
class _Message:
    target: Target
    shown: object
    reader: Person | None


class _Nowhere(Exception):
    """Its place is not set any more: it waits."""


def deliver(
    store: Store,
    front: Front,
    notice: NoticeId,
    n: int,
    *,
    clock: Clock,
    patience: Patience,
    intents: Mapping[str, Gather] = INTENTS,
) -> Outcome:
    """Show what is wanted, at least for the nth time; nothing if that was shown. One at a time for each lane.

    No transaction is open while the front is called. After an end that nobody is sure of, the carrier comes back
    when a late request has landed (`again`), and the message is looked for before it is sent again.
    """
    with store.write() as unit:
        started = unit.start_sending(notice, n, clock())
    if started is None:
        return Outcome()
    try:
        return _attempt(store, front, started, clock, intents)
    except Exception as error:  # noqa: BLE001 - a boundary: one message's fault must not stop its lane
        return _ended(store, notice, started, error, clock(), patience)


def _attempt(store: Store, front: Front, started: Notice, clock: Clock, intents: Mapping[str, Gather]) -> Outcome:
    standing = _found(store, front, started) if started.unsure and not started.receipt else started
    message = _gather(store, front.platform, standing, intents)
    if message is None:
        with store.write() as unit:
            if standing.shown > started.shown:
                unit.sent(started, started.wanted, shown="", receipt=standing.receipt, now=clock(), told=True)
            else:
                unit.nothing_to_say(started, started.wanted, clock())
        return Outcome()
    rendered = front.render(message.shown, message.reader)
    same = bool(started.hash) and started.hash == rendered.hash and not started.unsure  # an edit may have landed
    receipt = (
        started.receipt if same else front.send(message.target, rendered, receipt=standing.receipt, key=started.key)
    )
    if started.address.startswith("home:") and not started.shown:
        message, rendered = _once_more(store, front, started, message, rendered, intents)
    with store.write() as unit:
        about = leads_in(message.shown)
        unit.sent(
            started, started.wanted, shown=rendered.hash, receipt=receipt, now=clock(), told=not same, about=about
        )
        if not same:
            parking.went_through(unit, started, now=clock())
        if started.receipt and receipt != started.receipt:
            show_thread(unit, started.key, now=clock())
    return Outcome(said=not same)


def _once_more(
    store: Store, front: Front, started: Notice, message: _Message, rendered: Rendered, intents: Mapping[str, Gather]
) -> tuple[_Message, Rendered]:
    """What changed while somebody opened their App Home for the first time was changed by who did not know of that."""
    now = _gather(store, front.platform, started, intents) or message
    anew = front.render(now.shown, now.reader)
    if anew.hash != rendered.hash:
        front.send(now.target, anew, receipt="", key=started.key)
    return now, anew


def _found(store: Store, front: Front, started: Notice) -> Notice:
    """As it stands, if it arrived though nobody heard that it did."""
    if started.tried_at is None or started.address.startswith("home:"):
        return started
    with store.read() as reading:
        target = _target(reading, front.platform, started.address)
    receipt = front.find(target, started.key, since=started.tried_at - SKEW)
    return replace(started, receipt=receipt, shown=started.wanted) if receipt else started


def _gather(store: Store, platform: str, standing: Notice, intents: Mapping[str, Gather]) -> _Message | None:
    """What there is to say, and to whom; None where there is nothing to say any more."""
    with store.read() as reading:
        shown = as_seen(reading, standing, intents[standing.intent](reading, standing))
        if shown is None:
            return None
        kind, _, name = standing.address.partition(":")
        reader = reading.person(PersonId(int(name))) if kind in {"person", "home"} else None
        return _Message(_target(reading, platform, standing.address), shown, reader)


def _target(reading: Reading, platform: str, address: str) -> Target:
    kind, _, name = address.partition(":")
    reference, where = _reference(reading, platform, kind, name), parking.at(reading, address)
    return Target(address, reference, _channel(reading, where), private=where == f"place:{Place.HIRING}")


def _channel(reading: Reading, where: str) -> str:
    kind, _, name = where.partition(":")
    return reading.setup().places.get(Place(name), "") if kind == "place" else ""


def _reference(reading: Reading, platform: str, kind: str, name: str) -> str:
    if kind == "place":
        reference = reading.setup().places.get(Place(name), "")
    elif kind == "thread-of":
        parent = reading.notice_by_key(name)
        reference = parent.receipt if parent else ""
    else:
        identity = reading.identity(PersonId(int(name)), platform)
        if identity is None:
            raise Undeliverable("not_on_this_platform", Cause.UNREACHABLE)
        reference = identity.user
    if not reference:
        raise _Nowhere
    return reference


def _ended(
    store: Store, notice: NoticeId, started: Notice, error: Exception, now: datetime, patience: Patience
) -> Outcome:
    """Nothing was shown, as far as we know: when to try again, if ever.

    A refusal says nothing about an attempt before it that may have arrived: that stays in doubt until it is found.
    """
    with store.write() as unit:
        match error:
            case _Nowhere():
                unit.put_back(started)
                return Outcome()
            case TryLater():
                unit.not_sent(started, error=error.why, unsure=started.unsure, dead=False)
                return Outcome(again=max(error.after, _backoff(started.attempts - 1, patience)))
            case Undeliverable():
                if unit.not_sent(started, error=error.why, unsure=started.unsure, dead=True):
                    _park(unit, started, error.cause, now)
                return Outcome()
            case _:
                dead = not isinstance(error, Unsure) and _is_hopeless(notice, started, error)
                if unit.not_sent(started, error=_why(error), unsure=True, dead=dead) and dead:
                    _park(unit, started, Cause.FAULT, now)
                return Outcome(again=None if dead else max(patience.settle, _backoff(started.attempts, patience)))


def _park(unit: Unit, started: Notice, cause: Cause, now: datetime) -> None:
    """What was for somebody who has left is nobody's any more, and all that they had goes to others."""
    kind, _, name = parking.at(unit, started.address).partition(":")
    if cause is Cause.GONE and kind == "person":
        services.leave(unit, unit.deactivate(PersonId(int(name))).id, now=now)
        unit.left(started)
    else:
        parking.park(unit, started, cause, now=now)


def _why(error: Exception) -> str:
    return error.why if isinstance(error, Unsure) else type(error).__name__


def _is_hopeless(notice: NoticeId, started: Notice, fault: Exception) -> bool:
    """Nobody expected this."""
    log.error("notice %s (%s) failed:\n%s", notice, started.intent, trace(fault))
    return started.attempts >= MOST_FAULTS


def _backoff(attempts: int, patience: Patience) -> float:
    """Doubling from `retry` after the first attempt; nothing before it."""
    return min(patience.retry * 2 ** min(attempts - 1, 20), patience.retry_most) if attempts > 0 else 0.0
