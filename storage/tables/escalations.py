"""Which stuck leads each manager is still to hear of."""

from datetime import datetime

from sqlmodel import Field

from storage.tables.columns import Row, refers


class EscalationRow(Row, table=True):
    __tablename__ = "escalations"
    person: int = refers("people.id", primary=True)
    lead: int = refers("leads.id", primary=True)
    due: datetime = Field(index=True)
