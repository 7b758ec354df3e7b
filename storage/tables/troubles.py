"""Where nothing can be said, since when, and until when."""

from datetime import datetime

from sqlalchemy import Index

from bot.troubles import Cause
from storage.tables.columns import Row, numbered, only, word


class TroubleRow(Row, table=True):
    __tablename__ = "troubles"
    __table_args__ = (
        Index("ix_troubles_open", "address", "cause", unique=True, **only("mended_at IS NULL")),
        {"sqlite_autoincrement": True},
    )
    id: int | None = numbered()
    address: str
    cause: Cause = word(Cause)
    since: datetime
    try_at: datetime
    mended_at: datetime | None
