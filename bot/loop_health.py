"""Loop health: of how many open leads the referrer had news from a person within the promised time.

By when there must be news is reckoned here, once, whenever a lead changes, and kept with the lead: whoever counts, one
lead or a hundred thousand, compares that moment with now. "No news yet" does not move it.
"""

from dataclasses import dataclass

from bot import clocks
from bot.calendars import Calendar
from bot.leads import Lead
from bot.values import replace


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
    return replace(lead, news_due=clocks.news_due(lead, referrer))
