"""Files that people share about a lead, or of which a draft is made, are kept as links.

What was said is found by where it stands.
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attachments",
        sa.Column("lead", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("reference", "name", "link")),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_attachments_lead"),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name="fk_attachments_by"),
        sa.PrimaryKeyConstraint("lead", "reference", name="pk_attachments"),
    )
    op.add_column("drafts", sa.Column("attached", sa.JSON(), nullable=False, server_default="[]"))
    said = sa.text("receipt != ''")
    op.create_index("ix_notices_receipt", "notices", ["receipt"], sqlite_where=said, postgresql_where=said)
