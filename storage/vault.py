"""Keeps a platform's credential, encrypted by the installation's secret."""

import hmac
import logging
from base64 import urlsafe_b64encode
from datetime import datetime
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import Engine, Row, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.credentials import Credential
from storage.tables import credentials

log = logging.getLogger(__name__)


class SqlVault:
    """Fulfils bot.credentials.Vault; the database is migrated."""

    def __init__(self, engine: Engine, secret: bytes, platform: str) -> None:
        self._engine = engine
        self._secret = secret
        self._fernet = Fernet(urlsafe_b64encode(hmac.new(secret, b"credentials", sha256).digest()))
        self._mine = credentials.c.platform == platform
        self._platform = platform

    def begin(self, given: Credential) -> None:
        insert = (sqlite.insert if self._engine.dialect.name == "sqlite" else postgresql.insert)(credentials)
        came_of = hmac.new(self._secret, given.refresh.encode(), sha256).hexdigest()
        row = self._row(given) | {"given": came_of}
        anew = insert.values(platform=self._platform, **row).on_conflict_do_update(
            index_elements=["platform"], set_=row, where=credentials.c.given != came_of
        )
        with self._engine.begin() as connection:
            connection.execute(anew)

    def held(self) -> Credential | None:
        with self._engine.connect() as connection:
            return self._read(connection.execute(select(credentials).where(self._mine)).one_or_none())

    def claim(self, due: datetime, now: datetime, until: datetime) -> Credential | None:
        """One statement, so that of several who ask at once one gets it."""
        free = or_(credentials.c.claimed_until.is_(None), credentials.c.claimed_until <= now)
        claiming = credentials.update().where(self._mine, credentials.c.expires_at <= due, free)
        with self._engine.begin() as connection:
            claimed = connection.execute(claiming.values(claimed_until=until).returning(*credentials.c))
            return self._read(claimed.one_or_none())

    def keep(self, credential: Credential) -> None:
        with self._engine.begin() as connection:
            connection.execute(credentials.update().where(self._mine).values(**self._row(credential)))

    def _row(self, credential: Credential) -> dict[str, object]:
        locked = {name: self._lock(getattr(credential, name)) for name in ("access", "refresh")}
        return {**locked, "expires_at": credential.expires_at, "claimed_until": None}

    def _lock(self, text: str) -> str:
        return self._fernet.encrypt(text.encode()).decode()

    def _read(self, row: "Row[tuple[object, ...]] | None") -> Credential | None:
        if row is None:
            return None
        found = row._mapping  # noqa: SLF001 - a Row's public way to its names
        try:
            access, refresh = (self._fernet.decrypt(found[name]).decode() for name in ("access", "refresh"))
        except InvalidToken:
            log.error("The token that was kept cannot be read: SECRET_KEY is another one than when it was kept.")
            return None
        return Credential(access, refresh, found["expires_at"])
