"""The store, as the domain asks for it, a noun a module. Storage fulfils it; errors other than Refused are faults."""

from contextlib import AbstractContextManager
from typing import Protocol

from bot.store.attachments import AttachmentsReading, AttachmentsWriting
from bot.store.care import CareReading, CareWriting, Remains
from bot.store.digests import DigestsReading, DigestsWriting
from bot.store.disputes import DisputesReading, DisputesWriting
from bot.store.escalations import EscalationsWriting
from bot.store.history import Help, HistoryReading, HistoryWriting
from bot.store.importing import ImportingReading, ImportingWriting
from bot.store.incoming import IncomingReading, IncomingWriting
from bot.store.leads import LeadsReading, LeadsWriting, Promise
from bot.store.ledger import LedgerReading, LedgerWriting
from bot.store.matching import MatchingReading, MatchingWriting
from bot.store.once import OnceReading, OnceWriting
from bot.store.outbox import OutboxReading, OutboxWriting
from bot.store.pages import Page
from bot.store.people import PeopleReading, PeopleWriting
from bot.store.privacy import PrivacyReading, PrivacyWriting
from bot.store.schedules import SchedulesReading, SchedulesWriting
from bot.store.settings import Change, SettingsReading, SettingsWriting
from bot.store.splits import SplitsReading, SplitsWriting
from bot.store.troubles import TroublesReading, TroublesWriting

__all__ = ["Change", "Help", "Page", "Promise", "Reading", "Remains", "Store", "Unit"]


class Reading(
    LeadsReading,
    MatchingReading,
    CareReading,
    AttachmentsReading,
    DisputesReading,
    SplitsReading,
    HistoryReading,
    PeopleReading,
    SettingsReading,
    OnceReading,
    PrivacyReading,
    LedgerReading,
    ImportingReading,
    IncomingReading,
    DigestsReading,
    SchedulesReading,
    OutboxReading,
    TroublesReading,
    Protocol,
):
    """What can be asked. A lead, person, entry, win or draft that does not exist raises NoSuchLead or KeyError."""


class Unit(
    LeadsWriting,
    MatchingWriting,
    CareWriting,
    AttachmentsWriting,
    DisputesWriting,
    SplitsWriting,
    HistoryWriting,
    PeopleWriting,
    SettingsWriting,
    OnceWriting,
    PrivacyWriting,
    LedgerWriting,
    ImportingWriting,
    IncomingWriting,
    DigestsWriting,
    EscalationsWriting,
    SchedulesWriting,
    OutboxWriting,
    TroublesWriting,
    Reading,
    Protocol,
):
    """What can be changed, all in one transaction.

    What is due now (`*_due`, `morning`, `scheduled`) is found by index, locked against other replicas, and at most
    `limit` at a time.
    """


class Store(Protocol):
    """Where everything is kept: SQLite or PostgreSQL, one company."""

    def read(self) -> AbstractContextManager[Reading]:
        """A consistent look; never waits for writers."""

    def write(self) -> AbstractContextManager[Unit]:
        """One transaction: committed at the end, nothing of it stays after an exception."""

    def scrub(self) -> None:
        """Nothing of what was erased stays in the database's own files; asked for again and again, outside of any
        transaction."""
