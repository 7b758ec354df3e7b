"""The one place that knows SQL: tables, queries, migrations, and the carriers that bring what is to be said."""

from storage.carriers import Carrier
from storage.engine import open_engine
from storage.holding import Hold, enter
from storage.migrations import Unfit, migrate
from storage.opening import open_store
from storage.secret import secret
from storage.store import SqlStore

__all__ = [
    "Carrier",
    "Hold",
    "SqlStore",
    "Unfit",
    "enter",
    "migrate",
    "open_engine",
    "open_store",
    "secret",
]
