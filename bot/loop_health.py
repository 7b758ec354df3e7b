"""Loop health: of how many open leads the referrer had news from a person within the promised time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot import clocks
from bot.clocks import Calendar
from bot.leads import Lead
from bot.saying import calendar
from bot.store import Reading


@dataclass(frozen=True)
class LoopHealth:
    """`kept` of `promised`; what nobody is to be told of is not promised."""

    kept: int
    promised: int


def loop_health(unit: Reading, leads: Iterable[Lead], *, now: datetime) -> LoopHealth:
    """Of these leads; closed, muted and the referrers' own are passed over. "No news yet" keeps no promise."""
    promised = [lead for lead in leads if lead.open and not lead.muted and lead.owner != lead.referrer]
    kept = [lead for lead in promised if in_the_loop(lead, calendar(unit, lead.referrer), now)]
    return LoopHealth(len(kept), len(promised))


def in_the_loop(lead: Lead, referrer: Calendar, now: datetime) -> bool:
    """A first word within one working day; then a person's news within the cadence, however seldom updates come."""
    if lead.news_at is None:
        return now <= clocks.first_word_due(referrer, lead.logged_at)
    return now <= referrer.awake(lead.news_at + clocks.cadence(lead))
