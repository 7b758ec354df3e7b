"""How many leads stand where is counted by their index alone, though only those count that are part of no other."""

from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_leads_status", "leads")
    op.create_index("ix_leads_status", "leads", ["kind", "status", "part_of", "owner"])
