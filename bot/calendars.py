"""One person's days: when they work, when they may be written to, and when they hear of what they gave."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.ids import PersonId
from bot.setup import Setup
from bot.terms import USUAL, WAKING, WEEKDAYS, WORKING, Cadences, Hours, Rhythm, Terms

WEEK, MINUTE = timedelta(days=7), timedelta(minutes=1)


@dataclass(frozen=True)
class Calendar:
    """In their own zone; moments are aware UTC, days are theirs."""

    zone: str
    days_off: frozenset[date] = frozenset()
    """The company's."""
    days: frozenset[int] = WEEKDAYS
    working: Hours = WORKING
    waking: Hours = WAKING
    cadences: Cadences = USUAL
    """How often they hear although nothing moves."""
    rhythm: Rhythm = Rhythm.AT_ONCE
    not_before: date | None = None
    """They hear nothing of what they gave until then."""

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

    def begins_by(self, moment: datetime) -> datetime:
        """When they begin to work on the day of that moment, or on the last working day before it."""
        day = self.today(moment)
        return self.begins(day if self.works_on(day) else self.days_before(day, 1))

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

    def awake_by(self, moment: datetime) -> datetime:
        """The last time, `moment` or before it, at which they may be written to."""
        if self.awake(moment) == moment:
            return moment
        local = self.local(moment)
        day, last = local.date(), (datetime.combine(date.min, self.waking.ends) - MINUTE).time()
        if not self.works_on(day):
            return self.at(self.days_before(day, 1), min(max(local.time(), self.waking.starts), last))
        return self.at(day if local.time() > last else self.days_before(day, 1), last)

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

    def next_morning(self, after: datetime) -> datetime:
        """When their next working day begins: today's, if it has not yet."""
        day = self.today(after)
        if not self.works_on(day) or after >= self.begins(day):
            day = self.day_after(day)
        return self.begins(day)

    def first_of_week(self, day: date) -> date:
        """Of the week of `day` its Monday, or the next working day if that is off."""
        first = day - timedelta(days=day.isoweekday() - 1)
        return first if self.works_on(first) else self.day_after(first)

    def next_week(self, after: datetime) -> datetime:
        """When their next week begins."""
        day = self.today(after)
        while (moment := self.begins(self.first_of_week(day))) <= after:
            day += WEEK
        return moment

    def week_begins_by(self, moment: datetime) -> datetime:
        """When their week begins of which the first working day is that of the moment, or the last before it."""
        day = self.today(moment)
        first = self.first_of_week(day)
        return self.begins(first if first <= day else self.first_of_week(day - WEEK))

    def snoozed_until(self, moment: datetime, not_before: date | None = None) -> datetime | None:
        """When they hear again, if they do not at that moment; `not_before`: of one lead, for which they said so."""
        day = max((day for day in (self.not_before, not_before) if day), default=None)
        if day is None:
            return None
        morning = self.begins(day if self.works_on(day) else self.day_after(day))
        return morning if moment < morning else None

    def gathers(self, moment: datetime, not_before: date | None = None) -> bool:
        """Whether they hear of what happens then in one message with all else."""
        return self.rhythm.gathers or self.snoozed_until(moment, not_before) is not None

    def hears(self, moment: datetime, not_before: date | None = None) -> datetime:
        """When they hear of what happens at that moment to a lead that they gave."""
        if until := self.snoozed_until(moment, not_before):
            return until
        return self._following(moment) if self.rhythm.gathers else self.awake(moment)

    def hears_by(self, due: datetime, told: datetime, not_before: date | None = None) -> datetime:
        """When they hear again who must by `due`, and last heard at `told`: never later than so, but for the night."""
        if until := self.snoozed_until(due, not_before):
            return until
        if not self.rhythm.gathers:
            return self.awake(due)
        last = self.week_begins_by(due) if self.rhythm is Rhythm.WEEKLY else self.begins_by(due)
        return last if last > told else self._following(told)

    def _following(self, after: datetime) -> datetime:
        return self.next_week(after) if self.rhythm is Rhythm.WEEKLY else self.next_morning(after)


def calendar_of(setup: Setup, person: PersonId, zone: str) -> Calendar:
    """As the company has it, but for what the person would rather have; in their own hours only they are written to."""
    own = setup.terms.get(person, Terms())
    return Calendar(
        zone,
        setup.days_off,
        own.days or setup.days,
        own.hours or setup.working,
        own.hours or setup.waking,
        setup.cadences,
        own.rhythm,
        own.not_before,
    )
