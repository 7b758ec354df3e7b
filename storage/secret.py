"""The installation's secret, for keyed hashes and for what must be stored encrypted; it outlives tokens."""

import os
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes

from sqlalchemy import Engine, select
from sqlalchemy.dialects.postgresql import insert

from storage.tables import secrets


def secret(engine: Engine, given: str | None) -> bytes:
    """32 bytes: of SECRET_KEY if that is `given`; else of a file beside the SQLite file that only we may read.

    Replicas on PostgreSQL share no file: theirs is made once, in the migrated database.
    """
    if given:
        return sha256(given.encode()).digest()
    if engine.dialect.name == "sqlite":
        return _of_file(Path(f"{engine.url.database}.secret"))
    with engine.begin() as connection:
        connection.execute(insert(secrets).values(name="installation", value=token_bytes(32)).on_conflict_do_nothing())
        return bytes(connection.execute(select(secrets.c.value)).scalar_one())


def _of_file(path: Path) -> bytes:
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(token_bytes(32))
    except FileExistsError:
        pass
    return path.read_bytes()
