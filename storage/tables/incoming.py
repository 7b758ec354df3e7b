"""Lists that people kept elsewhere: those that admins bring from the platform, the rows that wait, and what came in."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from bot.importing import Duplicates, Fate
from bot.incoming import Phase
from storage.tables.columns import Row, details, may_refer, numbered, only, refers, word


class IncomingRow(Row, table=True):
    __tablename__ = "incoming"
    __table_args__ = (
        Index("ix_incoming_due", "due", **only("due IS NOT NULL")),
        Index("ix_incoming_until", "until", **only("until IS NOT NULL")),
        {"sqlite_autoincrement": True},
    )
    id: int | None = numbered()
    by: int = refers("people.id")
    at: datetime
    name: str
    reference: str
    duplicates: Duplicates = word(Duplicates)
    phase: Phase = word(Phase)
    digest: str
    rows: int
    done: int
    last: int
    left_out: list[Any] = details()
    fates: dict[str, Any] = details()
    problem: dict[str, Any] = details()
    due: datetime | None
    until: datetime | None


class WaitingRow(Row, table=True):
    """A row of such a list."""

    __tablename__ = "waiting_rows"
    incoming: int = refers("incoming.id", primary=True)
    number: int = Field(primary_key=True)
    cells: dict[str, Any] | None = Field(sa_column=Column(JSON(none_as_null=True), nullable=True))
    """What stands in it, until it is in."""
    fate: Fate | None = word(Fate, nullable=True)
    lead: int | None = may_refer("leads.id")
    other_row: int | None
    refused: dict[str, Any] | None = Field(sa_column=Column(JSON(none_as_null=True), nullable=True))


class ImportedRow(Row, table=True):
    """The rows of lists that became leads, so that none becomes two."""

    __tablename__ = "imported"
    __table_args__ = (Index("ix_imported_file", "file", "fate"),)
    key: str = Field(primary_key=True)
    """A keyed hash of what the row is known by."""
    lead: int = Field(foreign_key="leads.id", index=True)
    file: str
    """A keyed hash of the list that it came with."""
    fate: Fate = word(Fate)
