"""Whoever has a lead withdraws it in one tap, once its referrer has asked them to."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("leads") as leads:
        leads.add_column(sa.Column("asked_back_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "UPDATE leads SET asked_back_at = (SELECT max(at) FROM entries WHERE entries.lead = leads.id "
        "AND entries.kind = 'withdraw_asked') WHERE status NOT IN ('won', 'lost', 'declined')"
    )
