"""What a platform gave us to speak with, where it gives it anew again and again; never in the clear."""

from datetime import datetime

from sqlmodel import Field

from storage.tables.columns import Row


class CredentialRow(Row, table=True):
    __tablename__ = "credentials"
    platform: str = Field(primary_key=True)
    access: str
    refresh: str
    given: str
    """The keyed hash of the refresh token in the settings with which it began: another one there begins anew."""
    expires_at: datetime
    claimed_until: datetime | None
    """Some replica is asking for the next ones."""
