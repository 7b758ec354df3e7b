"""The faults that the sandbox can be told to have, a method at a time or all at once."""

import threading
from collections import deque
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "ratelimited",  # 429 with Retry-After
    "status",  # an HTTP status without JSON, before the work
    "status_done",  # the same, after the work was done
    "internal_error",  # Slack's own apology, before the work
    "internal_error_done",  # the same words, after the work was done
    "fatal_error",
    "timeout_before",  # nothing is done and nothing is answered
    "timeout_after",  # the work is done and nothing is answered
    "reset_before",  # the connection is cut
    "reset_after",
    "truncated",  # the work is done, half of the answer comes
    "slow",  # the work is done after so many seconds
    "late",  # the same; but where this machine stood still meanwhile, never: what came later proved nothing
]
EVERY = "*"


@dataclass(frozen=True)
class Fault:
    """One fault; `retry_after` and `seconds` in real seconds, `status` an HTTP status.

    Slack's own `internal_error` may come though "some aspect of the operation succeeded", as
    https://docs.slack.dev/reference/methods/chat.postMessage says. `Retry-After` is a number of seconds by
    https://docs.slack.dev/apis/web-api/rate-limits; by RFC 9110, 10.2.3, it may be a date too, and what stands between
    us and Slack may write anything.
    """

    kind: Kind
    retry_after: int | str = 1
    status: int = 503
    seconds: float = 0.5


class Faults:
    """`add("chat.postMessage", "reset_after")` hits the next call of that method; `"*"` hits any method."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queues: dict[str, deque[Fault]] = {}
        self._down = False
        self.cut = 0  # calls, while it was down
        self.landing = 0  # calls whose work is still to come
        self.delay = 0.0  # real seconds that each call takes longer, until set back

    def add(self, method: str, kind: Kind, times: int = 1, **how: float | str) -> None:
        """`how`: retry_after=, status=, seconds=."""
        fault = Fault(kind, **how)  # type: ignore[arg-type]  # the fields of Fault, by name
        with self._lock:
            self._queues.setdefault(method, deque()).extend([fault] * times)

    def to_come(self, method: str) -> int:
        """How many of those added for this method no call has met yet."""
        with self._lock:
            return len(self._queues.get(method, ()))

    def down(self) -> None:
        """From now on each connection to the API is cut."""
        self._down = True

    def up(self) -> None:
        self._down = False

    def clear(self) -> None:
        """From now on nothing fails; what is on its way still lands."""
        self.up()
        self.delay = 0.0
        with self._lock:
            self._queues.clear()

    def next(self, method: str) -> Fault | None:
        if self._down:
            self.cut += 1
            return Fault("reset_before")
        with self._lock:
            for name in (method, EVERY):
                if self._queues.get(name):
                    return self._queues[name].popleft()
        return Fault("slow", seconds=self.delay) if self.delay else None
