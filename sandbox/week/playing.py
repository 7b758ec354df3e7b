"""Plays two weeks, visit by visit and zone by zone: the second is like any other, since there are leads already."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sandbox import finding
from sandbox.people import Human
from sandbox.records import Value
from sandbox.server import Sandbox
from sandbox.week import company
from sandbox.week.company import DESK, MANAGERS, Size, givers, moment, reps
from sandbox.week.deeds import Deeds
from sandbox.week.posts import Mail

Pass = Callable[[datetime], None]
"""Moves the time; the bot keeps up, and has said all that is due by then."""
Plan = dict[tuple[str, date, time], list[int]]
"""Which leads somebody gives at which hour of a day of theirs."""

SEED = 2026
FIRST = date(2026, 11, 16)
COUNTED = FIRST + timedelta(days=7)
BEGINS = datetime.combine(FIRST, time(), UTC) - timedelta(hours=4)
"""The company is set up on the evening before, when nobody is at work yet."""
ENDS = datetime.combine(COUNTED + timedelta(days=7), time(), UTC)
HOURS = MORNING, NOON, AFTERNOON = (time(9, 20), time(11, 40), time(15, 10))
LATE, WEEKEND = time(21, 30), time(11, 5)
"""Some give a lead in the evening, or on a Saturday."""
EARLIER, ODD, CURIOUS = 0.6, 0.04, 0.1
"""The share of the leads that are given in the first week, and on a Saturday; of afternoons on which a giver looks."""
SHIFT = timedelta(minutes=3)
"""So much later each day: what is due a day or a week after a visit does not fall on another visit."""
AWAY = date(2026, 11, 24), MORNING
"""When the last rep goes away for three days, covered by the first."""


@dataclass(frozen=True, order=True)
class Visit:
    """Somebody looks at Slack."""

    at: datetime
    name: str
    day: date
    hour: time


class Week:
    """The same seed plays the same week."""

    def __init__(self, sandbox: Sandbox, pass_time: Pass, size: Size = company.WHOLE) -> None:
        self.sandbox, self.pass_time, self.size = sandbox, pass_time, size
        self.chance = Random(SEED)  # noqa: S311 - for variety, and no secret
        self.deeds = Deeds(sandbox, self.chance, size)
        self.mail = Mail(sandbox.world)
        self.plan = self._planned()
        self.curious = set[tuple[str, date, time]]()
        self.last_rep = f"rep{size.reps - 1}"

    def play(self) -> None:
        """From an empty company, at `BEGINS`, to the end of the second week."""
        self._human(self.last_rep).opens_home()
        set_up(self._human(company.ADMIN), self.size, self._settle)
        for visit in sorted(self._visits()):
            if visit.at > self.sandbox.world.now():
                self._pass(visit.at)
            self._does(visit)
            if self.deeds.actors:
                self._settle()
        self._pass(ENDS)

    def _pass(self, to: datetime) -> None:
        self.pass_time(to)
        self.mail.collect()

    def _settle(self) -> None:
        """What answers those who did something is said."""
        self.pass_time(self.sandbox.world.now())
        self.mail.collect(self.deeds.actors)
        self.deeds.actors.clear()

    def _does(self, visit: Visit) -> None:
        for number in self.plan[visit.name, visit.day, visit.hour]:
            self.deeds.gives(visit.name, number)
        if visit.hour not in HOURS:
            return
        if visit.name.startswith("rep"):
            self._works(visit)
        elif not visit.name.startswith("giver"):
            self.deeds.places(visit.name)
        elif (visit.name, visit.day, visit.hour) in self.curious:
            self.deeds.answers_news(visit.name)

    def _works(self, visit: Visit) -> None:
        if visit.name == self.last_rep and (visit.day, visit.hour) == AWAY:
            self.deeds.goes_away(visit.name, "rep0", days=2)
        if visit.name == self.last_rep and AWAY[0] <= visit.day <= AWAY[0] + timedelta(days=2):
            return
        if visit.hour == MORNING:
            self.deeds.answers_morning(visit.name)
        self.deeds.takes(visit.name)
        if visit.hour != NOON:
            self.deeds.moves_on(visit.name)

    def _human(self, name: str) -> Human:
        return self.sandbox.human(name)

    def _visits(self) -> Iterator[Visit]:
        """Of reps on working days, of the desk and managers at noon, of givers now and then and to give a lead."""
        placing, giving = [*MANAGERS, DESK], givers(self.size)
        zones = {name: zone for name, _, zone in [*reps(self.size), *placing, *giving]}
        weekdays = [FIRST + timedelta(days=day) for day in range(12) if day % 7 < SATURDAY]
        looks = {(name, day, hour) for name, _, _ in reps(self.size) for day in weekdays for hour in HOURS}
        looks |= {(name, day, NOON) for name, _, _ in placing for day in weekdays}
        afternoons = [(name, day, AFTERNOON) for name, _, _ in giving for day in weekdays]
        self.curious = {one for one in afternoons if self.chance.random() < CURIOUS}
        for name, day, hour in looks | self.curious | self.plan.keys():
            yield Visit(moment(day, hour, zones[name]) + SHIFT * (day - FIRST).days, name, day, hour)

    def _planned(self) -> Plan:
        """Three of five leads in the first week; some late in the evening, some on a Saturday."""
        plan: Plan = defaultdict(list)
        for number in range(1, self.size.leads + 1):
            name, _, _ = self.chance.choice(givers(self.size))
            monday = FIRST if number <= EARLIER * self.size.leads else COUNTED
            if self.chance.random() < ODD:
                plan[name, monday + timedelta(days=SATURDAY), WEEKEND].append(number)
            else:
                day = monday + timedelta(days=self.chance.randrange(SATURDAY))
                plan[name, day, self.chance.choice((*HOURS, *HOURS, LATE))].append(number)
        return plan


SATURDAY = 5
"""Days after Monday."""


def set_up(ada: Human, size: Size, settle: Callable[[], None]) -> None:
    """By the admin's forms: the channels, the people, and whom each manager manages."""

    def fills(button: str, **fields: Value) -> None:
        ada.clicks(button, on="home")
        for name, value in fields.items():
            ada.sets(name, value)
        if errors := ada.submits():
            raise RuntimeError(f"the week does not begin: {errors}")
        settle()

    ada.opens_home()
    settle()
    fills("Channels", leads="leads", wins="wins", hiring="hiring")
    names = [name for name, _, _ in reps(size)]
    managers = [name for name, _, _ in MANAGERS]
    fills("People", rep=names, manager=managers, **{"desk.sales": DESK[0]})
    ada.clicks("Who manages whom", on="home")
    labels = [spot.label for spot in finding.spots(ada.top_form())]
    ada.closes()
    teams = {label: [*names[n :: len(labels)], *([DESK[0]] if n == 0 else [])] for n, label in enumerate(labels)}
    fills("Who manages whom", **teams)
