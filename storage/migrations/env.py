"""What Alembic runs: the caller's connection and transaction, and our tables."""

from alembic import context

from storage.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    include_name=lambda name, kind, _parents: not (kind == "table" and (name or "").startswith("procrastinate_")),
)
context.run_migrations()
