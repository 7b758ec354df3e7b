"""The triggers that hold what must never change, on both engines; laid anew after every migration.

A batch migration on SQLite rebuilds a table and silently loses its triggers, so they belong to no single migration.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, inspect, text

APPEND_ONLY = ("entries", "undone", "tellings", "settings", "disclosures")


def lay(connection: Connection) -> None:
    """On those tables that there are: also on the way from one version to the next."""
    there = [table for table in APPEND_ONLY if table in inspect(connection).get_table_names()]
    for statement in _sqlite(there) if connection.dialect.name == "sqlite" else _postgres(there):
        connection.execute(text(statement))


def _sqlite(tables: Sequence[str]) -> Iterator[str]:
    for table in tables:
        for act in ("update", "delete"):
            yield f"DROP TRIGGER IF EXISTS {table}_no_{act}"
            yield f"""CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
    yield "DROP TRIGGER IF EXISTS leads_referrer"
    yield """CREATE TRIGGER leads_referrer BEFORE UPDATE ON leads WHEN NEW.referrer IS NOT OLD.referrer
    BEGIN SELECT RAISE(ABORT, 'a lead keeps its referrer'); END"""


def _postgres(tables: Sequence[str]) -> Iterator[str]:
    yield """CREATE OR REPLACE FUNCTION leadloop_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation'; END $$"""
    for table in tables:
        for name, acts, each in (("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT")):
            yield f"""CREATE OR REPLACE TRIGGER {table}_no_{name} BEFORE {acts} ON {table}
            FOR EACH {each} EXECUTE FUNCTION leadloop_refuse('{table} is append-only')"""
    yield """CREATE OR REPLACE TRIGGER leads_referrer BEFORE UPDATE ON leads FOR EACH ROW
    WHEN (NEW.referrer IS DISTINCT FROM OLD.referrer) EXECUTE FUNCTION leadloop_refuse('a lead keeps its referrer')"""
