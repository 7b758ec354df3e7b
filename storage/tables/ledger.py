"""The ledger's anchors: what there was on each day, to be compared with what stands outside the database."""

from datetime import datetime

from sqlmodel import Field

from storage.tables.columns import Row


class AnchorRow(Row, table=True):
    """Append-only."""

    __tablename__ = "anchors"
    day: str = Field(primary_key=True)
    at: datetime
    last: int
    entries: int
    leads: int
    digest: str
