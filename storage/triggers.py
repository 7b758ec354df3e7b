"""The triggers that hold what must never change, on both engines; laid anew after every migration.

A batch migration on SQLite rebuilds a table and silently loses its triggers, so they belong to no single migration.
"""

from sqlalchemy import Connection, text

APPEND_ONLY = ("entries", "undone", "tellings", "settings", "disclosures")

_SQLITE = [
    statement
    for table in APPEND_ONLY
    for act in ("update", "delete")
    for statement in (
        f"DROP TRIGGER IF EXISTS {table}_no_{act}",
        f"""CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
    )
] + [
    "DROP TRIGGER IF EXISTS leads_referrer",
    """CREATE TRIGGER leads_referrer BEFORE UPDATE ON leads WHEN NEW.referrer IS NOT OLD.referrer
    BEGIN SELECT RAISE(ABORT, 'a lead keeps its referrer'); END""",
]

_POSTGRES = [
    """CREATE OR REPLACE FUNCTION leadloop_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation'; END $$""",
    *(
        f"""CREATE OR REPLACE TRIGGER {table}_no_{name} BEFORE {acts} ON {table}
        FOR EACH {each} EXECUTE FUNCTION leadloop_refuse('{table} is append-only')"""
        for table in APPEND_ONLY
        for name, acts, each in (("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT"))
    ),
    """CREATE OR REPLACE TRIGGER leads_referrer BEFORE UPDATE ON leads FOR EACH ROW
    WHEN (NEW.referrer IS DISTINCT FROM OLD.referrer) EXECUTE FUNCTION leadloop_refuse('a lead keeps its referrer')""",
]


def lay(connection: Connection) -> None:
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES:
        connection.execute(text(statement))
