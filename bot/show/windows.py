"""What givers read of for how long a lead counts as theirs: two weeks before that ends, and when it has."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot import notices, windows
from bot.ids import LeadId
from bot.joining import whole_of
from bot.leads import Lead
from bot.notices import Notice
from bot.show.leads import name
from bot.store import Reading


class Stage(StrEnum):
    """Of what a message said, as it is now."""

    SOON = "soon"
    OVER = "over"
    ANEW = "anew"
    """Something happened since."""
    ENDED = "ended"
    """It is closed, or nobody reads any more whom it is about."""


@dataclass(frozen=True)
class Window:
    """One lead of theirs."""

    lead: Lead
    owner: str | None
    since: datetime
    """When anything last happened to it."""
    stage: Stage


@dataclass(frozen=True)
class Windows:
    """All of which this is to be said to them now."""

    windows: tuple[Window, ...]


def window(unit: Reading, notice: Notice) -> Windows | None:
    """What was shown stays, and says what has become of it; else nothing that is not so any more."""
    on = [date.fromisoformat(day) for day in str(notice.args["on"]).split(",")]
    found = zip(notices.leads_in(notice.args, "leads"), on, strict=True)
    told = [_window(unit, number, day) for number, day in found]
    wanted = tuple(one for one in told if _is_wanted(one, notice))
    return Windows(wanted) if wanted else None


def _window(unit: Reading, number: LeadId, on: date) -> Window:
    lead = unit.lead(number)
    whole = whole_of(unit, lead)
    return Window(lead, name(unit, lead.owner), windows.since(unit, whole), _stage(lead, whole, on))


def _stage(lead: Lead, whole: Lead, on: date) -> Stage:
    if not lead.open or lead.withheld:
        return Stage.ENDED
    if lead.window_on != on:
        return Stage.ANEW
    return Stage.SOON if whole.window_due else Stage.OVER


def _is_wanted(one: Window, notice: Notice) -> bool:
    theirs = notice.address == notices.person(one.lead.referrer)
    return notice.shown > 0 or (theirs and one.stage in {Stage.SOON, Stage.OVER} and not one.lead.muted)
