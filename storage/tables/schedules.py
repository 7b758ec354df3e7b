"""When each person's next regular message comes."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from storage.tables.columns import Row, refers


class ScheduleRow(Row, table=True):
    __tablename__ = "schedules"
    __table_args__ = (Index("ix_schedules_next_at", "what", "next_at"),)
    what: str = Field(primary_key=True)
    person: int = refers("people.id", primary=True)
    zone: str
    next_at: datetime
