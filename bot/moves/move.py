"""A row of the table of moves: from which status, to which, by whom, and what it carries."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.carried import Carried
from bot.leads import Kind, Status
from bot.standing import Standing


class Ends(StrEnum):
    """Where a move leads when that is not one status."""

    SAME = "same"
    RESUME = "resume"
    """Where it was before it was closed."""
    WAKE = "wake"
    """Accepted if somebody has it, else new."""
    RETURN = "return"
    """Ready for sales, or new while no marketer is named."""


End = Status | Ends


@dataclass(frozen=True)
class Move:
    """A row of the table. `needs` must be filled in, `may_carry` can be."""

    name: str
    starts: Mapping[Kind, frozenset[Status]]
    ends: Mapping[Kind, End]
    who: frozenset[Standing]
    needs: tuple[Carried, ...] = ()
    may_carry: tuple[Carried, ...] = ()
    at_once: bool = False
    """One tap: whatever it may carry is offered afterwards."""
    touch: bool = False
    """It is a real contact with the lead."""
    tells: bool = True
    """The referrer hears of it."""
    milestone: bool = False
    """Also told to those who want to hear of milestones only."""
    answers: bool = False
    """The owner's word on how it goes: its referrer reads it in the next update."""

    def carries(self, kind: Kind) -> tuple[Carried, ...]:
        """What the front asks for: a customer has an amount, a colleague a start date."""
        left_out: set[Carried] = set()
        if self.name == "win":
            left_out = {Carried.ON} if kind is Kind.SALES else {Carried.AMOUNT}
        return tuple(what for what in Carried if what in {*self.needs, *self.may_carry} - left_out)

    @property
    def opens_form(self) -> bool:
        return not self.at_once and bool(self.needs or self.may_carry)
