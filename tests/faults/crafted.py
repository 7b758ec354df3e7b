"""Schedules that nobody drew: each shows one fault at its plainest, and catches what would forget of it."""

from collections.abc import Mapping
from typing import Any

from tests.faults.installation import Shape
from tests.faults.schedule import ENDS, Act, Fault, Schedule

_GIVEN = (
    Act(0.5, "erin", "logs", 0.11),
    Act(0.6, "wanda", "logs", 0.12),
    Act(0.7, "mona", "logs", 0.13),
    Act(14.0, "ravi", "moves", 0.0),
    Act(22.0, "rita", "moves", 0.5),
)
_LONGER = (*_GIVEN, Act(90.0, "erin", "logs", 0.14))
"""Until what is in doubt has been looked for."""
_CROWD = tuple(
    Act(60.0 + 0.1 * n, who, "logs", 0.11 + n / 100) for n, who in enumerate(("erin", "wanda", "mona", "ravi") * 6)
)
"""Once it is up again; whenever nothing more fits, somebody is about to submit."""
_TAKEN_BACK = (Act(0.5, "erin", "logs", 0.11), Act(8.0, "ravi", "take", 0.0), Act(14.0, "ravi", "undoes", 0.0))


def _ends(kind: str) -> dict[str, Any]:
    more: dict[str, dict[str, Any]] = {"late": {"seconds": 15.0}, "ratelimited": {"retry_after": "999999999999"}}
    return {"method": "chat.postMessage", "kind": kind, "times": 3, **more.get(kind, {})}


FAULTS: Mapping[str, tuple[Fault, ...]] = {
    **{kind: (Fault(0.0, "ends", _ends(kind)),) for kind in dict.fromkeys(ENDS)},
    "in doubt": (
        Fault(0.0, "ends", _ends("reset_after")),
        Fault(0.0, "ends", _ends("ratelimited") | {"method": "conversations.history", "retry_after": "1"}),
    ),
    "slow": (Fault(0.0, "slow", {"each": 4.0, "seconds": 30.0}),),
    "down": (Fault(0.0, "down", {"seconds": 0.1, "hour": False}), Fault(2.0, "down", {"seconds": 6.0, "hour": False})),
    "full": (Fault(0.0, "full", {"n": 0, "pages": 4, "seconds": 200.0}),),
    "locked": (Fault(0.4, "locked", {"seconds": 80.0}),),
    "killed while late": (
        Fault(0.0, "ends", _ends("late") | {"seconds": 20.0}),
        Fault(8.0, "kill", {"n": 0, "away": 0.1}),
    ),
    "taken back": (Fault(7.0, "ends", {"method": "chat.update", "kind": "timeout_after", "times": 3}),),
    "taken back before it landed": (
        Fault(7.0, "ends", {"method": "chat.update", "kind": "late", "times": 3, "seconds": 26.0}),
    ),
}
ACTS: Mapping[str, tuple[Act, ...]] = {
    "taken back": _TAKEN_BACK,
    "taken back before it landed": _TAKEN_BACK,
    "full": _CROWD,
    "in doubt": _LONGER,
}
"""What people do; the rest give three leads and move two."""
PATIENCE = {"taken back before it landed": 0.15}
"""Where one thing must surely come before another, also on a slow machine."""


def crafted(name: str, engine: str = "sqlite") -> Schedule:
    return Schedule(
        name, Shape(engine, patience=PATIENCE.get(name, Shape.patience)), ACTS.get(name, _GIVEN), FAULTS[name]
    )
