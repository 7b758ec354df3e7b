"""Who gave a lead: for whom it was logged, who gave it from outside, how well they know them, what they offer.

A receipt is named after who reads it, since there may be a second one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("leads") as leads:
        leads.add_column(sa.Column("logged_by", sa.Integer(), nullable=True))
        for name in ("outside", "outside_email"):
            leads.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
        leads.add_column(sa.Column("tie", sa.String(), nullable=True))
        for name in ("introduces", "lends_name", "advises"):
            leads.add_column(sa.Column(name, sa.Boolean(), nullable=False, server_default="0"))
    op.execute("UPDATE notices SET key = key || ':' || substr(address, 8) WHERE intent = 'receipt'")
