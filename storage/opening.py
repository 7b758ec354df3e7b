"""Opens what DATABASE_URL names: SQLite with a carrier in this process, or PostgreSQL with procrastinate."""

from pathlib import Path

from sqlalchemy import make_url

from bot.patience import Patience
from storage.carriers import Carrier
from storage.carriers.local import LocalCarrier
from storage.engine import open_engine
from storage.store import Handover, SqlStore


def open_store(
    url: str, *, patience: Patience, secret_key: str | None = None, erasures: Path | None = None
) -> tuple[SqlStore, Carrier]:
    """The store and its carrier, which is not started yet; the database is neither touched nor migrated."""
    store = SqlStore(open_engine(url), secret_key=secret_key, erasures=erasures)
    store.handover, carrier = _carrier(store, url, patience)
    return store, carrier


def _carrier(store: SqlStore, url: str, patience: Patience) -> tuple[Handover, Carrier]:
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        local = LocalCarrier(store, Path(f"{where.database}.carrier"), patience)
        return local, local
    from storage.carriers.procrastinate import ProcrastinateCarrier  # noqa: PLC0415 - of PostgreSQL's extra

    conninfo = where.set(drivername="postgresql").render_as_string(hide_password=False)
    replica = ProcrastinateCarrier(store, conninfo, patience)
    return replica, replica
