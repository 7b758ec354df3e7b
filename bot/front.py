"""What a platform is to the domain: it renders what there is to say, sends it, and says how that ended."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Protocol

from bot.people import Person
from bot.troubles import Cause


class TryLater(Exception):
    """It was surely not said; worth another attempt in so many seconds."""

    def __init__(self, after: float, why: str = "later") -> None:
        super().__init__(after)
        self.after = after
        self.why = why


class Undeliverable(Exception):
    """It was surely not said, and will not be until somebody mends what `why` names."""

    def __init__(self, why: str, cause: Cause = Cause.FAULT) -> None:
        super().__init__(why)
        self.why = why
        """In the platform's own word."""
        self.cause = cause


class Unsure(Exception):
    """It may have been said, or may be yet: time-out, reset, 5xx."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Rendered:
    """What a front made of a read model: its own body, and a hash of it that no passing of time changes."""

    body: Mapping[str, object]
    hash: str


@dataclass(frozen=True)
class Target:
    """An address, resolved. The reference is the front's own: of the channel, the user, or the message replied to."""

    address: str
    reference: str
    channel: str = ""
    """That of the place where it stands, as chosen now: a message, or the thread it belongs to, may stand elsewhere."""
    private: bool = False
    """It is about a candidate, and goes where not everybody may read."""


class Front(Protocol):
    """A platform: stands in handlers/, and knows nothing of the outbox."""

    platform: str

    def render(self, shown: object, reader: Person | None) -> Rendered:
        """`reader` is None in a channel."""

    def send(self, target: Target, rendered: Rendered, *, receipt: str, key: str) -> str:
        """Say it, or edit what `receipt` names; returns the receipt. Raises TryLater, Undeliverable or Unsure."""

    def find(self, target: Target, key: str, *, since: datetime) -> str | None:
        """The receipt of the message with this key, if it arrived after `since`. Raises as send does."""


class Files(Protocol):
    """Where the platform keeps what people give us as a file."""

    def fetch(self, reference: str, owner: str, *, most: int) -> bytes:
        """The file of this reference, which this user brought; both are the platform's own names.

        Raises TryLater or Unsure, and Refused("file_gone" | "files_closed" | "file_large") where another attempt is
        of no use: it is not there, or not theirs; we may read none; it has more than `most` bytes.
        """


def mark(secret: bytes, key: str) -> str:
    """The keyed hash of a notice's key, for the message's metadata, which anybody in the workspace can read."""
    return hmac.new(secret, key.encode(), sha256).hexdigest()[:32]
