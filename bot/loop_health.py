"""Loop health: of how many open leads the referrer had news from a person within the promised time.

By when there must be news is reckoned here, once, whenever a lead changes, and kept with the lead: whoever counts, one
lead or a hundred thousand, compares that moment with now. "No news yet" does not move it.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot import clocks
from bot.clocks import Calendar
from bot.leads import Lead


@dataclass(frozen=True)
class Loop:
    """Open leads of which somebody is to be told, and those of them without news from a person in time."""

    leads: int = 0
    late: int = 0
    referrers: int = 0
    waiting: int = 0
    """Referrers with such a lead."""


def promised(lead: Lead, referrer: Calendar) -> Lead:
    """The lead with the moment by which its referrer must have news from a person."""
    return replace(lead, news_due=news_due(lead, referrer))


def news_due(lead: Lead, referrer: Calendar) -> datetime | None:
    """A first word within one working day; then a person's news within the cadence, however seldom updates come.

    None where nobody is to be told: it is closed, muted, or the referrer's own work.
    """
    if not lead.open or lead.muted or lead.owner == lead.referrer:
        return None
    if lead.news_at is None:
        return clocks.first_word_due(referrer, lead.logged_at)
    return referrer.awake(lead.news_at + clocks.cadence(lead))
