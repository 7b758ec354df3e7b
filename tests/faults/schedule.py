"""A schedule: one seed's list of what people do and what fails meanwhile, drawn before anything begins."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.faults.installation import Shape

LONG = 40.0
"""Seconds that a schedule lasts, of Slack's: each of them takes `patience` real ones."""
PEOPLE = ("erin", "wanda", "ravi", "rita", "ruth", "mona", "mara", "ada")
WORK = (
    "logs",
    "logs",
    "words",
    "moves",
    "moves",
    "moves",
    "moves",
    "moves",
    "undoes",
    "talent",
    "says",
    "home",
    "twenty",
)
ENDS = (
    "ratelimited",
    "status",
    "status_done",
    "internal_error",
    "internal_error_done",
    "fatal_error",
    "timeout_before",
    "timeout_after",
    "reset_before",
    "reset_after",
    "truncated",
    "late",
    "late",
)
METHODS = (
    "chat.postMessage",
    "chat.postMessage",
    "chat.update",
    "chat.update",
    "views.publish",
    "conversations.open",
    "conversations.history",
    "*",
)
UNSURE = ("status_done", "internal_error_done", "timeout_after", "reset_after", "truncated", "late")
"""The ends after which a message may have arrived."""
RETRY_AFTER = ("", "0", "1", "abc", "1.5", "-3", "Wed, 21 Oct 2026 07:28:00 GMT", "999999999999", "٣")
EVERYWHERE = ("ends", "ends", "ends", "doubt", "kill", "kill", "passing", "term", "thrice", "again", "down", "slow")
ENGINES = {"sqlite": ("locked", "full", "readonly"), "postgresql": ("stopped", "stopped")}
TOO_LONG = 2.4
"""Real seconds for which a database is away: a change waits for two at most."""
RARELY = 0.1
PASSED = (
    "storage.store:SqlStore.write",
    "storage.store.sending:SendingWriting.start_sending",
    "storage.store.sending:SendingWriting.sent",
    "storage.store.outbox:OutboxWriting.put",
    "storage.store.once:OnceWriting.settle",
    "handlers.slack.web_api.sender:Sender.send",
    "handlers.slack.web_api.client:Slack.call",
    "handlers.slack.edge.hearing:Hearing.dispatch",
)


@dataclass(frozen=True)
class Act:
    """At so many seconds this person does this; `pick` chooses among what they then see."""

    at: float
    who: str
    what: str
    pick: float

    def __str__(self) -> str:
        return f"{self.at:5.1f}  {self.who} {self.what} ({self.pick:.3f})"


@dataclass(frozen=True)
class Fault:
    """At so many seconds this fails."""

    at: float
    what: str
    how: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.at:5.1f}  ! {self.what} {' '.join(f'{name}={value!r}' for name, value in self.how.items())}"


@dataclass(frozen=True)
class Schedule:
    seed: int | str
    """Or the name of a crafted one."""
    shape: Shape
    acts: tuple[Act, ...]
    faults: tuple[Fault, ...]

    @property
    def begins_without_slack(self) -> bool:
        """Slack is away before the first bot starts. In Socket Mode none could hear anybody then."""
        return self.shape.way == "http" and self.faults[0].what == "down" and self.faults[0].at == 0.0

    def __str__(self) -> str:
        steps: list[Act | Fault] = [*self.acts, *self.faults]
        steps.sort(key=_at)
        return "\n".join([f"seed {self.seed}: {self.shape}", *map(str, steps)])


def drawn(seed: int, engine: str = "sqlite") -> Schedule:
    """The same for the same seed and engine, on every machine."""
    rng = random.Random(f"{engine}:{seed}")  # noqa: S311 - to be repeated, not to be secret
    way = rng.choice(("http", "http", "socket"))
    replicas = rng.choice((1, 3)) if engine == "postgresql" else 1
    shape = Shape(engine, way, replicas, marketing=rng.random() < 0.3)
    acts = [_act(rng) for _ in range(rng.randint(14, 24))]
    first = [Act(0.0, who, "logs", rng.random()) for who in rng.sample(PEOPLE, 2)]
    faults = [_fault(rng, shape) for _ in range(rng.randint(4, 9))]
    if rng.random() < 0.15:
        faults.append(Fault(0.0, "down", {"seconds": rng.uniform(5, 40), "hour": rng.random() < 0.5}))
    return Schedule(seed, shape, tuple(sorted([*first, *acts], key=_at)), tuple(sorted(faults, key=_at)))


def _at(step: Act | Fault) -> float:
    return step.at


def _act(rng: random.Random) -> Act:
    return Act(rng.uniform(2, LONG), rng.choice(PEOPLE), rng.choice(WORK), rng.random())


def _fault(rng: random.Random, shape: Shape) -> Fault:
    own = ENGINES[shape.engine] + (("refresh", "cut") if shape.way == "socket" else ())
    what = rng.choice(EVERYWHERE + own)
    return Fault(rng.uniform(0, LONG), what, _how(rng, what, shape))


def _how(rng: random.Random, what: str, shape: Shape) -> dict[str, Any]:
    return HOW[what](rng, shape) if what in HOW else {}


def _replica(rng: random.Random, shape: Shape) -> dict[str, Any]:
    """Which of them, and how long it is away."""
    return {"n": rng.randrange(shape.replicas), "away": rng.uniform(0, 6)}


def _passing(rng: random.Random, shape: Shape) -> dict[str, Any]:
    where = {"function": rng.choice(PASSED), "when": rng.choice(("before", "after")), "nth": rng.randint(1, 9)}
    return {"n": rng.randrange(shape.replicas)} | where


def _database(rng: random.Random, shape: Shape) -> dict[str, Any]:
    """Now and then for longer than anybody waits for an answer."""
    return {"seconds": TOO_LONG / shape.patience if rng.random() < RARELY else rng.uniform(1, 20)}


HOW: Mapping[str, Callable[[random.Random, Shape], dict[str, Any]]] = {
    "ends": lambda rng, _: _end(rng, ENDS, METHODS),
    "doubt": lambda rng, _: {
        "posts": _end(rng, UNSURE, ("chat.postMessage",)),
        "looks": _end(rng, ENDS, ("conversations.history",)),
    },
    "kill": _replica,
    "term": _replica,
    "passing": _passing,
    "full": lambda rng, _: {"n": 0, "pages": rng.randint(0, 6), "seconds": rng.uniform(3, 12)},
    "readonly": lambda rng, _: {"n": 0, "seconds": rng.uniform(1, 8)},
    "locked": _database,
    "stopped": _database,
    "down": lambda rng, _: {"seconds": rng.uniform(5, 40), "hour": rng.random() < RARELY},
    "slow": lambda rng, _: {"each": rng.uniform(0.1, 3), "seconds": rng.uniform(3, 15)},
    "thrice": lambda rng, _: {"times": rng.randint(1, 6)},
    "again": lambda rng, _: {"sort": rng.choice(("slash_commands", "interactive", "events_api"))},
}


def _end(rng: random.Random, kinds: tuple[str, ...], methods: tuple[str, ...]) -> dict[str, Any]:
    kind, how = rng.choice(kinds), {"method": rng.choice(methods), "times": rng.randint(1, 4)}
    if kind == "ratelimited":
        return how | {"kind": kind, "retry_after": rng.choice(RETRY_AFTER)}
    if kind == "late":
        return how | {"kind": kind, "seconds": rng.uniform(1, 20)}
    return how | {"kind": kind}
