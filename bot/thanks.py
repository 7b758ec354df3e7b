"""A win, and the thanks that belong to it: each has a number, so that a second click repeats nothing."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.ids import LeadId, PersonId, TextId, WinId
from bot.money import Money


@dataclass(frozen=True)
class Win:
    """One win of one lead. Undone ones stay, so that a new win is thanked anew."""

    id: WinId
    lead: LeadId
    n: int
    """1 for the lead's first win, 2 for the next."""
    by: PersonId
    owner: PersonId
    """Whose thanks they are: the lead's owner when it was won."""
    at: datetime
    amount: Money | None = None
    """Never shown to others until a policy says so."""
    starts_on: date | None = None
    may_name: bool = False
    """Whether the customer, or the new colleague, may be named."""
    words: TextId | None = None
    """The owner's own words of thanks."""
    thanks_due: datetime | None = None
    """Without words by then, the company thanks in its own name; none once thanked or undone."""
    company_thanked: bool = False
    undone_at: datetime | None = None

    @property
    def stands(self) -> bool:
        return self.undone_at is None

    @property
    def thanked(self) -> bool:
        return self.words is not None or self.company_thanked
