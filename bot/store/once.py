"""What makes an intention happen once, and a request be heard once; and what waits for its person: drafts, remarks."""

from datetime import datetime
from typing import Protocol

from bot.answers import Answer
from bot.drafts import Draft
from bot.ids import DraftId, Origin, RemarkId
from bot.remarks import Remark


class OnceReading(Protocol):
    def outcome(self, origin: Origin) -> Answer | None: ...
    def forgettable(self, *, heard: datetime, origins: datetime, drafts: datetime) -> bool:
        """Whether there is any request, intention or draft from before these moments."""

    def heard(self, signature: str) -> bool:
        """Whether a request with this signature was noted."""

    def draft(self, draft: DraftId) -> Draft: ...
    def remark(self, remark: RemarkId) -> Remark: ...


class OnceWriting(OnceReading, Protocol):
    def claim(self, origin: Origin, now: datetime) -> Answer | None:
        """Take this intention; None if it is new, else the first outcome. A second one at the same time waits here."""

    def take_turn(self) -> None:
        """Wait for all who do so: two that were given up for each other would meet again."""

    def settle(self, origin: Origin, answer: Answer) -> None: ...
    def hear(self, signature: str, now: datetime) -> bool:
        """Note a signed request; False if it was noted before. A second one at the same time waits here."""

    def forget_heard(self, before: datetime, *, limit: int) -> int: ...
    def forget_origins(self, before: datetime, *, limit: int) -> int:
        """From then on the same intention would be a new one; returns how many were forgotten."""

    def forget_drafts(self, before: datetime, *, limit: int) -> int: ...
    def add_draft(self, draft: Draft) -> Draft: ...
    def drop_draft(self, draft: DraftId) -> None: ...
    def add_remark(self, remark: Remark) -> Remark:
        """Its id is given here."""
