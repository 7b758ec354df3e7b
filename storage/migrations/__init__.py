"""The database's versions, and the way from one to the next; each upgrade is one transaction, under a lock."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from storage import triggers
from storage.engine import BEGINS

_LOCK = 5323  # the advisory lock's number; any that nobody else in this database takes


def migrate(engine: Engine, to: str = "head") -> None:
    """Bring the database to the newest version; a second caller waits for the first and finds it done.

    `to` an older one, for tests of the way from it.
    """
    with engine.connect().execution_options(**{BEGINS: "BEGIN IMMEDIATE"}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        triggers.lay(connection)


def newest() -> str | None:
    """The version that this program needs."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def versions() -> list[str]:
    """All there were, the oldest first."""
    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()][::-1]


def current(connection: Connection) -> str | None:
    """The version that the database has; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
