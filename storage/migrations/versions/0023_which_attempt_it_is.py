"""An attempt that was taken for gone ends as none: each has a number, and only the last one says how it ended."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("notices") as notices:
        notices.add_column(sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
