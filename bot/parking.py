"""What cannot be said is parked: one admin hears where and why, and it is let go once that is mended."""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.gathering import GATHERED
from bot.ids import PersonId, TroubleId
from bot.notices import TOGETHER, Notice
from bot.people import Person, Role
from bot.saying import calendar, say_again, show_home, tell
from bot.setup import Place
from bot.store import Reading, Store, Unit
from bot.troubles import ANYWHERE, EVERYWHERE, Cause, Trouble, tried_again

log = logging.getLogger(__name__)

PARKED = "parked"
"""The intent, and the name, of what an admin is told of a trouble."""
OF_CHANNELS = frozenset({Cause.ARCHIVED, Cause.NOT_IN, Cause.MISSING, Cause.CLOSED, Cause.PUBLIC})


def park(unit: Unit, notice: Notice, cause: Cause, *, now: datetime) -> None:
    """After it was refused for good: its lane goes on without it. A home that nobody sees is nobody's loss."""
    address = at(unit, notice.address)
    if cause is Cause.MOOT or (notice.address.startswith("home:") and cause not in EVERYWHERE):
        unit.left(notice)
        return
    if address.startswith("person:") and cause in OF_CHANNELS:
        cause = Cause.UNREACHABLE
    trouble, begun = unit.trouble_at(ANYWHERE if cause in EVERYWHERE else address, cause, now)
    if notice.id is not None:
        unit.park(notice.id, trouble.id)
    if begun:
        log.error("Nothing can be said at %s (%s): see `python app.py notices`.", trouble.address, cause)
        tell_admin(unit, trouble, now=now)
    if notice.intent == PARKED and trouble.person:  # another admin hears of what they were to hear of
        tell_admin(unit, unit.trouble(_of(notice)), now=now)


def at(unit: Reading, address: str) -> str:
    """The channel or the person that it is about: a thread stands where its first message does."""
    kind, _, name = address.partition(":")
    if kind == "thread-of":
        parent = unit.notice_by_key(name)
        return at(unit, parent.address) if parent else address
    return f"person:{name}" if kind == "home" else address


def _of(notice: Notice) -> TroubleId:
    return TroubleId(int(str(notice.args["trouble"])))


def tell_admin(unit: Unit, trouble: Trouble, *, now: datetime) -> None:
    """One of them, who is there, can be reached, and is not whom it is about; all see it in App Home."""
    admins = _admins(unit)
    for reader in _readers(unit, admins, trouble)[:1]:
        key = f"{PARKED}:{trouble.id}:{reader}"
        tell(unit, key, reader, PARKED, {"trouble": trouble.id}, now=now, wait=timedelta())
    for person in admins:
        show_home(unit, person, now=now)


def _admins(unit: Unit) -> Sequence[Person]:
    return unit.admins(unit.setup().roles.get(Role.ADMIN, frozenset()))


def _readers(unit: Unit, admins: Iterable[Person], trouble: Trouble) -> list[PersonId]:
    silent = {one.person for one in unit.troubles()} | {trouble.person}
    found = sorted(person.id for person in admins if person.id not in silent)
    return sorted(found, key=lambda who: who in unit.setup().away)


def mend(unit: Unit, trouble: Trouble, *, now: datetime) -> None:
    """It is over, or somebody says so: what was held up is tried again, and what was said of it says so."""
    unit.mend(trouble.id, now)
    for key in unit.keys(f"{PARKED}:{trouble.id}:"):
        say_again(unit, key, now=now)
    for person in _admins(unit):
        show_home(unit, person, now=now)


def mend_place(unit: Unit, place: Place, *, now: datetime) -> bool:
    """Another channel was chosen for it; returns whether anything was wrong there."""
    found = [trouble for trouble in unit.troubles() if trouble.place == place]
    for trouble in found:
        mend(unit, trouble, now=now)
    return bool(found)


def without(unit: Unit, who: PersonId, *, now: datetime) -> None:
    """They have left: nothing is held up for them, and of what they were told as an admin another one hears."""
    for trouble in unit.troubles():
        if trouble.person == who:
            unit.mend(trouble.id, now)
        elif unit.notice_by_key(f"{PARKED}:{trouble.id}:{who}"):
            tell_admin(unit, trouble, now=now)


def went_through(unit: Unit, notice: Notice, *, now: datetime) -> None:
    """What was refused the last time has been said: whatever held it up is over.

    Of what was said long ago an edit tells less: a bot may still edit where it may not write any more.
    """
    if notice.trouble is not None and notice.error and unit.trouble(notice.trouble).mended_at is None:
        mend(unit, unit.trouble(notice.trouble), now=now)


def try_again(store: Store, *, now: datetime, limit: int) -> int:
    """Let go what is held up no longer; of what still is, now and then one message, to see whether it goes."""
    with store.write() as unit:
        for trouble in unit.to_try(now):
            _try(unit, trouble, now=now)
        mended = unit.mended(limit=limit)
        for notice in mended:
            let_go(unit, notice, now=now)
    return len(mended)


def _try(unit: Unit, trouble: Trouble, *, now: datetime) -> None:
    """One at a time, the first of them; each in its turn where it may be a fault of its own. Of none, it is over."""
    unit.try_later(trouble.id, now + tried_again(trouble.cause))
    if unit.tries(trouble.id):
        return
    following = unit.first_parked(trouble.id, in_turn=trouble.cause is Cause.FAULT)
    if following is None:
        mend(unit, trouble, now=now)
    else:
        let_go(unit, following, now=now)


def let_all_go(unit: Unit, *, now: datetime) -> int:
    """Somebody says that everything is mended; returns how many messages were held up."""
    held = unit.dead()
    for trouble in unit.troubles():
        mend(unit, trouble, now=now)
    for notice in held:
        if notice.trouble is None:
            let_go(unit, notice, now=now)
    return len(held)


def let_go(unit: Unit, notice: Notice, *, now: datetime) -> None:
    """It says what is true now, as everything does; what somebody would hear of their leads comes in one message."""
    kind, _, name = notice.address.partition(":")
    due = calendar(unit, PersonId(int(name))).awake(now) if kind == "person" and not notice.shown else now
    args = {**notice.args, TOGETHER: True} if notice.intent in GATHERED and not notice.shown else notice.args
    if notice.id is not None:
        unit.unpark(notice.id, due, args)
