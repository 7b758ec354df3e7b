"""Runs one schedule: people act and things fail at their moments; then all is mended, and judged."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from sandbox.server import Sandbox
from tests.faults.forks import Forks
from tests.faults.installation import Installation, installed
from tests.faults.judge import verdict
from tests.faults.kills import READ_ONLY, Kill
from tests.faults.people import Person
from tests.faults.schedule import PEOPLE, Act, Schedule
from tests.faults.stores import Stores

HURRIED = 0.8
"""Real seconds after which Slack tells somebody that the bot does not answer; three, but for the hurry."""


@dataclass
class Running:
    """One schedule in the middle of it."""

    schedule: Schedule
    at: Installation
    began: float = field(default_factory=monotonic)
    later: list[tuple[float, Callable[[], None]]] = field(default_factory=list)
    """What ends a fault that was begun, and when."""

    def __post_init__(self) -> None:
        self.people = {name: Person(self.at.human(name)) for name in PEOPLE}

    def runs(self) -> None:
        doing = [threading.Thread(target=self._lives, args=(name,), name=name) for name in PEOPLE]
        for thread in doing:
            thread.start()
        for fault in self.schedule.faults:
            self._waits(fault.at)
            getattr(self, f"_{fault.what}")(**fault.how)
        while self.later:
            self._waits(min(at for at, _ in self.later))
        for thread in doing:
            thread.join()
        self._mends()

    def _lives(self, name: str) -> None:
        for act in self.schedule.acts:
            if act.who == name:
                self._sleeps(act.at)
                self._does(self.people[name], act)

    def _does(self, person: Person, act: Act) -> None:
        name = f"Company {act.pick:.6f} of {person.name}"
        acts: dict[str, Callable[[], None]] = {
            "logs": lambda: person.logs(name),
            "words": lambda: person.logs(name, words=f"{name}, Jane Doe, jane@acme.example, needs payroll"),
            "talent": lambda: person.logs(name, kind="talent"),
            "twenty": lambda: person.logs(name, submits=20),
            "moves": lambda: person.moves(pick=act.pick),
            "take": lambda: person.moves("take"),
            "undoes": person.undoes,
            "says": lambda: person.says("Do you know about Acme?"),
            "home": person.opens_home,
        }
        acts[act.what]()

    # time

    @property
    def second(self) -> float:
        """Real seconds to one of the schedule's."""
        return self.at.shape.patience

    def _sleeps(self, at: float) -> None:
        threading.Event().wait(max(0.0, self.began + at * self.second - monotonic()))

    def _waits(self, at: float) -> None:
        """Until that moment, ending on the way what ends by then."""
        while due := sorted((one for one in self.later if one[0] <= at), key=lambda one: one[0]):
            self._sleeps(due[0][0])
            self.later.remove(due[0])
            due[0][1]()
        self._sleeps(at)

    def _after(self, seconds: float, then: Callable[[], None]) -> None:
        self.later.append(((monotonic() - self.began) / self.second + seconds, then))

    # faults

    def _ends(self, *, method: str, kind: str, times: int, **how: float | str) -> None:
        if "seconds" in how:
            how["seconds"] = float(how["seconds"]) * self.second
        self.at.world.faults.add(method, kind, times, **how)  # type: ignore[arg-type]  # one of the kinds

    def _doubt(self, *, posts: dict[str, Any], looks: dict[str, Any]) -> None:
        """A message that may have arrived, and no look at whether it has."""
        self._ends(**posts)
        self._ends(**looks)

    def _kill(self, *, n: int, away: float) -> None:
        self.at.kills(n)
        self._after(away, lambda: self.at.boots(n))

    def _term(self, *, n: int, away: float) -> None:
        self.at.stops(n)
        self._after(away, lambda: self.at.boots(n))

    def _passing(self, *, n: int, **kill: str | int) -> None:
        """It comes again with an order to kill itself somewhere; whether it has by then or not, it comes once more."""
        self.at.kills(n)
        self.at.boots(n, Kill(armed_by=str(self.at.folder), **kill))  # type: ignore[arg-type]  # its fields, by name
        self._after(10, lambda: self._kill(n=n, away=0))

    def _full(self, *, n: int, pages: int, seconds: float) -> None:
        self.at.kills(n)
        self.at.boots(n, pages=pages)
        self._after(seconds, lambda: self._kill(n=n, away=0))

    def _readonly(self, *, n: int, seconds: float) -> None:
        self.at.kills(n)
        self.at.boots(n, pages=READ_ONLY)
        self._after(seconds, lambda: self._kill(n=n, away=0))

    def _locked(self, *, seconds: float) -> None:
        self.at.database.breaks("locked")
        self._after(seconds, self.at.database.mends)

    def _stopped(self, *, seconds: float) -> None:
        self.at.database.breaks("stopped")
        self._after(seconds, self.at.database.mends)

    def _down(self, *, seconds: float, hour: bool) -> None:
        self.at.world.faults.down()
        if hour:
            self.at.passes(hours=1)
        self._after(seconds, self.at.world.faults.up)

    def _slow(self, *, each: float, seconds: float) -> None:
        self.at.world.faults.delay = each * self.second
        self._after(seconds, lambda: setattr(self.at.world.faults, "delay", 0.0))

    def _thrice(self, *, times: int) -> None:
        self.at.sandbox.push.thrice += times

    def _again(self, *, sort: str) -> None:
        if any(kind == sort for kind, _ in self.at.sandbox.push.sent):
            threading.Thread(target=self.at.sandbox.push.again, args=(sort,), daemon=True).start()

    def _refresh(self) -> None:
        self.at.sandbox.push.sockets.refresh()

    def _cut(self) -> None:
        self.at.sandbox.push.sockets.cut()

    # the end

    def _mends(self) -> None:
        """All is well again, and what was held back for two minutes is told."""
        self.at.sandbox.push.thrice = 0
        self.at.mends()
        self.at.passes(minutes=3)
        self.at.comes_to_rest()


class Proving:
    """What schedules run on, one after the other: a strict Slack, databases, and the process that forks bots."""

    def __init__(self, forks: Forks | None = None) -> None:
        """`forks`: those that others use, too, and that end with them."""
        self.sandbox = Sandbox().start()
        self.sandbox.push.retry_scale = 0.001
        self.sandbox.push.patience = HURRIED
        self.stores = Stores()
        self.forks = forks or Forks()
        self._own = None if forks else self.forks

    def close(self) -> None:
        if self._own:
            self._own.__exit__()
        self.stores.close()
        self.sandbox.stop()

    def proves(self, schedule: Schedule) -> list[str]:
        """What was wrong in the end, and what the bots wrote if anything was."""
        shape = schedule.shape
        with (
            self.stores.fresh(shape.engine, marketing=shape.marketing) as database,
            installed(shape, self.sandbox, database, self.forks) as at,
        ):
            if schedule.begins_without_slack:
                at.world.faults.down()
            at.boots_all()
            running = Running(schedule, at)
            try:
                running.runs()
            except TimeoutError as late:
                return [str(late), at.words()]
            faults = verdict(at, running.people.values())
            faults += [f"a bot that was asked to stop ended with {code}" for code in at.ended if code not in {0, -9}]
            return [*faults, at.words()] if faults else []
