"""Who changed which of the company's settings when, and what it was before."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.ids import PersonId
from bot.people import Person
from bot.setup import Weekly
from bot.show.setup import setup_for
from bot.store import Change, Page, Reading
from bot.terms import USUAL, WAKING, WEEKDAYS, WINDOW, WORKING

SHOWN = 20
AT_FIRST: Mapping[str, Any] = {f"cadence.{name}": days for name, days in asdict(USUAL).items()} | {
    "window": WINDOW,
    "days": sorted(WEEKDAYS),
    "working": asdict(WORKING),
    "waking": asdict(WAKING),
    "digest": asdict(Weekly()),
}
"""What held before anybody set it."""


@dataclass(frozen=True)
class Changed:
    """One change, with the names of whoever made it and of whom it is about."""

    key: str
    change: Change
    by: str
    names: Mapping[PersonId, str]

    @property
    def was(self) -> Any:  # noqa: ANN401 - a setting is whatever it is
        return AT_FIRST.get(self.key) if self.change.was is None else self.change.was


def changes_for(unit: Reading, person: Person, *, offset: int = 0) -> Page[Changed]:
    """A page of all changes, the newest first, and one more where there are more; raises Refused("not_admin")."""
    setup_for(unit, person)
    made = unit.changes(limit=SHOWN + 1, offset=offset)
    return Page(_named(unit, made[:SHOWN]), offset + len(made), offset)


def last_changes(unit: Reading, keys: Collection[str]) -> Mapping[str, Changed]:
    """Who set each of these as it is now; nothing for what nobody has set."""
    return {changed.key: changed for changed in _named(unit, unit.last_changes(keys))}


def _named(unit: Reading, changes: Sequence[Change]) -> list[Changed]:
    about = {who for change in changes for who in _people(change)}
    people = unit.people({change.by for change in changes} | about)
    names = {who: person.name for who, person in people.items()}
    return [Changed(change.key, change, names[change.by], names) for change in changes]


def _people(change: Change) -> Iterable[PersonId]:
    if change.key.partition(".")[0] in {"role", "desk", "reports"}:
        yield from map(PersonId, (*(change.value or ()), *(change.was or ())))
