"""The triggers that hold what must never change, on both engines; laid anew after every migration.

A batch migration on SQLite rebuilds a table and silently loses its triggers, so they belong to no single migration.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, inspect, text

APPEND_ONLY = ("entries", "undone", "tellings", "settings", "disclosures", "anchors")
_THERE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}
_ENTERED = """EXISTS (SELECT 1 FROM entries WHERE entries.lead = NEW.id AND entries.seq = NEW.seq
    AND entries.other = NEW.referrer AND (entries.kind = 'credit_left' AND entries.actor = OLD.referrer
    OR entries.kind = 'credit_changed'
    AND entries.actor NOT IN (OLD.referrer, NEW.referrer, COALESCE(NEW.owner, 0))%s))"""
"""The last entry of its history says so: its referrer left the credit to whom it has now; or somebody decided so who is
neither of the two and does not have the lead; or what follows."""
_BY_RECORD = """
    OR entries.kind = 'credit_by_record' AND entries.actor IN (OLD.referrer, NEW.referrer)
    AND EXISTS (SELECT 1 FROM disputes WHERE disputes.lead IN (NEW.id, COALESCE(NEW.part_of, 0))
        AND disputes.by = entries.actor AND disputes.outcome = 'given' AND disputes.settled_by IS NULL)"""
"""A record that is older than the lead stands, where nobody could decide; once there are claims at all."""
_KEEP = """CREATE OR REPLACE FUNCTION leadloop_keep_referrer() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN IF NOT %s THEN
    RAISE EXCEPTION 'a lead keeps its referrer' USING ERRCODE = 'restrict_violation';
END IF; RETURN NEW; END $$"""
_REFUSE = """CREATE OR REPLACE FUNCTION leadloop_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation'; END $$"""
Trigger = tuple[str, str]
"""Its name, and the statement that makes it."""


def lay(connection: Connection, *, anew: bool) -> None:
    """On those tables that there are: also on the way from one version to the next.

    Without `anew` only what is missing: on PostgreSQL each statement locks a table that other replicas write to.
    """
    there = inspect(connection).get_table_names()
    tables, entered = (
        [table for table in APPEND_ONLY if table in there],
        _ENTERED % (_BY_RECORD if "disputes" in there else ""),
    )
    is_sqlite = connection.dialect.name == "sqlite"
    laid = frozenset(connection.execute(text(_THERE[connection.dialect.name])).scalars())
    missing = [
        (name, statement)
        for name, statement in (_sqlite(tables, entered) if is_sqlite else _postgres(tables))
        if anew or name not in laid
    ]
    if missing and not is_sqlite:
        connection.execute(text(_REFUSE))
        connection.execute(text(_KEEP % entered))
    for name, statement in missing:
        if name in laid and is_sqlite:  # which knows no OR REPLACE here
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text(statement))


def lift(connection: Connection) -> None:
    """Before a migration: SQLite renames no table to a name that a trigger of another one reads."""
    if connection.dialect.name == "sqlite":
        for name in connection.execute(text(_THERE["sqlite"])).scalars().all():
            connection.execute(text(f"DROP TRIGGER {name}"))


def _sqlite(tables: Sequence[str], entered: str) -> Iterator[Trigger]:
    for table in tables:
        for act in ("update", "delete"):
            name = f"{table}_no_{act}"
            yield (
                name,
                f"""CREATE TRIGGER {name} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
            )
    yield (
        "leads_referrer",
        f"""CREATE TRIGGER leads_referrer BEFORE UPDATE ON leads WHEN NEW.referrer IS NOT OLD.referrer
    AND NOT {entered}
    BEGIN SELECT RAISE(ABORT, 'a lead keeps its referrer'); END""",
    )


def _postgres(tables: Sequence[str]) -> Iterator[Trigger]:
    for table in tables:
        for name, acts, each in (("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT")):
            yield (
                f"{table}_no_{name}",
                f"""CREATE OR REPLACE TRIGGER {table}_no_{name} BEFORE {acts} ON {table}
            FOR EACH {each} EXECUTE FUNCTION leadloop_refuse('{table} is append-only')""",
            )
    yield (
        "leads_referrer",
        """CREATE OR REPLACE TRIGGER leads_referrer BEFORE UPDATE ON leads FOR EACH ROW
    WHEN (NEW.referrer IS DISTINCT FROM OLD.referrer) EXECUTE FUNCTION leadloop_keep_referrer()""",
    )
