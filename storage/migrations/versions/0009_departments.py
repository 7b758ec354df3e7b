"""Where people work, as a field of their profile says that an admin chose."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("department", sa.String(), nullable=False, server_default=""))
