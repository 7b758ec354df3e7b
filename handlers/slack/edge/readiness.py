"""Whether the bot can do its work: what `/readyz` says, to people, to monitors and to what sends traffic."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

from bot.front import TryLater, Undeliverable, Unsure
from bot.patience import Clock
from bot.store import Reading, Store
from handlers.slack.web_api.client import Slack
from handlers.slack.web_api.refusals import OUR_TOKEN

SLACK_EVERY = 60.0
"""Seconds for which Slack's last answer to auth.test is good enough."""
MISSED_TICKS = 3
LATE = timedelta(minutes=1)
"""By which a notice may be late before it is worth a word: lanes have their pace."""


class Heartbeat:
    """When the last sweep ended; told by the scheduler's thread, read by readiness."""

    def __init__(self, tick: float) -> None:
        self.tick = tick
        self.swept_at: datetime | None = None
        """By the bot's clock, aware UTC."""
        self._beat = monotonic()

    def beat(self, now: datetime) -> None:
        self.swept_at, self._beat = now, monotonic()

    @property
    def silent(self) -> bool:
        return monotonic() - self._beat > MISSED_TICKS * self.tick + 1


@dataclass(frozen=True)
class Report:
    """Each check with its fault in a few words, or "" when it is well."""

    checks: Mapping[str, str]
    swept_at: datetime | None
    next_due: datetime | None
    unsaid: int = 0
    """Notices that are due now, have their place, and are not said yet: the sandbox's time waits for them."""
    here: frozenset[str] = field(default=frozenset({"database", "sweeps"}))
    """The checks that say whether *this* replica can serve. Traffic goes on while Slack is away: drafts are kept."""

    @property
    def serves(self) -> bool:
        return not any(self.checks[name] for name in self.here)

    def as_json(self) -> dict[str, object]:
        return {
            "ok": not any(self.checks.values()),
            "checks": {name: fault or "ok" for name, fault in self.checks.items()},
            "swept_at": self.swept_at and self.swept_at.isoformat(),
            "next_due": self.next_due and self.next_due.isoformat(),
            "unsaid": self.unsaid,
        }


class Readiness:
    """Looks at everything; asks Slack at most once a minute."""

    def __init__(
        self, store: Store, slack: Slack, clock: Clock, heartbeat: Heartbeat, socket: Callable[[], str] | None
    ) -> None:
        self.store = store
        self.slack = slack
        self.clock = clock
        self.heartbeat = heartbeat
        self.socket = socket
        self._asked: tuple[float, str] | None = None
        self._asking = threading.Lock()

    def look(self) -> Report:
        database, held, unsaid, next_due = self._database()
        checks = {
            "database": database,
            "sweeps": "no sweep has ended for too long" if self.heartbeat.silent else "",
            "slack": self._slack() or self.slack.fading,
            "notices": held,
        }
        if self.socket:
            checks["socket_mode"] = self.socket()
        return Report(checks, self.heartbeat.swept_at, next_due, unsaid)

    def _database(self) -> tuple[str, str, int, datetime | None]:
        now = self.clock()
        try:
            with self.store.read() as reading:
                return "", _held(reading, now), reading.overdue(now), reading.next_due()
        except Exception as error:  # noqa: BLE001 - the boundary: whatever the engine raises, it is not ready
            return type(error).__name__, "", 0, None

    def _slack(self) -> str:
        with self._asking:
            if self._asked is None or monotonic() - self._asked[0] > SLACK_EVERY:
                self._asked = monotonic(), self._ask()
            return self._asked[1]

    def _ask(self) -> str:
        try:
            self.slack.installation()
        except (Undeliverable, Unsure) as error:
            return error.why
        except TryLater as error:
            return f"our token is not taken ({error.why})" if error.why in OUR_TOKEN else "not reachable"
        return ""


def _held(reading: Reading, now: datetime) -> str:
    """What should have been said by now, and what cannot be until somebody mends something."""
    late, parked = reading.overdue(now - LATE), sum(reading.parked().values())
    said = (f"{late} overdue" if late else "", f"{parked} parked: see `python app.py notices`" if parked else "")
    return ", ".join(part for part in said if part)
