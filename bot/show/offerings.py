"""What whoever gave a lead offers besides, and how far that is, as all messages show it."""

from bot import offers
from bot.leads import Lead
from bot.offers import Offering
from bot.store import Reading


def offerings(unit: Reading, lead: Lead) -> tuple[Offering, ...]:
    """Nothing of those who have left, or who work it themselves."""
    if not offers.made(lead) or lead.owner == lead.referrer or unit.person(lead.referrer).deactivated:
        return ()
    return offers.offerings(lead, unit.entries(lead.id))


def advice(unit: Reading, lead: Lead) -> tuple[str, ...]:
    """What they advised, in their words."""
    given = (entry for entry in unit.entries(lead.id) if entry.kind == offers.DONE and not entry.undone)
    return tuple(words for entry in given if (words := unit.text(entry.texts.get("word"))))
