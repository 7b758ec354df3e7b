"""Files that people shared about a lead: kept as links to where they are, and never the files themselves."""

from dataclasses import dataclass
from datetime import datetime

from bot.ids import PersonId

ATTACHED, DETACHED = "attached", "detached"
"""Entries: that somebody shared files about it, and that they took them away again."""
MOST = 100
"""So many of one lead: the newest ones are shown, and the others stand in its thread."""


@dataclass(frozen=True)
class Attachment:
    """A file on the platform, which says who may open it."""

    reference: str
    """The platform's own."""
    name: str
    link: str


@dataclass(frozen=True)
class Shared:
    """One that was shared about a lead."""

    attachment: Attachment
    by: PersonId
    at: datetime
