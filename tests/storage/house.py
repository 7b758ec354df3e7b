"""A store with its carrier, and a desk to which the carrier brings what is queued."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Lock
from time import monotonic

from bot.deliver import Outcome
from bot.ids import NoticeId
from bot.notices import Notice
from bot.patience import Patience
from storage import Carrier, SqlStore
from tests.storage.conftest import NOW

QUICK = replace(Patience().scaled(0.02), poll=0.05, stop=5.0, settle=0.2)


@dataclass
class Desk:
    """Where notices are delivered: keeps what was said, when, and how many were in hand at once."""

    store: SqlStore
    said: list[str] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    in_hand: dict[str, int] = field(default_factory=dict)
    most_in_hand: int = 0
    ends: Callable[[str], Outcome | None] = lambda _key: None
    lock: Lock = field(default_factory=Lock)

    def deliver(self, number: NoticeId, n: int) -> Outcome:
        with self.store.write() as unit:
            notice = unit.start_sending(number, n, NOW)
        if notice is None:
            return Outcome()
        with self.lock:
            self.in_hand[notice.address] = self.in_hand.get(notice.address, 0) + 1
            self.most_in_hand = max(self.most_in_hand, *self.in_hand.values())
        try:
            return self._say(notice)
        finally:
            with self.lock:
                self.in_hand[notice.address] -= 1

    def _say(self, notice: Notice) -> Outcome:
        other_end = self.ends(notice.key)
        if other_end is not None:
            with self.store.write() as unit:
                unit.not_sent(notice, error="later", unsure=False, dead=False)
            return other_end
        with self.lock:
            self.said.append(notice.key)
            self.at.append(monotonic())
        with self.store.write() as unit:
            unit.sent(notice, notice.wanted, shown="same", receipt="C1:1", now=NOW, told=True)
        return Outcome(said=True)


@dataclass
class House:
    store: SqlStore
    carrier: Carrier
    desk: Desk

    def put(self, key: str, address: str = "person:1") -> None:
        with self.store.write() as unit:
            unit.put(Notice(key, address, "say", answers_a_click=True))

    def start(self) -> None:
        self.carrier.start(self.desk.deliver)
