"""The two clocks: when the referrer must be told something, and when the owner is asked; pure, and reads no clock."""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.calendars import Calendar
from bot.leads import WORKED, Lead, Status
from bot.terms import Cadences, Rhythm
from bot.values import replace

FRESH = 3
"""Working days for which news counts as recent: who asks is shown it."""

MORNING = "morning"
"""The schedule of *Your leads today*."""
LONGEST = timedelta(days=30)
"""However long there was no news, the referrer hears each month."""
TOGETHER = timedelta(days=3)
"""What a referrer would hear within so much time is said in one message."""
ASKED_BEFORE = 2
"""Working days of the owner's between the question and the promise; and between that question and the same again."""
WEEK = 7
SILENT = 2
"""Working days of the owner's between the promise and its manager."""


class Thing(StrEnum):
    """What falls due by itself."""

    PROMISE = "promise"
    """A referrer is to hear."""
    TAKER = "taker"
    """Nobody has taken a lead."""
    SILENCE = "silence"
    """Nobody has said anything of one."""
    CARE = "care"
    """Something is owed to whoever a lead is about."""
    WINDOW = "window"
    """A lead counts as its givers' no longer, or soon will."""
    THANKS = "thanks"
    MORNING = "morning"
    DIGEST = "digest"
    ESCALATION = "escalation"
    """A manager is to be told."""
    DISPUTE = "dispute"
    """Whoever decides about a claim is reminded, or the older record stands."""
    SPLIT = "split"
    """Those who are to agree how credit is split are reminded, or a manager is asked."""
    LIST = "list"
    """A list has waited long enough."""
    RELEASE = "release"
    """A notice waited for this moment."""
    RETURN = "return"
    """Somebody was away."""


def first_word_due(referrer: Calendar, now: datetime) -> datetime:
    """By when a person's first word is promised: within one working day, and heard by the referrer's own terms."""
    due = referrer.after_working(now, referrer.working_day)
    return referrer.hears(due) if referrer.gathers(due) else due


def first_due(lead: Lead, referrer: Calendar) -> datetime:
    """By when the referrer of a lead hears for the first time.

    Of what came from a list its update, with all else that they gave; other referrers on other days of that week.
    """
    if lead.imported_at is None:
        return first_word_due(referrer, lead.logged_at)
    due = lead.imported_at + referrer.cadences.of(lead) + timedelta(days=lead.referrer % WEEK)
    return referrer.hears_by(due, lead.imported_at, lead.not_before)


def company_thanks_due(owner: Calendar, now: datetime) -> datetime:
    """Without the owner's words, the company thanks at the end of the next working day."""
    return owner.at(owner.day_after(owner.today(now)), owner.working.ends)


def interval(lead: Lead, cadences: Cadences) -> timedelta:
    """How long until the referrer is told again: after two updates without news twice as long, and so on.

    Not while nobody has it: that there is no news is our fault then.
    """
    if lead.owner is None and lead.status is not Status.NURTURING:
        return cadences.of(lead)
    doubled: int = 2 ** min(max(0, lead.unheard - 1), 5)  # a week is then longer than the longest already
    usual = cadences.of(lead)
    return max(usual, min(usual * doubled, LONGEST))


def slower(lead: Lead, cadences: Cadences) -> bool:
    """Whether the last update made the time until the next one longer."""
    before = replace(lead, unheard=lead.unheard - 1)
    return lead.unheard > 0 and interval(lead, cadences) > interval(before, cadences)


def ask_due(lead: Lead, owner: Calendar, now: datetime) -> datetime | None:
    """When the owner is asked, if the ask clock starts at `now`: two of their working days before the next promise.

    Nobody is asked about what they gave themselves, nor while it is kept warm or its referrer wants to hear nothing.
    """
    if lead.withheld or lead.status not in WORKED or lead.muted or lead.owner in {None, lead.referrer}:
        return None
    promised = max(lead.promise_due or now, now + owner.cadences.of(lead))
    return owner.begins(owner.days_before(owner.today(promised), ASKED_BEFORE))


def asked_again(lead: Lead, owner: Calendar, asked: datetime) -> datetime:
    """When the same question comes again if nobody answers: as its promise falls due, later before the next one."""
    day = owner.days_after(owner.today(asked), ASKED_BEFORE)
    if lead.promise_due is not None:
        day = max(day, owner.days_before(owner.today(lead.promise_due), ASKED_BEFORE))
    return owner.begins(day)


def manager_due(lead: Lead, owner: Calendar) -> datetime | None:
    """When the manager hears of the silence: two of the owner's working days after there should have been news."""
    if lead.withheld or lead.status not in WORKED or lead.owner in {None, lead.referrer} or lead.news_due is None:
        return None
    return owner.wakes(owner.days_after(owner.today(lead.news_due), SILENT))


def answer_due(asked: Calendar, now: datetime) -> tuple[datetime, datetime, datetime]:
    """Of a question that somebody just asked: when it comes again, by when it is to be answered, when a manager hears.

    By the calendar of whoever should answer: the next morning, the end of that day, two working days later.
    """
    morning = asked.next_morning(now)
    day = asked.today(morning)
    return morning, asked.at(day, asked.working.ends), asked.wakes(asked.days_after(day, SILENT))


def next_promise(lead: Lead, referrer: Calendar, told: datetime) -> datetime | None:
    """When the referrer is next told something; never for a lead that is closed, muted or the referrer's own work.

    Who wants milestones only is promised a first word, and then nothing but those.
    """
    if _is_silent(lead) or at_milestones(lead, referrer):
        return None
    return referrer.hears_by(told + interval(lead, referrer.cadences), told, lead.not_before)


def _is_silent(lead: Lead) -> bool:
    """Nobody is to be told anything of it."""
    return not lead.open or lead.withheld or lead.muted or lead.owner == lead.referrer


def at_milestones(lead: Lead, referrer: Calendar) -> bool:
    """Whether the referrer has had the first word, and hears of nothing but milestones."""
    return referrer.rhythm is Rhythm.MILESTONES and lead.news_at is not None


def news_due(lead: Lead, referrer: Calendar) -> datetime | None:
    """By when the referrer must have news from a person: a first word, then within the cadence of the last.

    However seldom updates come; None where nobody is to be told, or of milestones only.
    """
    if _is_silent(lead) or at_milestones(lead, referrer):
        return None
    if lead.news_at is None:
        return first_due(lead, referrer)
    later = referrer.gathers(lead.news_at, lead.not_before)
    told = referrer.hears(lead.news_at, lead.not_before) if later else lead.news_at
    return referrer.hears_by(told + referrer.cadences.of(lead), told, lead.not_before)
