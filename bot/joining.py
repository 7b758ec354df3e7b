"""Leads about the same person, given by several: the others are parts of one, and stand where it stands.

A part keeps all that is its giver's: what they wrote, their number, their receipt, by when they hear, and their credit.
What is of the lead as a whole is kept with each of them in the same words, so that whatever a giver is told needs no
second look; the store writes it to the parts whenever it writes the whole.
"""

from collections.abc import Sequence
from typing import Any

from bot.ids import PersonId
from bot.leads import Lead
from bot.store import Reading
from bot.values import replace

SHARED = (
    *("kind", "owner", "status", "moved_at", "spoke_at", "back_on", "next_step", "next_on", "news_at"),
    *("desk_at", "call", "informed_at", "contacted_at", "no_at", "locked_at", "window_on"),
)
"""What a part has from the whole."""
NOBODYS: dict[str, Any] = dict.fromkeys(
    (
        *("ask_due", "manager_due", "desk_due", "care_due", "window_due"),
        *("remind_on", "resume", "asked_back_at", "news_due"),
    )
)
"""What is asked of people is asked for the whole."""
ABOUT_PART = ("gave_too", "beside", "joined")
"""Messages that somebody gave it too, by the number of the part."""
CLOCK = ("promise_due", "told_at", "unheard", "not_before")
"""What a giver's clock is made of."""
JOINED, GAVE_TOO, APART = "joined", "gave_too", "apart"
"""Entries: of a part, that it is one; of the whole, who gave it too; of what was a part, that it is none any more."""


def joined(part: Lead, whole: Lead) -> Lead:
    """The lead as a part of that one. Its promise is for who joins it to make."""
    return standing(replace(part, part_of=whole.id, share=0, **NOBODYS), whole)


def standing(part: Lead, whole: Lead) -> Lead:
    """The part where the whole stands now."""
    return replace(part, **{name: getattr(whole, name) for name in SHARED})


def whole_of(unit: Reading, lead: Lead) -> Lead:
    """The lead that it is a part of, or itself: what is done to it is done to that one."""
    return lead if lead.part_of is None else unit.lead(lead.part_of)


def parts_of(unit: Reading, whole: Lead) -> Sequence[Lead]:
    """What was joined to it; most leads are not even looked for."""
    return unit.parts(whole.id) if whole.parts else ()


def givers(unit: Reading, whole: Lead) -> frozenset[PersonId]:
    """Everybody who gave it."""
    return frozenset(lead.referrer for lead in (whole, *parts_of(unit, whole)))
