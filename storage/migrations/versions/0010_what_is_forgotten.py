"""When each intention came, so that old ones are forgotten, as are drafts that nobody finished."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("origins", sa.Column("at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE origins SET at = CURRENT_TIMESTAMP")
    with op.batch_alter_table("origins") as origins:
        origins.alter_column("at", nullable=False)
    op.create_index("ix_origins_at", "origins", ["at"])
    op.create_index("ix_drafts_at", "drafts", ["at"])
