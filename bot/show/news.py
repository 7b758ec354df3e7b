"""The last news of a lead, for a referrer who asks when there is some already."""

from bot import notices
from bot.leads import Lead
from bot.notices import Notice
from bot.show import referrers
from bot.store import Reading


def latest_news(unit: Reading, lead: Lead) -> referrers.Moved | referrers.Answered | None:
    """What a person last did or said about it, as its referrer was told, or will be."""
    theirs = notices.person(lead.referrer)
    for entry in reversed(unit.entries(lead.id)):
        if entry.kind == "answered" and not entry.undone:
            return referrers.answered(unit, Notice("", theirs, "answered", {"entry": entry.id}))
        if referrers.is_told(entry, lead):
            return referrers.moved(unit, Notice("", theirs, "moved", {"lead": lead.id, "group": entry.group}))
    return None
