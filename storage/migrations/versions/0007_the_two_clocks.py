"""The ask clock beside the promise clock, and the mornings of those who have leads."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("leads") as leads:
        leads.add_column(sa.Column("told_at", sa.DateTime(timezone=True), nullable=True))
        leads.add_column(sa.Column("news_at", sa.DateTime(timezone=True), nullable=True))
        leads.add_column(sa.Column("unheard", sa.Integer(), nullable=False, server_default="0"))
        leads.add_column(sa.Column("ask_due", sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "UPDATE leads SET told_at = moved_at, ask_due = promise_due WHERE owner IS NOT NULL AND owner <> referrer "
        "AND status NOT IN ('nurturing', 'won', 'lost', 'declined')"
    )
    op.execute(
        "INSERT INTO schedules (what, person, zone, next_at) SELECT DISTINCT 'morning', owner, people.zone, "
        "CURRENT_TIMESTAMP FROM leads JOIN people ON people.id = owner"
    )
