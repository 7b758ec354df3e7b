"""What is owed to whoever a lead is about: why they are kept, that they are told, and when nobody reads them."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    words = (("name_from", "colleague"), ("basis", "interest"))
    moments = ("consent_at", "informed_at", "contacted_at", "needed_at", "no_at", "locked_at", "care_due")
    with op.batch_alter_table("leads") as leads:
        for name, usual in words:
            leads.add_column(sa.Column(name, sa.String(), nullable=False, server_default=usual))
        for name in moments:
            leads.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))
        leads.add_column(sa.Column("reminded", sa.Integer(), nullable=False, server_default="0"))
        leads.add_column(sa.Column("remind_on", sa.Date(), nullable=True))
    op.execute("UPDATE leads SET name_from = 'message' WHERE source <> ''")
    op.execute("UPDATE leads SET basis = 'consent' WHERE kind = 'talent'")
    op.execute(
        "UPDATE leads SET contacted_at = coalesce(spoke_at, (SELECT min(at) FROM entries "
        "WHERE entries.lead = leads.id AND entries.kind IN ('meeting', 'proposal', 'win')))"
    )
    op.execute(
        "UPDATE leads SET informed_at = (SELECT max(at) FROM entries WHERE entries.lead = leads.id "
        "AND entries.kind = 'spoke' AND CAST(entries.facts AS TEXT) LIKE '%knows_source%')"
    )
    op.execute("UPDATE leads SET care_due = logged_at")  # looked at once, and then in its time
    for name in ("care_due", "erased_at", "no_at"):
        only = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_leads_{name}", "leads", [name], sqlite_where=only, postgresql_where=only)
