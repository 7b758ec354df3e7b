"""What happened to a lead: its entries, texts, wins and helpers, as the domain asks storage for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.history import Entry, Fields, Texts
from bot.ids import EntryId, LeadId, PersonId, TextId, WinId
from bot.leads import Lead
from bot.thanks import Win


@dataclass(frozen=True)
class Help:
    """Somebody who helped: their one line is an erasable text."""

    lead: LeadId
    person: PersonId
    at: datetime
    text: TextId | None


class HistoryReading(Protocol):
    def text(self, text: TextId | None) -> str:
        """Empty where there is none or it was erased."""

    def entry(self, entry: EntryId) -> Entry: ...
    def entries(self, lead: LeadId, *, group: int | None = None, last: int | None = None) -> Sequence[Entry]:
        """In the order of their seq."""

    def wins(self, lead: LeadId) -> Sequence[Win]: ...
    def win(self, win: WinId) -> Win: ...
    def unthanked(self, person: PersonId) -> Sequence[Win]:
        """Standing wins of theirs that still want the owner's words."""

    def helpers(self, lead: LeadId) -> Sequence[Help]: ...


class HistoryWriting(HistoryReading, Protocol):
    def record(
        self,
        lead: Lead,
        kind: str,
        *,
        actor: PersonId,
        now: datetime,
        before: Fields | None = None,
        facts: Fields | None = None,
        texts: Texts | None = None,
        other: PersonId | None = None,
        win: WinId | None = None,
        group: int | None = None,
    ) -> Entry:
        """Append to the lead's history; seq follows the last. Without a group the entry begins one."""

    def recorded(self) -> Sequence[Entry]:
        """What this transaction has appended so far, in its order."""

    def mark_undone(self, entry: EntryId) -> None: ...
    def write_text(self, lead: LeadId, body: str) -> TextId: ...
    def add_win(self, win: Win) -> Win:
        """Its id and n are given here."""

    def save_win(self, win: Win) -> None: ...
    def add_helper(self, helper: Help) -> None:
        """Once a person and lead; a second line of theirs replaces the first."""

    def thanks_due(self, now: datetime, *, limit: int) -> Sequence[Win]: ...
