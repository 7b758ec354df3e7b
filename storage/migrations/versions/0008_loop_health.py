"""By when each referrer must have news from a person, and the way to what a team has moved lately."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leads", sa.Column("news_due", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE leads SET news_due = promise_due")
    op.create_index("ix_leads_owner_moved", "leads", ["owner", "moved_at"])
