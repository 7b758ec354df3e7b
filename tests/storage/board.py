"""A board to which messages are pinned, in place of a platform, and a store whose notices are said there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.deliver import Outcome, deliver
from bot.front import Rendered, Target
from bot.ids import NoticeId
from bot.notices import Notice
from bot.patience import Patience
from bot.people import Person
from bot.show import Gather
from bot.store import Reading
from storage.store import SqlStore
from tests.storage.conftest import NOW

PATIENCE = Patience()


@dataclass
class Board:
    """A front that pins messages to a board: what it is told to do it does, and it can be told to fail."""

    platform: str = "slack"
    pinned: dict[str, tuple[Target, object]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    fails: Iterator[Exception] = field(default_factory=lambda: iter(()))
    fails_late: Iterator[BaseException] = field(default_factory=lambda: iter(()))

    def render(self, shown: object, reader: Person | None) -> Rendered:
        return Rendered({"text": shown, "to": reader.name if reader else ""}, str(shown))

    def send(self, target: Target, rendered: Rendered, *, receipt: str, key: str) -> str:
        self.calls.append("edit" if receipt else "send")
        for error in self.fails:
            raise error
        receipt = receipt or f"{target.reference}:{len(self.pinned) + 1}"
        self.pinned[receipt] = (target, rendered.body["text"])
        self.keys[key] = receipt
        for late in self.fails_late:
            raise late
        return receipt

    def find(self, target: Target, key: str, *, since: datetime) -> str | None:
        self.calls.append("find")
        assert target.reference
        assert since < NOW
        return self.keys.get(key)

    @property
    def texts(self) -> list[object]:
        return [text for _, text in self.pinned.values()]


@dataclass
class Said:
    """A store, a board, and what there is to say: each intent says what `now_true` holds."""

    store: SqlStore
    board: Board
    now_true: dict[str, object] = field(default_factory=dict)

    def put(self, key: str, address: str, says: object, *, afresh: bool = False) -> NoticeId:
        self.now_true[key] = says
        with self.store.write() as unit:
            unit.put(Notice(key, address, "say", due=NOW, answers_a_click=True), afresh=afresh)
        number = self.notice(key).id
        assert number is not None
        return number

    def notice(self, key: str) -> Notice:
        with self.store.read() as reading:
            notice = reading.notice_by_key(key)
        assert notice is not None
        return notice

    def troubles(self) -> list[str]:
        """Where something is wrong."""
        with self.store.read() as reading:
            return [trouble.address for trouble in reading.troubles()]

    def deliver(self, number: NoticeId, n: int = 1, gather: Gather | None = None) -> Outcome:
        def say(_reading: Reading, notice: Notice) -> object | None:
            return self.now_true[notice.key]

        return deliver(
            self.store,
            self.board,
            number,
            n,
            clock=lambda: NOW,
            patience=PATIENCE,
            intents={"say": gather or say},
        )
