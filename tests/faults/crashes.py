"""PostgreSQL stopped hard and started again, many times, while people log leads and move them."""

import threading
from dataclasses import dataclass, field
from itertools import count

from sandbox.push import PATIENCE
from tests.faults.installation import Installation, Shape, installed
from tests.faults.judge import verdict
from tests.faults.people import Person
from tests.faults.running import HURRIED, Proving

SHAPE = Shape("postgresql", "http", 1)
PEOPLE = ("erin", "wanda", "ravi", "rita")
UP, DOWN = 0.6, 0.15
"""Real seconds for which the server is there, and is not."""
BEHIND = 200
"""So many messages may be on their way before people wait: a channel takes one a second, and they log ten."""


@dataclass
class Work:
    """People at work until so many operations are done; `done` counts those that somebody tried."""

    at: Installation
    people: dict[str, Person]
    wanted: int
    numbers: "count[int]" = field(default_factory=count)
    done: int = 0
    may: threading.Event = field(default_factory=threading.Event)

    def goes_on(self) -> bool:
        return self.done < self.wanted

    def lives(self, person: Person) -> None:
        while self.goes_on():
            if not self.may.wait(UP):
                continue
            n = next(self.numbers)
            self.done = n
            if n % 3:
                person.logs(f"Company {n} of {person.name}")
            else:
                person.moves(pick=(n % 97) / 97)

    def looks(self) -> None:
        """Whether people may go on."""
        with self.at.store.read() as reading:
            going = reading.going()
        (self.may.set if going < BEHIND else self.may.clear)()


def crashes(proving: Proving, many: int, operations: int) -> tuple[int, int, list[str]]:
    """How often it was stopped, what people did meanwhile, and what was wrong in the end."""
    with (
        proving.stores.fresh(SHAPE.engine, marketing=False) as database,
        installed(SHAPE, proving.sandbox, database, proving.forks) as at,
    ):
        at.boots_all()
        proving.sandbox.push.patience = PATIENCE
        work = Work(at, {name: Person(at.human(name)) for name in PEOPLE}, operations)
        living = [threading.Thread(target=work.lives, args=(person,)) for person in work.people.values()]
        for thread in living:
            thread.start()
        stopped = 0
        while work.goes_on():
            threading.Event().wait(UP)
            work.looks()
            if stopped < many and work.done * many >= stopped * operations:
                database.breaks("stopped")
                threading.Event().wait(DOWN)
                database.mends()
                stopped += 1
        for thread in living:
            thread.join()
        proving.sandbox.push.patience = HURRIED
        at.mends()
        at.passes(minutes=3)
        at.comes_to_rest()
        return stopped, work.done, verdict(at, work.people.values())
