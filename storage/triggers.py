"""The triggers that hold what must never change, on both engines; laid anew after every migration.

A batch migration on SQLite rebuilds a table and silently loses its triggers, so they belong to no single migration.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

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
_SHARED = """NEW.share = 0 AND COALESCE(NEW.part_of, 0) <> COALESCE(OLD.part_of, 0)
    OR EXISTS (SELECT 1 FROM splits JOIN split_shares ON split_shares.split = splits.id
    WHERE splits.lead = NEW.part_of AND split_shares.lead = NEW.id AND split_shares.share = NEW.share
    AND splits.id = (SELECT MAX(id) FROM splits AS s WHERE s.lead = NEW.part_of AND s.outcome IN ('agreed', 'decided'))
    AND 100 = (SELECT SUM(x.share) FROM split_shares AS x WHERE x.split = splits.id AND x.share >= 0)
    AND (splits.outcome = 'agreed'
        AND NOT EXISTS (SELECT 1 FROM split_shares AS x WHERE x.split = splits.id AND x.agreed_at IS NULL)
    OR splits.outcome = 'decided' AND splits.settled_by IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM leads AS g WHERE (g.id = NEW.part_of OR g.part_of = NEW.part_of)
            AND splits.settled_by IN (g.referrer, COALESCE(g.owner, 0)))))"""
"""A part has the share that all who gave the lead agreed to, or that somebody decided who is none of them and does not
have it, in shares that add up; and none once it is no part of that lead any more."""
_KEEP = """CREATE OR REPLACE FUNCTION leadloop_keep_{column}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN IF NOT ({unless}) THEN
    RAISE EXCEPTION '{says}' USING ERRCODE = 'restrict_violation';
END IF; RETURN NEW; END $$"""
_REFUSE = """CREATE OR REPLACE FUNCTION leadloop_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation'; END $$"""
Trigger = tuple[str, str]
"""Its name, and the statement that makes it."""


@dataclass(frozen=True)
class Guard:
    """A column of a lead that stays as it is `unless` this is so."""

    column: str
    unless: str
    says: str


def lay(connection: Connection, *, anew: bool) -> None:
    """On those tables that there are: also on the way from one version to the next.

    Without `anew` only what is missing: on PostgreSQL each statement locks a table that other replicas write to.
    """
    there = inspect(connection).get_table_names()
    tables, guards = [table for table in APPEND_ONLY if table in there], [*_guards(there)]
    is_sqlite = connection.dialect.name == "sqlite"
    laid = frozenset(connection.execute(text(_THERE[connection.dialect.name])).scalars())
    missing = [
        (name, statement)
        for name, statement in (_sqlite(tables, guards) if is_sqlite else _postgres(tables, guards))
        if anew or name not in laid
    ]
    if missing and not is_sqlite:
        connection.execute(text(_REFUSE))
        for guard in guards:
            connection.execute(text(_KEEP.format(**vars(guard))))
    for name, statement in missing:
        if name in laid and is_sqlite:  # which knows no OR REPLACE here
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text(statement))


def _guards(there: Collection[str]) -> Iterator[Guard]:
    yield Guard("referrer", _ENTERED % (_BY_RECORD if "disputes" in there else ""), "a lead keeps its referrer")
    if "splits" in there:
        yield Guard("share", _SHARED, "credit is split as was agreed")


def lift(connection: Connection) -> None:
    """Before a migration: SQLite renames no table to a name that a trigger of another one reads."""
    if connection.dialect.name == "sqlite":
        for name in connection.execute(text(_THERE["sqlite"])).scalars().all():
            connection.execute(text(f"DROP TRIGGER {name}"))


def _sqlite(tables: Sequence[str], guards: Sequence[Guard]) -> Iterator[Trigger]:
    for table in tables:
        for act in ("update", "delete"):
            name = f"{table}_no_{act}"
            yield (
                name,
                f"""CREATE TRIGGER {name} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
            )
    for guard in guards:
        yield (
            f"leads_{guard.column}",
            f"""CREATE TRIGGER leads_{guard.column} BEFORE UPDATE ON leads
    WHEN NEW.{guard.column} IS NOT OLD.{guard.column} AND NOT ({guard.unless})
    BEGIN SELECT RAISE(ABORT, '{guard.says}'); END""",
        )


def _postgres(tables: Sequence[str], guards: Sequence[Guard]) -> Iterator[Trigger]:
    for table in tables:
        for name, acts, each in (("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT")):
            yield (
                f"{table}_no_{name}",
                f"""CREATE OR REPLACE TRIGGER {table}_no_{name} BEFORE {acts} ON {table}
            FOR EACH {each} EXECUTE FUNCTION leadloop_refuse('{table} is append-only')""",
            )
    for guard in guards:
        column = guard.column
        yield (
            f"leads_{column}",
            f"""CREATE OR REPLACE TRIGGER leads_{column} BEFORE UPDATE ON leads FOR EACH ROW
    WHEN (NEW.{column} IS DISTINCT FROM OLD.{column}) EXECUTE FUNCTION leadloop_keep_{column}()""",
        )
