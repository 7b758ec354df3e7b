"""Who says that they knew whom a lead is about before, or gave them first."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field

from bot.disputes import Outcome, Proof
from storage.tables.columns import Row, may_refer, numbered, only, refers, word


class DisputeRow(Row, table=True):
    __tablename__ = "disputes"
    __table_args__ = (Index("ix_disputes_due", "due", **only("due IS NOT NULL")), {"sqlite_autoincrement": True})
    id: int | None = numbered()
    lead: int = Field(foreign_key="leads.id", index=True)
    by: int = refers("people.id")
    at: datetime
    proof: Proof = word(Proof)
    day: date
    record: int = refers("texts.id")
    said: int | None = may_refer("texts.id")
    answer: int | None = may_refer("texts.id")
    answer_day: date | None
    due: datetime | None
    outcome: Outcome | None = word(Outcome, nullable=True)
    settled_by: int | None = may_refer("people.id")
    reason: int | None = may_refer("texts.id")
