"""The installation's secret, for keyed hashes and for what must be stored encrypted; it outlives tokens."""

import hmac
import os
from base64 import urlsafe_b64encode
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes, token_hex

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import Engine, inspect, select
from sqlalchemy.dialects.postgresql import insert

from storage.engine import BEGINS
from storage.migrations import Unfit
from storage.tables import secrets

INSTALLATION = "installation"
"""Its name in the database: of replicas, which share no file, and in a backup."""
WRAPPED = "wrapped"
"""The same, encrypted by SECRET_KEY: of a database that had it in the clear before that was asked for."""
PROOF = "proof"
"""In a backup: by what to know the secret that it was made with."""


def secret(engine: Engine, given: str | None) -> bytes:
    """32 bytes: of SECRET_KEY if that is `given`; else of a file beside the SQLite file that only we may read.

    On PostgreSQL the settings ask for SECRET_KEY; a store that is opened without settings has one of its own there.
    Raises Unfit where it is another one than before.
    """
    if engine.dialect.name == "sqlite":
        return from_key(given) if given else _of_file(engine, beside(Path(engine.url.database or "")))
    if given:
        return _as_before(engine, from_key(given))
    with engine.begin() as connection:
        connection.execute(insert(secrets).values(name=INSTALLATION, value=token_bytes(32)).on_conflict_do_nothing())
        kept = select(secrets.c.value).where(secrets.c.name == INSTALLATION)
        return bytes(connection.execute(kept).scalar_one())


def _as_before(engine: Engine, key: bytes) -> bytes:
    """This key; or what the database had in the clear while it needed none, which stays, encrypted by this key."""
    if not inspect(engine).has_table(secrets.name):
        return key
    lock = Fernet(urlsafe_b64encode(hmac.new(key, b"installation", sha256).digest()))
    with engine.begin() as connection:
        asked = select(secrets.c.name, secrets.c.value).where(secrets.c.name.in_([INSTALLATION, WRAPPED]))
        kept = {name: bytes(value) for name, value in connection.execute(asked)}
        if INSTALLATION in kept:
            wrapped = {"name": WRAPPED, "value": lock.encrypt(kept[INSTALLATION])}
            connection.execute(insert(secrets).values(**wrapped).on_conflict_do_nothing())
            connection.execute(secrets.delete().where(secrets.c.name == INSTALLATION))
            return kept[INSTALLATION]
    try:
        return lock.decrypt(kept[WRAPPED]) if WRAPPED in kept else key
    except InvalidToken:
        raise Unfit(
            "SECRET_KEY is another one than before.", "Set it as it was: by it the bot knows its hashes."
        ) from None


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
