"""What the clock does: each sweep asks for what is due now, says it, and sets the next moment after now."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import caring, digests, untaken
from bot.batches import PUT_OFF, Batch, carry_out, of_leads
from bot.calendars import calendar_of
from bot.clocks import Thing
from bot.escalations import find_silent, take, tell_managers
from bot.gathering import release
from bot.ids import PersonId
from bot.leads import Lead
from bot.mornings import say_good_morning
from bot.notices import Arguments
from bot.parking import try_again
from bot.promises import tell_referrers
from bot.saying import tell
from bot.services.anchoring import lay_anchor
from bot.services.away import welcome_back
from bot.services.disputes import follow_disputes
from bot.services.incoming import end_waiting
from bot.services.privacy import follow_requests
from bot.services.splits import follow_splits
from bot.services.wins import thank_for_company
from bot.store import Reading, Store, Unit
from bot.thanks import Win
from bot.values import replace
from bot.windows import tell_of_windows

LIMIT = 500
REPEATED = timedelta(days=30)
"""So long an intention is known again. Slack repeats an event within the hour; a form may stay open for days.

https://docs.slack.dev/apis/events-api/#retries
"""
SIGNED = timedelta(minutes=15)
"""So long a signed request is known again: its signature is good for five minutes, and may be ahead by as many."""
UNFINISHED = timedelta(days=90)
"""So long a draft waits for whoever typed it."""


def sweep(store: Store, *, now: datetime) -> int:
    """One round of the sweeps that have something to do, each once; returns how much was due.

    Safe on every replica at once. Most ticks find nothing: one look, and nobody who writes has waited for them.
    """
    store.scrub()
    done, faults, ran = 0, list[Exception](), set[Sweep]()
    # What one of them did may be something for another; but what is released is for the carrier alone.
    while ran != {release} and (due := _due(store, now=now) - ran):
        for each in SWEEPS:
            if each in due or each is release:
                try:
                    done += each(store, now=now, limit=LIMIT)
                except Exception as fault:  # noqa: BLE001 - a boundary: what stops one of them stops none of the others
                    faults.append(fault)
        ran |= due
    if faults:
        raise ExceptionGroup("sweeps failed", faults)
    return done


def _due(store: Store, *, now: datetime) -> set["Sweep"]:
    """Which have something to do; where that cannot be told, each finds out for itself."""
    try:
        with store.read() as reading:
            asked = {
                release: reading.set_free(),
                try_again: reading.troubled(now),
                follow_requests: reading.requests_going(),
                anchor_ledger: reading.anchor_due(now),
                schedule_digests: bool(_readers(reading)),
                forget: reading.forgettable(heard=now - SIGNED, origins=now - REPEATED, drafts=now - UNFINISHED),
            }
            come = {SWEEP_OF[thing] for thing, at in reading.moments().items() if at <= now}
            return come | {each for each, is_due in asked.items() if is_due}
    except Exception:  # noqa: BLE001 - a boundary: what is broken for one sweep stops none of the others
        return set(SWEEPS)


def find_takers(store: Store, *, now: datetime, limit: int) -> int:
    """What nobody has taken: first call ends, the lead desk gets it, the desk's manager hears."""

    def do(unit: Unit, due: Iterable[Lead]) -> None:
        untaken.go_on(unit, due, now=now)

    return carry_out(store, of_leads("desk_due", lambda unit: untaken.due(unit, now=now, limit=limit), do, now=now))


def take_care(store: Store, *, now: datetime, limit: int) -> int:
    """What is owed to whoever a lead is about: that they are told, and what was chosen to happen by itself."""

    def do(unit: Unit, due: Iterable[Lead]) -> None:
        caring.go_on(unit, due, now=now)

    return carry_out(store, of_leads("care_due", lambda unit: unit.care_due(now, limit=limit), do, now=now))


def thank_referrers(store: Store, *, now: datetime, limit: int) -> int:
    """Wins whose owner has found no words by the end of the next working day."""

    def do(unit: Unit, due: Iterable[Win]) -> None:
        for win in due:
            thank_for_company(unit, win, now=now)

    def put_off(unit: Unit, win: Win) -> None:
        unit.save_win(replace(win, thanks_due=now + PUT_OFF))

    due = Batch("thanks for win", lambda unit: unit.thanks_due(now, limit=limit), lambda win: win.id, do, put_off)
    return carry_out(store, due)


@dataclass(frozen=True)
class _Reader:
    """Somebody who began or ceased to read a digest, or is elsewhere now."""

    person: PersonId
    scheduled: digests.Scheduled | None
    zone: str | None
    """Where they are now; None for those who have left."""


def schedule_digests(store: Store, *, now: datetime, limit: int) -> int:
    """Each reader's next one, where they are now. Nobody hears of it, so it counts for nothing."""

    def do(unit: Unit, due: Iterable[_Reader]) -> None:
        for one in due:
            _schedule_digest(unit, one, now=now)

    def put_off(unit: Unit, one: _Reader) -> None:
        unit.schedule(digests.WHAT, one.person, now + PUT_OFF)

    carry_out(
        store, Batch("digest of person", lambda unit: _readers(unit)[:limit], lambda one: one.person, do, put_off)
    )
    return 0


def _readers(unit: Reading) -> list[_Reader]:
    kept, reads = unit.digests(), digests.reads(unit.setup())
    new = [one for one in unit.people(reads - kept.keys()).values() if not one.deactivated]
    return [
        *(_Reader(who, one, zone) for who, (one, zone) in kept.items() if who not in reads or zone != one.zone),
        *(_Reader(one.id, None, one.zone) for one in new),
    ]


def _schedule_digest(unit: Unit, one: _Reader, *, now: datetime) -> None:
    """Who travels into its day, after its hour, is not left out."""
    setup = unit.setup()
    if one.zone is None or one.person not in digests.reads(setup):
        unit.no_digest(one.person)
        return
    since, was = (now - digests.GRACE, one.scheduled.zone) if one.scheduled else (now, None)
    following = digests.next_digest(calendar_of(setup, one.person, one.zone), since, setup.digest)
    unit.schedule_digest(one.person, one.zone, following, was=was)


def send_digests(store: Store, *, now: datetime, limit: int) -> int:
    """Each manager's and marketer's week, on its day where they are; once, and not if an outage made it too late."""

    def do(unit: Unit, due: Iterable[digests.Scheduled]) -> None:
        for one in due:
            _send_digest(unit, one, now=now)

    def put_off(unit: Unit, one: digests.Scheduled) -> None:
        unit.digest_follows(one.person, one.zone, now + PUT_OFF)

    due = Batch(
        "digest of person", lambda unit: unit.digests_due(now, limit=limit), lambda one: one.person, do, put_off
    )
    return carry_out(store, due)


def _send_digest(unit: Unit, due: digests.Scheduled, *, now: datetime) -> None:
    setup = unit.setup()
    reader = calendar_of(setup, due.person, due.zone)
    day = reader.today(due.next_at)
    unit.digest_follows(due.person, due.zone, digests.next_digest(reader, now, setup.digest))
    key = digests.key(due.person, day, setup.digest)
    if not reader.works_on(day) or now - due.next_at > digests.GRACE or unit.notice_by_key(key) is not None:
        return
    stuck = take(unit, due.person, now=now)
    about: Arguments = {"person": due.person, "at": due.next_at.isoformat(), "escalated": stuck}
    until = reader.awake(now) + digests.GRACE
    tell(unit, key, due.person, "digest", about, now=now, wait=timedelta(), until=until)


def anchor_ledger(store: Store, *, now: datetime, limit: int) -> int:  # noqa: ARG001 - one a day
    """What stands in the ledger goes outside the database once a day; who administers reads it, too.

    It is gathered before there is a turn to write: it reads the last entry of every lead.
    """
    with store.read() as reading:
        anchor = reading.anchor(now)
    if anchor is None:
        return 0
    with store.write() as unit:
        return int(lay_anchor(unit, anchor, now=now))


def forget(store: Store, *, now: datetime, limit: int) -> int:
    """What is of no use any more: which requests and intentions are long past, and drafts that nobody finished."""
    with store.write() as unit:
        heard = unit.forget_heard(now - SIGNED, limit=limit)
        origins = unit.forget_origins(now - REPEATED, limit=limit)
        return heard + origins + unit.forget_drafts(now - UNFINISHED, limit=limit)


Sweep = Callable[..., int]
SWEEP_OF: Mapping[Thing, Sweep] = {
    Thing.RETURN: welcome_back,
    Thing.PROMISE: tell_referrers,
    Thing.CARE: take_care,
    Thing.MORNING: say_good_morning,
    Thing.TAKER: find_takers,
    Thing.SILENCE: find_silent,
    Thing.WINDOW: tell_of_windows,
    Thing.THANKS: thank_referrers,
    Thing.DIGEST: send_digests,
    Thing.ESCALATION: tell_managers,
    Thing.DISPUTE: follow_disputes,
    Thing.SPLIT: follow_splits,
    Thing.LIST: end_waiting,
    Thing.RELEASE: release,
}
SWEEPS: Sequence[Sweep] = (
    welcome_back,
    tell_referrers,
    take_care,
    say_good_morning,
    find_takers,
    find_silent,
    tell_of_windows,
    thank_referrers,
    schedule_digests,
    send_digests,
    tell_managers,
    follow_disputes,
    follow_splits,
    end_waiting,
    try_again,
    follow_requests,
    anchor_ledger,
    release,
    forget,
)
"""In this order: what one of them has to say, the next but last releases."""
