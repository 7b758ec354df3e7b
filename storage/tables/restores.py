"""That the database was brought back: somebody may have read what it does not know of."""

from datetime import datetime

from storage.tables.columns import Row, numbered


class RestoreRow(Row, table=True):
    __tablename__ = "restores"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = numbered()
    since: datetime
    """The last that the database knows."""
    until: datetime
    """So long what is said for the first time is looked for before."""
