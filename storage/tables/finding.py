"""By what leads are found: words, whom they are about, what may be the same."""

from datetime import datetime

from sqlalchemy import Column, String
from sqlmodel import Field

from bot.matching import Link
from bot.privacy import Way
from storage.tables.columns import Row, may_refer, refers, word


class WordRow(Row, table=True):
    """The words by which a lead is found: their beginnings too, by the order of the index."""

    __tablename__ = "words"
    # Byte order, so that the index also finds the words that begin alike.
    word: str = Field(sa_column=Column(String().with_variant(String(collation="C"), "postgresql"), primary_key=True))
    lead: int = Field(foreign_key="leads.id", primary_key=True, index=True)


class TraceRow(Row, table=True):
    """By what whomever a lead is about is known again: digests of `bot.privacy.own`."""

    __tablename__ = "traces"
    trace: str = Field(primary_key=True)
    way: Way = word(Way, primary=True)
    lead: int = Field(foreign_key="leads.id", primary_key=True, index=True)


class MatchKeyRow(Row, table=True):
    """By which leads are found that may be about the same company or candidate: `bot.matching.keys`."""

    __tablename__ = "match_keys"
    key: str = Field(primary_key=True)
    lead: int = Field(foreign_key="leads.id", primary_key=True, index=True)


class LinkRow(Row, table=True):
    """Two leads that are about the same, or might be thought to be: the newer one, and the older."""

    __tablename__ = "links"
    lead: int = refers("leads.id", primary=True)
    other: int = Field(foreign_key="leads.id", primary_key=True, index=True)
    how: Link = word(Link)
    by: int | None = may_refer("people.id")
    """Who said so, where somebody did."""
    at: datetime
