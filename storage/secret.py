"""The installation's secret, for keyed hashes and for what must be stored encrypted; it outlives tokens."""

import hmac
import os
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes

from sqlalchemy import Engine, inspect, select
from sqlalchemy.dialects.postgresql import insert

from storage.tables import secrets

INSTALLATION = "installation"
"""Its name in the database: of replicas, which share no file, and in a backup."""
PROOF = "proof"
"""In a backup: by what to know the secret that it was made with."""


def secret(engine: Engine, given: str | None) -> bytes:
    """32 bytes: of SECRET_KEY if that is `given`; else of a file beside the SQLite file that only we may read.

    Replicas on PostgreSQL share no file: theirs is made once, in the migrated database.
    """
    if given:
        return from_key(given)
    if engine.dialect.name == "sqlite":
        return _of_file(engine, beside(Path(engine.url.database or "")))
    with engine.begin() as connection:
        connection.execute(insert(secrets).values(name=INSTALLATION, value=token_bytes(32)).on_conflict_do_nothing())
        kept = select(secrets.c.value).where(secrets.c.name == INSTALLATION)
        return bytes(connection.execute(kept).scalar_one())


def from_key(given: str) -> bytes:
    return sha256(given.encode()).digest()


def beside(file: Path) -> Path:
    return Path(f"{file}.secret")


def proof(key: bytes) -> bytes:
    return hmac.new(key, b"of this installation", sha256).digest()


def _of_file(engine: Engine, file: Path) -> bytes:
    if file.exists():
        return file.read_bytes()
    if not inspect(engine).has_table(secrets.name):
        return _made(file, token_bytes(32))
    ours = secrets.c.name == INSTALLATION
    with engine.begin() as connection:  # a backup brings it along
        brought = connection.execute(select(secrets.c.value).where(ours)).scalar()
        made = _made(file, bytes(brought or token_bytes(32)))
        connection.execute(secrets.delete().where(ours))
        return made


def _made(path: Path, new: bytes) -> bytes:
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(new)
    except FileExistsError:
        pass
    return path.read_bytes()
