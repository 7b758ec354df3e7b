"""The secret that replicas share, and on PostgreSQL procrastinate's own tables, in the version of the lock file.

Whoever raises procrastinate's version adds its migrations here, as its documentation describes:
https://procrastinate.readthedocs.io/en/stable/howto/production/migrations.html
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "secrets",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_secrets"),
    )
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        from procrastinate.schema import SchemaManager  # noqa: PLC0415 - installed with PostgreSQL's extra only

        raw = connection.connection.driver_connection
        if raw is None:
            raise RuntimeError("not connected")
        raw.execute(SchemaManager.get_schema())
