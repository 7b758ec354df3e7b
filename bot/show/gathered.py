"""What a person hears in one message, of all that they gave: since yesterday, since last week, since they were away."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot import notices
from bot.ids import LeadId
from bot.leads import Lead
from bot.notices import Notice
from bot.show import referrers, windows
from bot.show.referrers import Answered, Moved, Update, Updates
from bot.show.windows import Window, Windows
from bot.store import Reading
from bot.values import replace

Said = Moved | Answered | Updates | Windows
OF: Mapping[str, Callable[[Reading, Notice], Said | None]] = {
    "moved": referrers.moved,
    "answered": referrers.answered,
    "updates": referrers.updates,
    "window": windows.window,
}


@dataclass(frozen=True)
class OfLead:
    """What there is to hear of one lead, in the order in which it happened."""

    lead: Lead
    owner: str | None
    news: tuple[Moved | Answered, ...] = ()
    update: Update | None = None
    """Where nothing moved."""
    window: Window | None = None
    """Where that has been so for long."""


@dataclass(frozen=True)
class Gathered:
    """Lead by lead."""

    leads: tuple[OfLead, ...]


def gathered(unit: Reading, notice: Notice) -> Gathered | Said | None:
    """A single thing is said as it would be alone."""
    found = [unit.notice(each) for each in notices.notices_in(notice.args)]
    said = [OF[one.intent](unit, replace(one, shown=notice.shown)) for one in found if one is not None]
    shown = [one for one in said if one is not None and (notice.shown or _is_wanted(one))]
    return shown[0] if len(shown) == 1 else _by_lead(shown) if shown else None


def _is_wanted(said: Said) -> bool:
    """What happened to a lead that was muted since is left out, but for how it ended."""
    return isinstance(said, Updates | Windows) or not (said.lead.muted and said.lead.open)


def _by_lead(shown: Sequence[Said]) -> Gathered:
    leads: dict[LeadId, OfLead] = {}
    for one in shown:
        for part in _parts(one):
            before = leads.get(part.lead.id)
            leads[part.lead.id] = _together(before, part) if before else part
    return Gathered(tuple(leads.values()))


def _together(one: OfLead, more: OfLead) -> OfLead:
    news, update, window = (*one.news, *more.news), one.update or more.update, one.window or more.window
    return replace(one, news=news, update=update, window=window)


def _parts(said: Said) -> list[OfLead]:
    if isinstance(said, Windows):
        return [OfLead(one.lead, one.owner, window=one) for one in said.windows]
    if isinstance(said, Updates):
        return [OfLead(one.lead, one.owner, update=one) for one in said.updates]
    return [OfLead(said.lead, said.owner, news=(said,))]
