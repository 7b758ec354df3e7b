"""How soon people are answered while five calls to Slack hang, and while another process holds the database."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import monotonic

from sandbox.push import PATIENCE
from tests.faults.installation import Installation, Shape, installed, until
from tests.faults.people import Person
from tests.faults.running import HURRIED, Proving
from tests.faults.schedule import PEOPLE

SHAPE = Shape(patience=1.0)
PROMISED = 1.0
"""Seconds within which 99 of a hundred are answered, whatever fails."""
HANGS = 5


def _slack_hangs(at: Installation) -> None:
    """Five messages wait for an answer that never comes, for ten seconds each, again and again."""
    at.world.faults.add("chat.postMessage", "timeout_before", times=1000)
    for name in PEOPLE:
        Person(at.human(name)).logs(f"Lead of {name}")
    if not until(lambda: at.world.faults.to_come("chat.postMessage") <= 1000 - HANGS):
        raise TimeoutError("fewer calls hang")


def _database_is_locked(at: Installation) -> None:
    at.database.breaks("locked")


CASES: dict[str, Callable[[Installation], None]] = {
    "nothing fails": lambda _: None,
    f"{HANGS} calls to Slack hang": _slack_hangs,
    "the database is locked": _database_is_locked,
}


def answers(proving: Proving, case: str, many: int, engine: str = SHAPE.engine) -> list[float]:
    """Real seconds until each of so many forms and commands is answered, well or with an apology, sorted."""
    with (
        proving.stores.fresh(engine, marketing=False) as database,
        installed(replace(SHAPE, engine=engine), proving.sandbox, database, proving.forks) as at,
    ):
        proving.sandbox.push.patience = PATIENCE
        at.boots_all()
        people = [Person(at.human(name)) for name in PEOPLE]
        CASES[case](at)
        with ThreadPoolExecutor(len(people)) as acting:
            took = acting.map(lambda person: _acts(person, many // len(people)), people)
        proving.sandbox.push.patience = HURRIED
        at.database.mends()
        return sorted(second for seconds in took for second in seconds)


def _acts(person: Person, many: int) -> list[float]:
    """Opens a form, which must be answered, and sends it, which must be kept."""
    found = list[float]()
    for _ in range(many // 2):
        person.human.world.stacks.pop(person.human.id, None)
        found.append(_timed(lambda: person.human.types("/lead")))
        if person.human.form is not None:
            person.human.sets("name", "Acme")
            found.append(_timed(lambda: person.human.submits()))  # noqa: PLW0108 - its answer is not wanted
        threading.Event().wait(0.1)
    return found


def _timed(work: Callable[[], object]) -> float:
    began = monotonic()
    work()
    return monotonic() - began
