"""A draft: what somebody typed after /lead while no form could be opened; kept until it is finished."""

from dataclasses import dataclass
from datetime import datetime

from bot.attachments import Attachment
from bot.ids import DraftId, PersonId


@dataclass(frozen=True)
class Draft:
    id: DraftId
    by: PersonId
    text: str
    at: datetime
    source: str = ""
    """A permalink, where it came from a message."""
    attached: tuple[Attachment, ...] = ()
    """The files of that message."""
