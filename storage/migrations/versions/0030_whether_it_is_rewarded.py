"""Why a lead is not rewarded, as it was on the day on which it was given; all that there are already may be."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leads", sa.Column("unrewarded", sa.String(), nullable=True))
