"""A draft, for who wrote it."""

from bot.drafts import Draft
from bot.errors import Refused
from bot.ids import DraftId, PersonId
from bot.store import Reading


def draft_of(unit: Reading, draft: DraftId, person: PersonId) -> Draft:
    """Raises Refused("draft_gone") where it was finished already, or is somebody else's: both read the same."""
    try:
        found = unit.draft(draft)
    except KeyError:
        raise Refused("draft_gone") from None
    if found.by != person:
        raise Refused("draft_gone")
    return found
