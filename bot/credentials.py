"""What a platform gives us to speak with, where that is given anew again and again."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Credential:
    """Secrets are not in its repr."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    """For one use: it gives the next credential."""
    expires_at: datetime
    """Of `access`; aware UTC."""


class Vault(Protocol):
    """One platform's credential, shared by all replicas and never stored in the clear."""

    def begin(self, given: Credential) -> None:
        """Keep what the settings give, unless what is kept came of that already."""

    def held(self) -> Credential | None:
        """None before the first, and where the secret is another one than it was kept with."""

    def claim(self, due: datetime, now: datetime, until: datetime) -> Credential | None:
        """What expires by `due`, for one of all replicas to exchange, who has time `until` then."""

    def keep(self, credential: Credential) -> None:
        """Instead of what was held; nobody's claim any more."""
