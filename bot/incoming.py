"""A list of leads that an admin brings from the platform as a file: how far it is, and the rows that wait in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.errors import Refused
from bot.ids import IncomingId, LeadId, PersonId
from bot.importing import BROUGHT, Duplicates, Fate

MOST = 10 * 1024 * 1024
"""Bytes of a file: Slack's form takes no larger one.

https://docs.slack.dev/reference/block-kit/block-elements/file-input-element
"""
WAITS = timedelta(days=7)
"""So long a list waits for the admin's word; so long after the last row its report can still be sent."""
FETCHED = timedelta(days=1)
"""So long the platform is asked for the file."""
Cells = Mapping[str, str]
"""Of one row, by our names of the columns."""


class Phase(StrEnum):
    """How far a list is."""

    FETCHING = "fetching"
    TRYING = "trying"
    TRIED = "tried"
    """The admin is to say whether it comes in."""
    BRINGING = "bringing"
    DONE = "done"
    LEFT = "left"
    FAILED = "failed"
    """It cannot be fetched or read."""


AT_WORK = frozenset({Phase.FETCHING, Phase.TRYING, Phase.BRINGING})
"""It goes on by itself."""


@dataclass(frozen=True)
class Incoming:
    """One list. Counts are of rows."""

    id: IncomingId
    by: PersonId
    at: datetime
    name: str
    """Of its file, as the admin called it."""
    reference: str
    """The platform's, of the file."""
    duplicates: Duplicates
    phase: Phase
    digest: str = ""
    """By which the list is known again."""
    rows: int = 0
    done: int = 0
    """How many of them were tried, or brought in, so far."""
    last: int = 0
    """The number of the last one of these."""
    left_out: tuple[str, ...] = ()
    """Columns that nobody knows."""
    fates: Mapping[Fate, int] = field(default_factory=dict)
    """How many rows have which fate, once all were tried, and once all are in."""
    problem: Mapping[str, object] = field(default_factory=dict)
    """Why it failed, as `kept` has it."""
    due: datetime | None = None
    """When somebody goes on with it; later than now while somebody does."""
    until: datetime | None = None
    """When its rows are erased by themselves."""

    @property
    def brings(self) -> int:
        """How many rows become leads."""
        return sum(self.fates.get(fate, 0) for fate in BROUGHT)


@dataclass(frozen=True)
class Waiting:
    """A row that is still to be tried or brought in."""

    number: int
    cells: Cells


@dataclass(frozen=True)
class Told:
    """What became of a row, or would; nothing of what stands in it."""

    number: int
    fate: Fate
    lead: LeadId | None
    other_row: int | None
    refused: Mapping[str, object] | None
    """As `kept` has it."""


def kept(refused: Refused | None) -> dict[str, object]:
    """A refusal as it is stored; empty where there is none."""
    if refused is None:
        return {}
    return {**refused.facts, "code": refused.code, "field": refused.field}


def refusal(stored: Mapping[str, object] | None) -> Refused | None:
    """The inverse of `kept`."""
    if not stored:
        return None
    facts = {name: fact for name, fact in stored.items() if name not in {"code", "field"}}
    code, about = str(stored["code"]), stored.get("field")
    return Refused(code, field=str(about) if about else None, **facts)
