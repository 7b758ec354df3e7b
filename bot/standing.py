"""How a person stands to a lead: rights follow from it."""

from enum import StrEnum


class Standing(StrEnum):
    """How a person stands to a lead; rights follow from it, and somebody may stand in several ways."""

    REFERRER = "referrer"
    OWNER = "owner"
    COVER = "cover"
    """Looks after it while its owner is away."""
    HELPER = "helper"
    TAKER = "taker"
    """Works leads of this kind: a rep, a recruiter, or who stands in while none is named."""
    MARKETER = "marketer"
    DESK = "desk"
    MANAGER = "manager"
    """Manages the owner, or anybody while nobody has the lead."""
    BEHIND = "behind"
    """Somebody else has first call."""
    MEMBER = "member"
