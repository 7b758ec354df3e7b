"""Somebody outside of the company gives a lead through a colleague."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("leads") as leads:
        for name in ("outside", "outside_email"):
            leads.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
