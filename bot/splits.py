"""How the credit for a lead that several gave is split: who gave it first sourced it, who gave it too influenced it.

Whoever has it proposes shares that add up to 100 %; everybody who gave it agrees, else a manager who is none of them
decides, with a reason. Until then, and where nobody proposes any, all of it is theirs who sourced it. A co-referrer's
share is kept with their part; what is left is theirs who sourced it, so that shares always add up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.errors import Refused
from bot.ids import LeadId, PersonId, SplitId, TextId

WHOLE = 100
MOST = 20
"""So many who gave it have a share at most: a form has room for them."""
PROPOSED, AGREES, DIFFERS, SETTLED = "split_proposed", "split_agrees", "split_differs", "split_settled"
"""Entries: of the lead what was proposed, and what each answered; of it and of each part what became of that."""
Shares = Mapping[LeadId, int]
"""Per cent of each lead that they gave: the whole's first."""


class Outcome(StrEnum):
    AGREED = "agreed"
    DECIDED = "decided"
    """By a manager."""
    DROPPED = "dropped"
    """Whoever proposed it took it back."""
    STAYS = "stays"
    """They did not agree, and nobody is neutral: it stays as it was."""
    LAPSED = "lapsed"
    """They are no longer the ones who gave it, or the lead has ended without a win."""


@dataclass(frozen=True)
class Split:
    """One proposal."""

    id: SplitId
    lead: LeadId
    by: PersonId
    at: datetime
    said: TextId | None = None
    """Why so."""
    asked_at: datetime | None = None
    """Since when it is for a manager to decide."""
    due: datetime | None = None
    """When those who are silent are reminded, or a manager is asked; none once it is settled."""
    outcome: Outcome | None = None
    settled_by: PersonId | None = None
    reason: TextId | None = None

    @property
    def open(self) -> bool:
        return self.outcome is None


@dataclass(frozen=True)
class Share:
    """What one of those who gave the lead would have."""

    split: SplitId
    lead: LeadId
    """The lead that they gave: the whole, or a part of it."""
    share: int
    agreed_at: datetime | None = None
    differs: TextId | None = None
    """How they see it."""

    @property
    def answered(self) -> bool:
        return self.agreed_at is not None or self.differs is not None


def check_shares(shares: Mapping[LeadId, int | None], gave: Iterable[LeadId]) -> Shares:
    """Raises Refused("not_percent" | "not_hundred") under the field of a lead's number, "givers_changed"."""
    wanted = tuple(gave)
    if set(wanted) != set(shares):
        raise Refused("givers_changed")
    told = {}
    for lead in wanted:
        share = shares[lead]
        if share is None or not 0 <= share <= WHOLE:
            raise Refused("not_percent", field=field_of(lead))
        told[lead] = share
    if sum(told.values()) != WHOLE:
        raise Refused("not_hundred", field=field_of(wanted[-1]), sum=sum(told.values()))
    return told


def field_of(lead: LeadId) -> str:
    return f"share-{lead}"


def written(shares: Shares) -> str:
    """As the history keeps them."""
    return " ".join(f"{lead}:{share}" for lead, share in shares.items())
