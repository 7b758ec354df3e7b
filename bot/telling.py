"""What everybody who gave a lead hears of what a person did: its referrer, and each co-referrer by their own terms."""

from collections.abc import Iterator
from datetime import datetime

from bot import moving, ticking
from bot.history import Entry, Fields
from bot.ids import PersonId
from bot.joining import CLOCK, parts_of, standing
from bot.leads import CLOSED, Lead
from bot.moves import BY_NAME, Move
from bot.moving import frozen
from bot.notices import Arguments
from bot.saying import hears_of, tell_giver
from bot.store import Unit

OF_PART = "@"
"""Between a field's name and the part whose it was, among the fields of an entry as they were."""


def key_of(lead: Lead, group: int) -> str:
    """Of the message in which its giver hears of this group of moves; of a part, those of the whole."""
    return f"moves:{lead.id}:{f'{lead.part_of}.' if lead.part_of else ''}{group}"


def tell_referrer(unit: Unit, before: Lead, lead: Lead, entry: Entry, *, now: datetime) -> None:
    """`before`: as it was; `entry` is of the whole, where the lead is a part."""
    if lead.referrer in {entry.actor, lead.owner} or not hears_of(unit, BY_NAME[entry.kind], before):
        return
    if lead.muted and lead.status not in CLOSED:
        return
    of: Arguments = {"of": lead.part_of} if lead.part_of else {}
    about: Arguments = {"lead": lead.id, "group": entry.group, **of}
    tell_giver(unit, key_of(lead, entry.group), lead, "moved", about, now=now)


class Parts:
    """The parts of a lead, which follow a move of it."""

    def __init__(self, unit: Unit, after: Lead, move: Move, *, by: PersonId, now: datetime) -> None:
        """`after`: the lead as the move leaves it."""
        self.unit = unit
        self.now = now
        self.before = parts_of(unit, after)
        self.after = [ticking.moved(unit, standing(part, after), move, by=by, now=now) for part in self.before]

    @property
    def were(self) -> Fields:
        """Their clocks as they were, for Undo."""
        pairs = zip(self.before, self.after, strict=True)
        return {
            f"{name}{OF_PART}{was.id}": frozen(getattr(was, name))
            for was, part in pairs
            for name in CLOCK
            if getattr(was, name) != getattr(part, name)
        }

    def follow(self, entry: Entry) -> None:
        """Once the whole is saved, and its history says so."""
        for was, part in zip(self.before, self.after, strict=True):
            self.unit.save(part)
            if entry.kind != "win":
                tell_referrer(self.unit, was, part, entry, now=self.now)


def tell_givers(unit: Unit, whole: Lead, entry: Entry, *, now: datetime) -> None:
    """Each of those who gave it."""
    for lead in (whole, *parts_of(unit, whole)):
        tell_referrer(unit, lead, lead, entry, now=now)


def unsay_words(unit: Unit, answer: Entry) -> None:
    """The words that whoever has it wrote reach nobody."""
    for key in (f"said:{answer.id}", *unit.keys(f"said:{answer.id}:")):
        unit.drop(key)


def unsay(unit: Unit, whole: Lead, group: int) -> None:
    """Nobody hears of this group of moves who has not."""
    for lead in (whole, *parts_of(unit, whole)):
        unit.drop(key_of(lead, group))


def taken_back(unit: Unit, whole: Lead, were: Fields) -> None:
    """The clocks of its parts as they were before a move that was taken back; the whole is saved."""
    for part in parts_of(unit, whole):
        unit.save(moving.taken_back(part, dict(_of(part, were))))


def _of(part: Lead, were: Fields) -> Iterator[tuple[str, str | int | None]]:
    for field, value in were.items():
        name, _, number = field.partition(OF_PART)
        if number == str(part.id):
            yield name, value
