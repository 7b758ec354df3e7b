"""People, who they are on each platform, what the company has set, and what was done once."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from bot.remarks import Screen
from storage.tables.columns import Row, details, may_refer, numbered, refers, word


class PersonRow(Row, table=True):
    __tablename__ = "people"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = numbered()
    name: str
    zone: str
    locale: str
    guest: bool
    workspace_admin: bool
    deactivated: bool
    known: bool
    seen_at: datetime
    home_opened: bool
    department: str
    home_filter: str


class IdentityRow(Row, table=True):
    __tablename__ = "identities"
    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    user: str = Field(primary_key=True)
    person: int = Field(foreign_key="people.id", index=True)
    bot: bool


class SettingRow(Row, table=True):
    """Append-only: what held on a day can be read."""

    __tablename__ = "settings"
    __table_args__ = (Index("ix_settings_key", "key", "id"), {"sqlite_autoincrement": True})
    id: int | None = numbered()
    key: str
    value: Any = Field(sa_column=Column(JSON, nullable=False))
    by: int = refers("people.id")
    at: datetime


class OriginRow(Row, table=True):
    """Each intention once, with what it was answered."""

    __tablename__ = "origins"
    __table_args__ = (Index("ix_origins_at", "at"),)
    origin: str = Field(primary_key=True)
    answer: dict[str, Any] | None = Field(sa_column=Column(JSON(none_as_null=True)))
    at: datetime


class HeardRow(Row, table=True):
    """Each signed request of Slack's that must not be heard again while its signature is good."""

    __tablename__ = "heard"
    __table_args__ = (Index("ix_heard_at", "at"),)
    signature: str = Field(primary_key=True)
    at: datetime


class DraftRow(Row, table=True):
    __tablename__ = "drafts"
    __table_args__ = (Index("ix_drafts_at", "at"), {"sqlite_autoincrement": True})
    id: int | None = numbered()
    by: int = refers("people.id")
    text: str
    at: datetime
    source: str
    attached: list[Any] = details()


class RemarkRow(Row, table=True):
    """What people say is wrong with the product."""

    __tablename__ = "remarks"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = numbered()
    by: int = refers("people.id")
    text: str
    screen: Screen = word(Screen)
    lead: int | None = may_refer("leads.id")
    at: datetime


class SecretRow(Row, table=True):
    """What replicas share when nobody gave them a SECRET_KEY."""

    __tablename__ = "secrets"
    name: str = Field(primary_key=True)
    value: bytes
