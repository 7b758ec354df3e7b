"""What somebody says is wrong with this product, and on which screen they were."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.ids import LeadId, PersonId, RemarkId


class Screen(StrEnum):
    HOME = "home"
    HELP = "help"
    LEAD = "lead"


@dataclass(frozen=True)
class Remark:
    id: RemarkId
    by: PersonId
    text: str
    screen: Screen
    lead: LeadId | None
    """The lead whose page they were on."""
    at: datetime
