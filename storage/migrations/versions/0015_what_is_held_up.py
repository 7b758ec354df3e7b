"""What cannot be said until somebody mends something; and tokens that are given anew."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "troubles",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("try_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_troubles"),
        sqlite_autoincrement=True,
    )
    unmended = sa.text("mended_at IS NULL")
    op.create_index(
        "ix_troubles_open",
        "troubles",
        ["address", "cause"],
        unique=True,
        sqlite_where=unmended,
        postgresql_where=unmended,
    )
    op.add_column("notices", sa.Column("trouble", sa.Integer(), nullable=True))
    known = sa.text("trouble IS NOT NULL")
    op.create_index("ix_notices_trouble", "notices", ["trouble"], sqlite_where=known, postgresql_where=known)
    op.create_table(
        "credentials",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("access", sa.String(), nullable=False),
        sa.Column("refresh", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("platform", name="pk_credentials"),
    )
