"""What is held up, where and why, for those who can mend it; never what it would have said."""

from dataclasses import dataclass
from datetime import datetime

from bot.ids import TroubleId
from bot.notices import Notice
from bot.setup import Place
from bot.store import Reading
from bot.troubles import Cause, Trouble


@dataclass(frozen=True)
class Parked:
    """One trouble."""

    cause: Cause
    place: Place | None
    reference: str
    """The front's own, of the channel that is chosen for the place now."""
    person: str | None
    """Who cannot be reached."""
    since: datetime
    mended: bool = False
    number: int = 0
    """How many messages wait for it."""


def parked(unit: Reading, notice: Notice) -> Parked | None:
    """To one admin. Nothing where it was mended before they heard; else that message says so."""
    trouble = unit.trouble(TroubleId(int(str(notice.args["trouble"]))))
    return _shown(unit, trouble) if notice.shown or trouble.mended_at is None else None


def all_parked(unit: Reading) -> tuple[Parked, ...]:
    """With how many messages wait for each; what has been tried in vain since is not counted twice."""
    held = unit.parked()
    return tuple(_shown(unit, trouble, held.get(trouble.id, 0)) for trouble in unit.troubles())


def _shown(unit: Reading, trouble: Trouble, number: int = 0) -> Parked:
    return Parked(
        trouble.cause,
        trouble.place,
        unit.setup().places.get(trouble.place, "") if trouble.place else "",
        unit.person(trouble.person).name if trouble.person else None,
        trouble.since,
        mended=trouble.mended_at is not None,
        number=number,
    )
