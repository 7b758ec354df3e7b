"""The way to the leads of which somebody has first call."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    called = sa.text("call IS NOT NULL")
    op.create_index("ix_leads_call", "leads", ["call"], sqlite_where=called, postgresql_where=called)
