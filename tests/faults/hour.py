"""One bot for a long time at five requests a second, with faults on: what it holds and how soon it answers."""

import random
import threading
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic

from sandbox.push import PATIENCE
from tests.faults.installation import Installation, Shape, installed
from tests.faults.judge import verdict
from tests.faults.people import Person
from tests.faults.running import HURRIED, Proving
from tests.faults.schedule import ENDS, PEOPLE

SHAPE = Shape(patience=0.05)
FAILING = ("chat.postMessage", "chat.update", "conversations.history")
A_SECOND = 5
LOOKS = 24
"""So many looks at the process, in equal parts of the time."""
QUIET = 1 / 3
"""The share of the time in which it warms up."""


@dataclass(frozen=True)
class Look:
    """What the process holds, and the slowest and the usual answer since the last look, in seconds."""

    memory: int
    files: int
    usual: float
    slowest: float
    behind: int
    """Notices that are due and not said."""


def flat(looks: list[Look]) -> dict[str, tuple[float, float]]:
    """For each figure, its median in the first and in the last part after the warming up."""
    warm = looks[int(len(looks) * QUIET) :]
    half = len(warm) // 2
    names = ("memory", "files", "usual", "slowest", "behind")
    return {name: (_median(warm[:half], name), _median(warm[half:], name)) for name in names}


def _median(looks: list[Look], name: str) -> float:
    return float(median(getattr(look, name) for look in looks)) if looks else 0.0


def soaked(proving: Proving, minutes: float, seed: int = 1) -> tuple[list[Look], list[str]]:
    """The looks at it, and what was wrong in the end."""
    rng = random.Random(seed)  # noqa: S311 - to be repeated
    with (
        proving.stores.fresh(SHAPE.engine, marketing=False) as database,
        installed(SHAPE, proving.sandbox, database, proving.forks) as at,
    ):
        proving.sandbox.push.patience = PATIENCE
        at.boots_all()
        people = [Person(at.human(name)) for name in PEOPLE]
        ends, answers, looks = monotonic() + minutes * 60, list[float](), list[Look]()
        asking = [threading.Thread(target=_asks, args=(person, ends, answers)) for person in people]
        for thread in asking:
            thread.start()
        for _ in range(LOOKS):
            answers.clear()
            _fails(at, rng, monotonic() + minutes * 60 / LOOKS)
            looks.append(_looked(at, answers))
        for thread in asking:
            thread.join()
        proving.sandbox.push.patience = HURRIED
        at.mends()
        at.passes(minutes=3)
        at.comes_to_rest()
        return looks, verdict(at, people)


def _asks(person: Person, ends: float, answers: list[float]) -> None:
    """One person's share of the requests: mostly looks, now and then a lead or a move."""
    n = 0
    while monotonic() < ends:
        began = monotonic()
        if n % 20 == 0:
            person.logs(f"Company {n} of {person.name}")
        elif n % 20 == 10:
            person.moves(pick=0.99)
        else:
            person.human.types("/lead mine")
        answers.append(monotonic() - began)
        n += 1
        threading.Event().wait(max(0.0, len(PEOPLE) / A_SECOND - (monotonic() - began)))


def _fails(at: Installation, rng: random.Random, until: float) -> None:
    """Something fails every second or two."""
    while monotonic() < until:
        kind = rng.choice(ENDS)
        how = {"seconds": rng.uniform(1, 20) * SHAPE.patience} if kind == "late" else {}
        at.world.faults.add(rng.choice(FAILING), kind, **how)  # type: ignore[arg-type]  # one
        if rng.random() < 0.1:
            at.database.breaks("locked")
            threading.Event().wait(0.2)
            at.database.mends()
        threading.Event().wait(rng.uniform(1, 2))


def _looked(at: Installation, answers: list[float]) -> Look:
    pid = at.bots[0].pid
    memory = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096
    files = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    with at.store.read() as reading:
        behind = reading.overdue(at.world.now())
    found = sorted(answers) or [0.0]
    return Look(memory, files, median(found), found[-1], behind)
