"""The installation's secret, for keyed hashes and for what must be stored encrypted; it outlives tokens."""

import hmac
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes, token_hex

from sqlalchemy import Engine, inspect, select
from sqlalchemy.dialects.postgresql import insert

from storage.engine import BEGINS
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
    """A backup brings it along: then it goes from the database into its file."""
    if file.exists():
        return file.read_bytes()
    ours = secrets.c.name == INSTALLATION
    brought = None
    if inspect(engine).has_table(secrets.name):
        with engine.connect() as connection:
            brought = connection.execute(select(secrets.c.value).where(ours)).scalar()
    made = _made(file, bytes(brought or token_bytes(32)))
    if brought:
        with engine.connect().execution_options(**{BEGINS: "BEGIN IMMEDIATE"}) as connection, connection.begin():
            connection.execute(secrets.delete().where(ours))
    return made


def _made(path: Path, new: bytes) -> bytes:
    """The first of several who make it at once wins, and it is whole as soon as it is there."""
    own = path.with_name(f"{path.name}.{token_hex(8)}")
    with os.fdopen(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(new)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(own, path)
    own.unlink()
    return path.read_bytes()
