"""How the credit is split between those who gave a lead."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from bot.splits import Outcome
from storage.tables.columns import Row, may_refer, numbered, only, refers, word


class SplitRow(Row, table=True):
    __tablename__ = "splits"
    __table_args__ = (Index("ix_splits_due", "due", **only("due IS NOT NULL")), {"sqlite_autoincrement": True})
    id: int | None = numbered()
    lead: int = Field(foreign_key="leads.id", index=True)
    by: int = refers("people.id")
    at: datetime
    said: int | None = may_refer("texts.id")
    asked_at: datetime | None
    due: datetime | None
    outcome: Outcome | None = word(Outcome, nullable=True)
    settled_by: int | None = may_refer("people.id")
    reason: int | None = may_refer("texts.id")


class SplitShareRow(Row, table=True):
    __tablename__ = "split_shares"
    split: int = refers("splits.id", primary=True)
    lead: int = refers("leads.id", primary=True)
    place: int
    """The first is of who sourced it."""
    share: int
    agreed_at: datetime | None
    differs: int | None = may_refer("texts.id")
