"""A lead of which its referrer wants to hear nothing until a day."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leads", sa.Column("not_before", sa.Date(), nullable=True))
