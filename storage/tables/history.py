"""What became of leads: texts, entries, helpers, wins."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import Row, details, may_refer, numbered, only, refers


class TextRow(Row, table=True):
    """What people wrote, to be erased with its salt: what remains in the history tells nothing then."""

    __tablename__ = "texts"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = numbered()
    lead: int = Field(foreign_key="leads.id", index=True)
    salt: str
    body: str


class EntryRow(Row, table=True):
    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("lead", "seq"),
        Index("ix_entries_kind", "kind", "at"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = numbered()
    lead: int = refers("leads.id")
    seq: int
    kind: str
    actor: int = refers("people.id")
    at: datetime
    group: int
    before: dict[str, Any] = details()
    facts: dict[str, Any] = details()
    texts: dict[str, Any] = details()
    seals: dict[str, Any] = details()
    """For each text the SHA-256 of its salt and body."""
    hash: str
    """See `bot.ledger`."""
    other: int | None = may_refer("people.id")
    win: int | None = may_refer("wins.id")


class UndoneRow(Row, table=True):
    """The entries that were taken back: the history itself is only ever appended to."""

    __tablename__ = "undone"
    entry: int = refers("entries.id", primary=True)


class HelperRow(Row, table=True):
    __tablename__ = "helpers"
    lead: int = refers("leads.id", primary=True)
    person: int = refers("people.id", primary=True)
    at: datetime
    text: int | None = may_refer("texts.id")


class WinRow(Row, table=True):
    __tablename__ = "wins"
    __table_args__ = (
        UniqueConstraint("lead", "n"),
        Index("ix_wins_thanks_due", "thanks_due", **only("thanks_due IS NOT NULL")),
        Index("ix_wins_unthanked", "owner", **only("words IS NULL AND undone_at IS NULL")),
        {"sqlite_autoincrement": True},
    )
    id: int | None = numbered()
    lead: int = refers("leads.id")
    n: int
    by: int = refers("people.id")
    owner: int = refers("people.id")
    at: datetime
    minor: int | None = Field(default=None, sa_column=Column(BigInteger))
    currency: str | None
    starts_on: date | None
    may_name: bool
    words: int | None = may_refer("texts.id")
    thanks_due: datetime | None
    company_thanked: bool
    undone_at: datetime | None
