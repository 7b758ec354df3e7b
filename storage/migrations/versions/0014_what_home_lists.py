"""What each person looks for in App Home."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("home_filter", sa.String(), nullable=False, server_default=""))
