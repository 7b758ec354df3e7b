"""Leads that come from a list which was kept elsewhere: its rows, and what becomes of each."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from bot.errors import Refused
from bot.ids import LeadId
from bot.leads import Given, Lead, Status

MIDDAY = time(12, tzinfo=UTC)
"""Of a day without an hour: it is the same day nearly everywhere."""


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    RELATED = "related"
    """It is a lead of its own, linked to what is like it."""
    JOINED = "joined"
    """Somebody gave it before: whoever gave this row stands beside them."""
    ALREADY = "already"
    """It was imported before."""
    KNOWN = "known"
    """It is here, and left out."""
    REFUSED = "refused"


BROUGHT = (Fate.NEW, Fate.RELATED, Fate.JOINED)
"""It is a lead from then on."""


class Duplicates(StrEnum):
    """What is done with a row about somebody who is here already."""

    JOIN = "join"
    SKIP = "skip"
    ADD = "add"


def dormant(lead: Lead) -> bool:
    """It came from a list, and nobody has moved it since: it waits where people look, and calls nobody."""
    return lead.imported_at is not None and lead.moved_at <= lead.imported_at


@dataclass(frozen=True)
class Row:
    """One line of a list, read; people are named as the list names them."""

    number: int
    """As a spreadsheet counts: the heading is the first."""
    name: str
    known_by: str = ""
    """By what it is known when the list comes again: its own reference, else all that stands in it."""
    given: Given | None = None
    """None where it cannot be read."""
    giver: str = ""
    owner: str = ""
    logged_on: date | None = None
    status: Status | None = None
    refused: Refused | None = None
    """Why it cannot be read."""

    def logged_at(self, now: datetime) -> datetime:
        return min(datetime.combine(self.logged_on, MIDDAY), now) if self.logged_on else now


@dataclass(frozen=True)
class Outcome:
    """What became of a row; or what would, where nothing is done."""

    row: Row
    fate: Fate
    lead: LeadId | None = None
    """The number that it has."""
    other: LeadId | None = None
    """The lead that it is joined to, linked to, or left out for."""
    other_row: int | None = None
    """The same, where that is a row before it, and nothing is done."""
    refused: Refused | None = None
