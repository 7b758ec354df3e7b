"""Leads, and all that belongs to one: texts, history, helpers, wins."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Index, String, UniqueConstraint
from sqlmodel import Field

from bot.importing import Fate
from bot.leads import Basis, Kind, NameFrom, Status, Tie
from bot.matching import Link
from bot.privacy import Way
from bot.rewarded import Unrewarded
from storage.tables.columns import OPEN, Row, details, may_refer, numbered, only, refers, word


class LeadRow(Row, table=True):
    __tablename__ = "leads"
    __table_args__ = (
        Index("ix_leads_referrer", "referrer", "id"),
        Index("ix_leads_owner_open", "owner", "promise_due", "id", **only(OPEN)),
        Index("ix_leads_owner_moved", "owner", "moved_at"),
        Index("ix_leads_untaken", "kind", "status", "id", **only("owner IS NULL")),
        Index("ix_leads_status", "kind", "status", "part_of", "owner"),
        Index("ix_leads_promise_due", "promise_due", **only("promise_due IS NOT NULL")),
        Index("ix_leads_manager_due", "manager_due", **only("manager_due IS NOT NULL")),
        Index("ix_leads_desk_due", "desk_due", **only("desk_due IS NOT NULL")),
        Index("ix_leads_care_due", "care_due", **only("care_due IS NOT NULL")),
        Index("ix_leads_window_due", "window_due", **only("window_due IS NOT NULL")),
        Index("ix_leads_no_at", "no_at", **only("no_at IS NOT NULL")),
        Index("ix_leads_erased_at", "erased_at", **only("erased_at IS NOT NULL")),
        Index("ix_leads_call", "call", **only("call IS NOT NULL")),
        Index("ix_leads_account", "account", "id"),
        Index("ix_leads_back_on", "back_on", **only("status = 'nurturing'")),
        Index("ix_leads_part_of", "part_of", "id", **only("part_of IS NOT NULL")),
        {"sqlite_autoincrement": True},
    )
    id: int | None = numbered()
    kind: Kind = word(Kind)
    name: str
    person: str
    email: str
    phone: str
    link: str
    about: str
    need: str
    how_known: str
    tie: Tie | None = word(Tie, nullable=True)
    aware: bool
    wanted: int | None = may_refer("people.id")
    help: str
    introduces: bool
    lends_name: bool
    advises: bool
    source: str
    name_from: NameFrom = word(NameFrom)
    referrer: int = refers("people.id")
    owner: int | None = may_refer("people.id")
    status: Status = word(Status)
    resume: Status | None = word(Status, nullable=True)
    logged_at: datetime
    imported_at: datetime | None
    moved_at: datetime
    spoke_at: datetime | None
    back_on: date | None
    next_step: int | None
    """A text of this lead; without a foreign key, since the texts already point to their lead."""
    next_on: date | None
    promise_due: datetime | None
    told_at: datetime | None
    news_at: datetime | None
    news_due: datetime | None
    unheard: int
    ask_due: datetime | None
    manager_due: datetime | None
    muted: bool
    not_before: date | None
    crm: str
    withdrawn: bool
    asked_back_at: datetime | None
    unnamed: bool
    outside: str
    outside_email: str
    logged_by: int | None
    """A person, as `call`."""
    gave_unnamed: int | None
    call: int | None
    """A person; without a foreign key, which SQLite could only have added by writing the whole table anew."""
    desk_due: datetime | None
    desk_at: datetime | None
    basis: Basis = word(Basis)
    consent_at: datetime | None
    informed_at: datetime | None
    contacted_at: datetime | None
    needed_at: datetime | None
    no_at: datetime | None
    locked_at: datetime | None
    reminded: int
    remind_on: date | None
    care_due: datetime | None
    window_on: date | None
    window_due: datetime | None
    restricted: bool
    erased_at: datetime | None
    account: str
    """The company, as it is compared."""
    part_of: int | None
    """A lead, as `call` is a person."""
    unrewarded: Unrewarded | None = word(Unrewarded, nullable=True)
    parts: int
    share: int
    seq: int
    version: int


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


class TextRow(Row, table=True):
    """What people wrote, to be erased with its salt: what remains in the history tells nothing then."""

    __tablename__ = "texts"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = numbered()
    lead: int = Field(foreign_key="leads.id", index=True)
    salt: str
    body: str


class AttachmentRow(Row, table=True):
    """Files on the platform that people shared about a lead, as links."""

    __tablename__ = "attachments"
    lead: int = refers("leads.id", primary=True)
    reference: str = Field(primary_key=True)
    name: str
    link: str
    by: int = refers("people.id")
    at: datetime


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
