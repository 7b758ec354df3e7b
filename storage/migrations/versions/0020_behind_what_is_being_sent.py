"""What is being sent stands in the line too: new notices come behind it, also where its sending fails."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    going = sa.text("state IN ('queued', 'sending')")
    op.drop_index("ix_notices_line", "notices")
    op.create_index("ix_notices_line", "notices", ["line"], sqlite_where=going, postgresql_where=going)
