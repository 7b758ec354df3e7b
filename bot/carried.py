"""What a move can carry: the fields of its form, in the order in which they are asked for."""

from enum import StrEnum


class Carried(StrEnum):
    """What a move can carry; the front asks for it in this order."""

    OWNER = "owner"
    STEP = "step"
    ON = "on"
    """A day: of the meeting, to come back on, of the next step, or the start date."""
    REASON = "reason"
    """From the kind's list; the referrer reads it."""
    WORD = "word"
    """A sentence to the referrer, or to the next owner."""
    THANKS = "thanks"
    AMOUNT = "amount"
    MAY_NAME = "may_name"
    CHECKLIST = "checklist"
    VALUES = "values"
    BUYS = "buys"
    KNOWS_SOURCE = "knows_source"
    NOTE = "note"
    """For the team; the referrer does not read it."""
