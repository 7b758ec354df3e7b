"""What the company has chosen for whoever a lead is about: why they are kept, what they are told, how long."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.leads import Basis, Kind, Lead, Status


class Keeping(StrEnum):
    """What happens by itself to leads with whom nobody has had contact; nothing but reminders until it is chosen."""

    REMIND = "remind"
    LOCK = "lock"
    ERASE = "erase"


class Ending(StrEnum):
    """What a company may keep for so many months, and no longer."""

    LOST = "lost"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    WARM = "warm"
    """After the day on which somebody wanted to come back to it."""
    WON = "won"


@dataclass(frozen=True)
class Care:
    company: str = ""
    """As those who are written to know it."""
    address: str = ""
    """Where they ask what is kept, and object."""
    bases: Mapping[Kind, Basis] = field(
        default_factory=lambda: {Kind.SALES: Basis.INTEREST, Kind.TALENT: Basis.CONSENT}
    )
    keeping: Keeping | None = None
    months: Mapping[Ending, int] = field(default_factory=dict)
    """Without a number it is kept for ever."""

    @property
    def locks(self) -> bool:
        return self.keeping in {Keeping.LOCK, Keeping.ERASE}


def ending(lead: Lead) -> Ending | None:
    """None while it is on its way."""
    if lead.status is Status.DECLINED and lead.withdrawn:
        return Ending.WITHDRAWN
    return _ENDINGS.get(lead.status)


_ENDINGS: Mapping[Status, Ending] = {
    Status.LOST: Ending.LOST,
    Status.DECLINED: Ending.DECLINED,
    Status.NURTURING: Ending.WARM,
    Status.WON: Ending.WON,
}
