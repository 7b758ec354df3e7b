"""For those who never asked to be in it: who was shown how to reach them, what they asked for, who wants no contact."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field

from bot.privacy import Deed, Seen, Way
from storage.tables.columns import Row, details, numbered, only, refers, word


class MentionRow(Row, table=True):
    """Which messages of ours show which leads, so that they are found when one is erased."""

    __tablename__ = "mentions"
    lead: int = refers("leads.id", primary=True)
    notice: int = refers("notices.id", primary=True)


class DisclosureRow(Row, table=True):
    """Append-only."""

    __tablename__ = "disclosures"
    __table_args__ = (
        Index("ix_disclosures_lead", "lead", "id"),
        Index("ix_disclosures_person", "person", "at"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = numbered()
    lead: int = refers("leads.id")
    person: int = refers("people.id")
    what: Seen = word(Seen)
    at: datetime


class ObjectionRow(Row, table=True):
    """A keyed hash tells whoever comes up again, and nothing to who reads it."""

    __tablename__ = "objections"
    hash: str = Field(primary_key=True)
    way: Way = word(Way)
    at: datetime


class RequestRow(Row, table=True):
    __tablename__ = "requests"
    __table_args__ = (Index("ix_requests_going", "id", **only("done_at IS NULL")), {"sqlite_autoincrement": True})
    id: int | None = numbered()
    deed: Deed = word(Deed)
    leads: list[Any] = details()
    by: int = refers("people.id")
    at: datetime
    notices: list[Any] = details()
    done_at: datetime | None
