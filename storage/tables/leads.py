"""Leads as they stand, and the files that people shared about them."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field

from bot.leads import Basis, Kind, NameFrom, Status, Tie
from bot.rewarded import Unrewarded
from storage.tables.columns import OPEN, Row, may_refer, numbered, only, refers, word


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


class AttachmentRow(Row, table=True):
    """Files on the platform that people shared about a lead, as links."""

    __tablename__ = "attachments"
    lead: int = refers("leads.id", primary=True)
    reference: str = Field(primary_key=True)
    name: str
    link: str
    by: int = refers("people.id")
    at: datetime
