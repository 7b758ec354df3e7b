"""When the referrer must be told something, and when a reader may be spoken to; pure, and reads no clock."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.ids import PersonId
from bot.leads import WORKED, Kind, Lead, Status
from bot.setup import Setup
from bot.terms import WAKING, WEEKDAYS, WORKING, Hours, Terms

FRESH = 3
"""Working days for which news counts as recent: who asks is shown it."""

CADENCE = {Kind.SALES: timedelta(days=7), Kind.TALENT: timedelta(days=14)}
KEEPING_WARM = timedelta(days=30)
MORNING = "morning"
"""The schedule of *Your leads today*."""
LONGEST = timedelta(days=30)
"""However long there was no news, the referrer hears each month."""
TOGETHER = timedelta(days=3)
"""What a referrer would hear within so much time is said in one message."""
ASKED_BEFORE = 2
"""Working days of the owner's between the question and the promise; and between that question and the same again."""
SILENT = 2
"""Working days of the owner's between the promise and its manager."""


@dataclass(frozen=True)
class Calendar:
    """When one person works, and when they may be written to, in their own zone."""

    zone: str
    days_off: frozenset[date] = frozenset()
    """The company's."""
    days: frozenset[int] = WEEKDAYS
    working: Hours = WORKING
    waking: Hours = WAKING

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.zone))

    def today(self, now: datetime) -> date:
        return self.local(now).date()

    def works_on(self, day: date) -> bool:
        return day.isoweekday() in self.days and day not in self.days_off

    def at(self, day: date, hour: time) -> datetime:
        """That hour of that day here, in UTC. Of an hour that comes twice the first; one that is skipped moves on."""
        return datetime.combine(day, hour, ZoneInfo(self.zone)).astimezone(UTC)

    def day_after(self, day: date) -> date:
        """The first working day after `day`."""
        day += timedelta(days=1)
        while not self.works_on(day):
            day += timedelta(days=1)
        return day

    def days_before(self, day: date, count: int) -> date:
        """The working day that is `count` of them before `day`."""
        while count:
            day -= timedelta(days=1)
            count -= self.works_on(day)
        return day

    def days_after(self, day: date, count: int) -> date:
        """The working day that is `count` of them after `day`."""
        for _ in range(count):
            day = self.day_after(day)
        return day

    def wakes(self, day: date) -> datetime:
        return self.at(day, self.waking.starts)

    def begins(self, day: date) -> datetime:
        """When they begin to work on that day."""
        return self.at(day, self.working.starts)

    def evening(self, day: date) -> datetime:
        return self.at(day, self.waking.ends)

    def at_work(self, moment: datetime) -> bool:
        local = self.local(moment)
        return self.works_on(local.date()) and self.working.hold(local.time())

    def awake(self, moment: datetime) -> datetime:
        """`moment` if the reader may be written to then, else the morning after, of a working day."""
        local = self.local(moment)
        if self.works_on(local.date()):
            if self.waking.hold(local.time()):
                return moment
            if local.time() < self.waking.starts:
                return self.wakes(local.date())
        return self.wakes(self.day_after(local.date()))

    @property
    def working_day(self) -> timedelta:
        """How long they work on a day."""
        starts, ends = (datetime.combine(date.min, hour) for hour in (self.working.starts, self.working.ends))
        return ends - starts

    def after_working(self, moment: datetime, hours: timedelta) -> datetime:
        """The moment when so much working time has gone by: Friday 16:00 and eight hours give Monday 16:00."""
        day = self.today(moment)
        while True:
            if self.works_on(day):
                begins = max(moment, self.begins(day))
                left = self.at(day, self.working.ends) - begins
                if left >= hours:
                    return begins + hours
                hours -= max(left, timedelta())
            day += timedelta(days=1)

    def working_days_since(self, moment: datetime, now: datetime) -> int:
        """How many working days have begun since the day of `moment`."""
        day, count = self.today(moment), 0
        while (day := day + timedelta(days=1)) <= self.today(now):
            count += self.works_on(day)
        return count


def calendar_of(setup: Setup, person: PersonId, zone: str) -> Calendar:
    """As the company has it, but for what the person would rather have; in their own hours only they are written to."""
    own = setup.terms.get(person, Terms())
    hours = own.hours
    return Calendar(zone, setup.days_off, own.days or setup.days, hours or setup.working, hours or setup.waking)


def next_morning(reader: Calendar, now: datetime) -> datetime:
    """When the reader's next working day begins: today's, if it has not yet."""
    day = reader.today(now)
    if not reader.works_on(day) or now >= reader.begins(day):
        day = reader.day_after(day)
    return reader.begins(day)


def first_word_due(referrer: Calendar, now: datetime) -> datetime:
    """By when a person's first word is promised: within one working day."""
    return referrer.after_working(now, referrer.working_day)


def company_thanks_due(owner: Calendar, now: datetime) -> datetime:
    """Without the owner's words, the company thanks at the end of the next working day."""
    return owner.at(owner.day_after(owner.today(now)), owner.working.ends)


def cadence(lead: Lead) -> timedelta:
    return KEEPING_WARM if lead.status is Status.NURTURING else CADENCE[lead.kind]


def interval(lead: Lead) -> timedelta:
    """How long until the referrer is told again: after two updates without news twice as long, and so on."""
    doubled: int = 2 ** min(max(0, lead.unheard - 1), 5)  # a week is then longer than the longest already
    return min(cadence(lead) * doubled, LONGEST)


def slower(lead: Lead) -> bool:
    """Whether the last update made the time until the next one longer."""
    return lead.unheard > 0 and interval(lead) > interval(replace(lead, unheard=lead.unheard - 1))


def ask_due(lead: Lead, owner: Calendar, now: datetime) -> datetime | None:
    """When the owner is asked, if the ask clock starts at `now`: two of their working days before the next promise.

    Nobody is asked about what they gave themselves, nor while it is kept warm.
    """
    if lead.status not in WORKED or lead.owner in {None, lead.referrer}:
        return None
    promised = max(lead.promise_due or now, now + cadence(lead))
    return owner.begins(owner.days_before(owner.today(promised), ASKED_BEFORE))


def asked_again(lead: Lead, owner: Calendar, asked: datetime) -> datetime:
    """When the same question comes again if nobody answers: as its promise falls due, later before the next one."""
    day = owner.days_after(owner.today(asked), ASKED_BEFORE)
    if lead.promise_due is not None:
        day = max(day, owner.days_before(owner.today(lead.promise_due), ASKED_BEFORE))
    return owner.begins(day)


def manager_due(lead: Lead, owner: Calendar) -> datetime | None:
    """When the manager hears of the silence: two of the owner's working days after there should have been news."""
    if lead.status not in WORKED or lead.owner in {None, lead.referrer} or lead.news_due is None:
        return None
    return owner.wakes(owner.days_after(owner.today(lead.news_due), SILENT))


def next_promise(lead: Lead, referrer: Calendar, told: datetime) -> datetime | None:
    """When the referrer is next told something; never for a lead that is closed, muted or the referrer's own work."""
    if not lead.open or lead.muted or lead.owner == lead.referrer:
        return None
    return referrer.awake(told + interval(lead))
