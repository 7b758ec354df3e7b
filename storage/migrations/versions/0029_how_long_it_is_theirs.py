"""For how long a lead counts as its givers'. Those that are open begin with the upgrade, so that nobody loses anything
without having been warned."""

from datetime import UTC, datetime, time, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

OPEN = "status NOT IN ('declined', 'lost', 'won') AND erased_at IS NULL AND NOT restricted"
DAYS, WARNED = timedelta(days=180), timedelta(days=14)


def upgrade() -> None:
    op.add_column("leads", sa.Column("window_on", sa.Date(), nullable=True))
    op.add_column("leads", sa.Column("window_due", sa.DateTime(timezone=True), nullable=True))
    last = datetime.now(UTC).date() + DAYS
    leads = sa.table("leads", sa.column("window_on", sa.Date()), sa.column("window_due", sa.DateTime(timezone=True)))
    begun, whole = leads.update().where(sa.text(OPEN)), sa.text("part_of IS NULL")
    op.execute(begun.values(window_on=last))
    op.execute(begun.where(whole).values(window_due=datetime.combine(last - WARNED, time(0), UTC)))
    where = sa.text("window_due IS NOT NULL")
    op.create_index("ix_leads_window_due", "leads", ["window_due"], sqlite_where=where, postgresql_where=where)
