"""The store that the domain asks for, on SQLite and on PostgreSQL: every query of ours is in this folder."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Column, Connection, Engine, Select, func, literal_column, select, union_all

from bot.clocks import MORNING, Thing
from bot.digests import WHAT as DIGEST
from bot.errors import Crossed
from storage.engine import gave_way
from storage.erasures import anchors_of, append, file_of
from storage.secret import secret
from storage.store.attachments import AttachmentsReading, AttachmentsWriting
from storage.store.care import CareReading, CareWriting
from storage.store.connections import Connections
from storage.store.digests import DigestsReading, DigestsWriting
from storage.store.disputes import DisputesReading, DisputesWriting
from storage.store.escalations import EscalationsWriting
from storage.store.finding import FindingReading
from storage.store.history import HistoryReading, HistoryWriting
from storage.store.importing import ImportingReading, ImportingWriting
from storage.store.incoming import IncomingReading, IncomingWriting
from storage.store.leads import LeadsReading, LeadsWriting
from storage.store.ledger import LedgerReading, LedgerWriting
from storage.store.once import OnceReading, OnceWriting
from storage.store.outbox import Queued
from storage.store.people import PeopleReading, PeopleWriting
from storage.store.prepared import Prepared
from storage.store.privacy import PrivacyReading, PrivacyWriting
from storage.store.remarks import RemarksReading, RemarksWriting
from storage.store.rows import Shelf
from storage.store.schedules import SchedulesWriting
from storage.store.sending import SendingReading, SendingWriting
from storage.store.settings import SettingsWriting
from storage.store.splits import SplitsReading, SplitsWriting
from storage.store.troubles import TroublesReading, TroublesWriting
from storage.store.writers import Writers
from storage.tables import disputes, escalations, incoming, leads, schedules, splits, wins


def _first(what: Thing, due: Column[datetime]) -> Select[datetime, Any]:
    """By the index of those that have one."""
    found: Select[datetime, Any] = select(func.min(due).label("at"), literal_column(f"'{what}'").label("what"))
    return found.where(due.is_not(None))


def _scheduled(what: Thing, name: str) -> Select[datetime, Any]:
    return _first(what, schedules.c.next_at).where(schedules.c.what == literal_column(f"'{name}'"))


_MOMENTS = Prepared(
    union_all(
        _first(Thing.PROMISE, leads.c.promise_due),
        _first(Thing.TAKER, leads.c.desk_due),
        _first(Thing.SILENCE, leads.c.manager_due),
        _first(Thing.CARE, leads.c.care_due),
        _first(Thing.WINDOW, leads.c.window_due),
        _first(Thing.THANKS, wins.c.thanks_due),
        _scheduled(Thing.MORNING, MORNING),
        _scheduled(Thing.DIGEST, DIGEST),
        _first(Thing.ESCALATION, escalations.c.due),
        _first(Thing.DISPUTE, disputes.c.due),
        _first(Thing.SPLIT, splits.c.due),
        _first(Thing.LIST, incoming.c.until),
    )
)
"""The first moment of each thing that a sweep looks for, in one statement: it is asked at every tick."""


class SqlReading(
    ImportingReading,
    IncomingReading,
    LeadsReading,
    CareReading,
    AttachmentsReading,
    DisputesReading,
    SplitsReading,
    FindingReading,
    RemarksReading,
    HistoryReading,
    DigestsReading,
    PeopleReading,
    OnceReading,
    PrivacyReading,
    LedgerReading,
    SendingReading,
    TroublesReading,
):
    def moments(self) -> Mapping[Thing, datetime]:
        found = {Thing(row["what"]): row["at"] for row in self._rows(_MOMENTS, {})}
        found[Thing.RELEASE] = self.next_release()
        found[Thing.RETURN] = min((away.back for away in self.setup().away.values()), default=None)
        return {thing: at for thing, at in found.items() if at is not None}

    def next_due(self) -> datetime | None:
        return min(self.moments().values(), default=None)


class SqlUnit(
    ImportingWriting,
    IncomingWriting,
    CareWriting,
    EscalationsWriting,
    LeadsWriting,
    AttachmentsWriting,
    DisputesWriting,
    SplitsWriting,
    RemarksWriting,
    HistoryWriting,
    DigestsWriting,
    PeopleWriting,
    SettingsWriting,
    OnceWriting,
    PrivacyWriting,
    LedgerWriting,
    SchedulesWriting,
    SendingWriting,
    TroublesWriting,
    SqlReading,
):
    locks = True


class Handover(Protocol):
    """How queued notices reach the carrier."""

    def take(self, connection: Connection, queued: Sequence[Queued]) -> None:
        """Inside the transaction that queues them."""

    def wake(self, queued: Sequence[Queued]) -> None:
        """After its commit."""


class NoCarrier:
    """For the command line: the carrier of the process that serves finds what it queued, a little later."""

    def take(self, connection: Connection, queued: Sequence[Queued]) -> None:
        pass

    def wake(self, queued: Sequence[Queued]) -> None:
        pass


@contextmanager
def _uncrossed() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        if gave_way(error):
            raise Crossed from error
        raise


class SqlStore:
    """Fulfils bot.store.Store."""

    def __init__(
        self,
        engine: Engine,
        handover: Handover | None = None,
        *,
        secret_key: str | None = None,
        erasures: Path | None = None,
    ) -> None:
        """`secret_key` and `erasures`, the list of what was erased, are those of the settings, if they name any."""
        self.engine = engine
        self.handover = handover or NoCarrier()
        self.erasures = file_of(engine.url, erasures)
        self.anchors = anchors_of(self.erasures)
        self._shelf = Shelf(key=cache(partial(secret, engine, secret_key)))
        self._unclean = True
        self._connections = Connections(engine) if engine.dialect.name == "sqlite" else None
        self._writers = Writers(self._connections, self._shelf.empty) if self._connections else None

    @contextmanager
    def read(self) -> Iterator[SqlReading]:
        with self._connections.reading() if self._connections else self._snapshot() as connection:
            yield SqlReading(connection, self._shelf)

    @contextmanager
    def write(self) -> Iterator[SqlUnit]:
        """Raises Crossed where PostgreSQL gave this change up for another one."""
        self._shelf.key()  # before there is a transaction: the first time it may be written to the database
        with _uncrossed(), self._change() as connection:
            unit = SqlUnit(connection, self._shelf)
            yield unit
            if unit.listed:
                append(self.erasures, unit.listed)
            if unit.laid:
                append(self.anchors, unit.laid)
            if unit.queued:
                self.handover.take(connection, unit.queued)
        self._unclean |= bool(unit.listed) or unit.scrubs
        if unit.queued:
            self.handover.wake(unit.queued)

    def scrub(self) -> None:
        """SQLite keeps the pages as they were before in its write-ahead log, until that is emptied.

        Where somebody still reads as of before, the next sweep tries again.
        """
        if self._unclean and self._connections:
            self._unclean = self._connections.empty_log()

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _snapshot(self) -> Iterator[Connection]:
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    def _change(self) -> AbstractContextManager[Connection]:
        return self._writers.change() if self._writers else self.engine.begin()
