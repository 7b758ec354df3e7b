"""What is to be said, and what was told to whom."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, String
from sqlmodel import Field

from bot.notices import State
from storage.tables.columns import Row, details, numbered, only, word


class NoticeRow(Row, table=True):
    __tablename__ = "notices"
    __table_args__ = (
        Index("ix_notices_waiting", "due", **only("state = 'waiting'")),
        Index("ix_notices_until", "until", **only("state = 'waiting'")),
        Index("ix_notices_queued", "address", "line", **only("state = 'queued'")),
        Index("ix_notices_line", "line", **only("state IN ('queued', 'sending')")),
        Index("ix_notices_sending", "id", **only("state = 'sending'")),
        Index("ix_notices_dead", "id", **only("state = 'dead'")),
        Index("ix_notices_trouble", "trouble", **only("trouble IS NOT NULL")),
        Index("ix_notices_address", "address", **only("state = 'waiting'")),
        Index("ix_notices_receipt", "receipt", **only("receipt != ''")),
        {"sqlite_autoincrement": True},
    )
    id: int | None = numbered()
    # Byte order, so that the index also finds the keys that begin alike.
    key: str = Field(
        sa_column=Column(String().with_variant(String(collation="C"), "postgresql"), nullable=False, unique=True)
    )
    address: str
    intent: str
    args: dict[str, Any] = details()
    due: datetime | None
    until: datetime | None
    answers_a_click: bool
    wanted: int
    shown: int
    state: State = word(State)
    hash: str
    receipt: str
    attempts: int
    tries: int
    tried_at: datetime | None
    unsure: bool
    error: str
    trouble: int | None = None
    """What it was parked for last; no key, since SQLite adds none to a table that is there."""
    line: int
    """The place in the line of what is queued, which it keeps while it is sent: it may come back."""


class TellingRow(Row, table=True):
    __tablename__ = "tellings"
    __table_args__ = (Index("ix_tellings_address", "address", "id"), {"sqlite_autoincrement": True})
    id: int | None = numbered()
    notice: int = Field(sa_column=Column(Integer, ForeignKey("notices.id"), nullable=False, index=True))
    n: int
    address: str
    at: datetime
    hash: str
