"""What the clock does: each sweep asks for what is due now, says it, and sets the next moment after now."""

from datetime import datetime, timedelta

from bot import digests, untaken
from bot.clocks import calendar_of
from bot.escalations import find_silent, take, tell_managers
from bot.mornings import say_good_morning
from bot.notices import Arguments
from bot.promises import tell_referrers
from bot.saying import calendar, tell
from bot.services.away import welcome_back
from bot.services.wins import thank_for_company
from bot.store import Store, Unit

LIMIT = 500
REPEATED = timedelta(days=30)
"""So long an intention is known again. Slack repeats an event within the hour; a form may stay open for days.

https://docs.slack.dev/apis/events-api/#retries
"""
UNFINISHED = timedelta(days=90)
"""So long a draft waits for whoever typed it."""


def sweep(store: Store, *, now: datetime) -> int:
    """One round of all sweeps; returns how much was due. Safe on every replica at once."""
    back = welcome_back(store, now=now)
    sweeps = (
        tell_referrers,
        say_good_morning,
        find_takers,
        find_silent,
        thank_referrers,
        send_digests,
        tell_managers,
        release,
        forget,
    )
    return back + sum(each(store, now=now, limit=LIMIT) for each in sweeps)


def find_takers(store: Store, *, now: datetime, limit: int) -> int:
    """What nobody has taken: first call ends, the lead desk gets it, the desk's manager hears."""
    with store.write() as unit:
        due = unit.desk_due(now, limit=limit)
        untaken.go_on(unit, due, now=now)
        return len(due)


def thank_referrers(store: Store, *, now: datetime, limit: int) -> int:
    """Wins whose owner has found no words by the end of the next working day."""
    with store.write() as unit:
        due = unit.thanks_due(now, limit=limit)
        for win in due:
            thank_for_company(unit, win, now=now)
        return len(due)


def send_digests(store: Store, *, now: datetime, limit: int) -> int:
    """Each manager's and marketer's week, on its day where they are; once, and not if an outage made it too late."""
    with store.write() as unit:
        _keep_schedules(unit, now=now)
        due = unit.digests_due(now, limit=limit)
        for one in due:
            _send_digest(unit, one, now=now)
        return len(due)


def _keep_schedules(unit: Unit, *, now: datetime) -> None:
    """For those who read one, where they are now. Who travels into its day, after its hour, is not left out."""
    kept, setup = unit.digests(), unit.setup()
    for person in unit.people(digests.reads(setup) - kept.keys()).values():
        if not person.deactivated:
            unit.schedule_digest(
                person.id, person.zone, digests.next_digest(calendar(unit, person.id), now, setup.digest)
            )
    for reader, (one, zone) in kept.items():
        if zone is None or reader not in digests.reads(setup):
            unit.no_digest(reader)
        elif zone != one.zone:
            following = digests.next_digest(calendar_of(setup, reader, zone), now - digests.GRACE, setup.digest)
            unit.schedule_digest(reader, zone, following, was=one.zone)


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


def release(store: Store, *, now: datetime, limit: int) -> int:
    """Queue the notices whose moment, or whose place, has come."""
    with store.write() as unit:
        return unit.release(now, limit=limit)


def forget(store: Store, *, now: datetime, limit: int) -> int:
    """What is of no use any more: which intentions were carried out long ago, and drafts that nobody finished."""
    with store.write() as unit:
        origins = unit.forget_origins(now - REPEATED, limit=limit)
        return origins + unit.forget_drafts(now - UNFINISHED, limit=limit)
