"""Troubles: where nothing can be said until somebody mends what is wrong there."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.ids import PersonId, TroubleId
from bot.setup import Place

ANYWHERE = "app"
"""The address of what is wrong wherever something is said."""


class Cause(StrEnum):
    """What is wrong, by who can mend it and how; the front knows which of its platform's refusals is which."""

    ARCHIVED = "archived"
    NOT_IN = "not_in"
    MISSING = "missing"
    """The channel is gone, or the bot may not see it."""
    CLOSED = "closed"
    """Not everybody may write there."""
    PUBLIC = "public"
    """Everybody reads there, and what would be said is about a candidate."""
    UNREACHABLE = "unreachable"
    GONE = "gone"
    """They have left the company: nothing is to be mended."""
    MESSAGES = "messages"
    """The platform's place for our direct messages is turned off."""
    HOME = "home"
    SCOPE = "scope"
    FAULT = "fault"
    """Nobody but who runs or makes the bot can mend it."""
    MOOT = "moot"
    """What it would have changed is not there any more."""


EVERYWHERE = frozenset({Cause.MESSAGES, Cause.HOME, Cause.SCOPE, Cause.FAULT})
SOON = frozenset({Cause.ARCHIVED, Cause.NOT_IN, Cause.MISSING, Cause.PUBLIC, Cause.SCOPE})
"""What people mend with one click of theirs, and then expect to see the bot at work."""
SAME = timedelta(hours=1)
"""A trouble that is back so soon was never mended: nobody is told again."""


def tried_again(cause: Cause) -> timedelta:
    """After so long one message that is held up is tried again: nothing tells us that a trouble was mended."""
    return timedelta(minutes=1) if cause in SOON else timedelta(hours=1)


@dataclass(frozen=True)
class Trouble:
    """One place, one person, or everything, where something is wrong."""

    id: TroubleId
    address: str
    """"place:leads", "person:7" or "app"."""
    cause: Cause
    since: datetime
    try_at: datetime
    """When one of what is held up is tried again."""
    mended_at: datetime | None
    """What was held up is let go from then on."""

    @property
    def place(self) -> Place | None:
        kind, _, name = self.address.partition(":")
        return Place(name) if kind == "place" else None

    @property
    def person(self) -> PersonId | None:
        kind, _, name = self.address.partition(":")
        return PersonId(int(name)) if kind == "person" else None
