"""A lead: someone who may buy, or may join, and who gave it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.ids import LeadId, PersonId, TextId
from bot.leads.given import Given, Kind
from bot.leads.statuses import OPEN, Status
from bot.rewarded import Unrewarded


class Basis(StrEnum):
    """Why we may keep them: https://eur-lex.europa.eu/eli/reg/2016/679/oj, Article 6(1)(f), (a) and (b)."""

    INTEREST = "interest"
    CONSENT = "consent"
    PRECONTRACT = "precontract"


@dataclass(frozen=True, kw_only=True)
class Lead(Given):
    """A lead as it stands. Moments are aware UTC; days are the owner's. A change returns a new value."""

    id: LeadId
    referrer: PersonId
    """Fixed at logging: they alone may leave it to whoever logged it for them, and a manager decide otherwise."""
    logged_by: PersonId | None = None
    """Who logged it for its referrer; none where these are one, or the referrer has left the credit to them."""
    gave_unnamed: PersonId | None = None
    """Who had the credit before a manager decided otherwise, and would rather not be named."""
    owner: PersonId | None = None
    status: Status = Status.NEW
    resume: Status | None = None
    """The status that it had when it was closed, for Reopen and Undo the win."""
    logged_at: datetime
    imported_at: datetime | None = None
    """When it came here from a list that somebody kept elsewhere; its clocks begin then."""
    moved_at: datetime
    spoke_at: datetime | None = None
    """The last touch: a real contact with the lead."""
    back_on: date | None = None
    """Keeping warm: when to come back to it."""
    next_step: TextId | None = None
    next_on: date | None = None
    promise_due: datetime | None = None
    """When the referrer must be told something by; none once it is closed or nobody is to be told."""
    told_at: datetime | None = None
    """When the referrer was last told something, be it that there is no news."""
    news_at: datetime | None = None
    """When a person last did or said something that the referrer hears of."""
    news_due: datetime | None = None
    """By when the referrer must have news from a person: see `loop_health`."""
    unheard: int = 0
    """How many updates in a row had no news from a person."""
    ask_due: datetime | None = None
    """When its owner is to be asked for news."""
    manager_due: datetime | None = None
    """When the owner's manager hears that nobody told the referrer anything; none once they have."""
    muted: bool = False
    """The referrer wants no updates on it, but for how it ends."""
    not_before: date | None = None
    """The referrer wants no updates on it until then, but for a win."""
    crm: str = ""
    """Where the company's CRM has it; for the team that works it."""
    withdrawn: bool = False
    """Its referrer took it back, and so it was declined."""
    asked_back_at: datetime | None = None
    """When its referrer asked whoever works it to withdraw it; none once it is closed."""
    call: PersonId | None = None
    """Who has first call: until `desk_due` nobody else may take it."""
    desk_due: datetime | None = None
    """While nobody has it: when first call ends, the lead desk gets it, or the desk's manager hears."""
    desk_at: datetime | None = None
    """When the lead desk got it, since nobody took it."""
    basis: Basis = Basis.INTEREST
    """As the company had it when it was logged."""
    consent_at: datetime | None = None
    """When they agreed that we keep them."""
    informed_at: datetime | None = None
    """When they were told where we got their name: `told_at` is about the referrer."""
    contacted_at: datetime | None = None
    """When anybody first had contact with them: what is worked is never locked or erased as forgotten."""
    needed_at: datetime | None = None
    """When somebody last said why how to reach them is needed: what is owed to them is reckoned from then."""
    no_at: datetime | None = None
    """When they said that they want no contact."""
    locked_at: datetime | None = None
    """Since when nobody reads how to reach them."""
    reminded: int = 0
    """How often whoever has it was reminded that they are to be told."""
    remind_on: date | None = None
    """Since when that waits for a morning."""
    care_due: datetime | None = None
    """When whoever has it is reminded next, or it is locked or erased: see `bot.care`."""
    window_on: date | None = None
    """The last day on which it counts as its givers' if somebody else gives it: see `bot.windows`. None where it is
    closed, or that never ends."""
    window_due: datetime | None = None
    """When its givers are warned that this ends, or told that it has; none once they are."""
    restricted: bool = False
    """Kept and not used, at the wish of whom it is about: nobody works it, and nothing is said of it."""
    part_of: LeadId | None = None
    """The lead that it was joined to, about the same person: it stands where that one stands (see `bot.joining`), and
    whoever gave it is a co-referrer of that one."""
    unrewarded: Unrewarded | None = None
    """Why there is no reward for it, as the company had it when it was logged: see `bot.eligibility`."""
    parts: int = 0
    """How many leads are joined to it."""
    share: int = 0
    """Of a part: how many per cent of the credit are its giver's. What is left is theirs who sourced the whole."""
    erased_at: datetime | None = None
    """When all that was known of whom it is about went; who gave it, and what became of it, stays."""
    seq: int = 0
    """The number of its last history entry."""
    version: int = 1

    @property
    def open(self) -> bool:
        return self.status in OPEN

    @property
    def edits_stand(self) -> bool:
        """Nobody else has it: what its referrer corrects stands at once. Else whoever has it takes that over.

        What a co-referrer gave stands beside what the referrer did, and is theirs alone.
        """
        return self.part_of is not None or self.owner in {None, self.referrer}

    def unnamed_is(self, who: PersonId) -> bool:
        """They gave it, be it that somebody else has the credit now, and would rather not be named."""
        return who == self.gave_unnamed or (self.unnamed and who == self.referrer)

    @property
    def withheld(self) -> bool:
        """Nobody works it any more, or for now, and nobody reads whom it is about."""
        return self.restricted or self.erased_at is not None

    @property
    def contact(self) -> str:
        """The name of the person to speak to, if one was given."""
        return self.person or (self.name if self.kind is Kind.TALENT else "")

    @property
    def title(self) -> str:
        """How the lead is called in lists and on its card: company and first name, never contact data."""
        if self.withheld:
            return f"#{self.id}"
        first = self.contact.split()[0] if self.contact.split() else ""
        if self.kind is Kind.TALENT:
            return first or self.name
        return f"{self.name} · {first}" if first else self.name


def just_logged(
    given: Given, *, referrer: PersonId, now: datetime, promise_due: datetime, logged_by: PersonId | None = None
) -> Lead:
    """A lead that has no number yet, with the first moment by which its referrer hears."""
    return Lead(
        **vars(given),
        id=LeadId(0),
        referrer=referrer,
        logged_by=logged_by,
        logged_at=now,
        moved_at=now,
        promise_due=promise_due,
    )
