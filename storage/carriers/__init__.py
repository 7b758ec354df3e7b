"""How queued notices travel: one carrier in the process for SQLite, procrastinate for PostgreSQL."""
