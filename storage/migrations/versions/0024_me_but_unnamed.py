"""Whoever gives a lead may have the credit and not be named."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("leads") as leads:
        leads.add_column(sa.Column("unnamed", sa.Boolean(), nullable=False, server_default="0"))
