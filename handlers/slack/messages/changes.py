"""Settings in words: what is set, who set it when, and what it was before."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from typing import Any

from bot.ids import PersonId
from bot.people import Role
from bot.show.changes import Changed
from bot.terms import NEVER, Hours
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.wording import known, line, say
from handlers.slack.wording.phrases import Fact, Part, Phrase

Names = Mapping[PersonId, str]
MANY = 3
"""Working days in a row that are said as "Monday to Wednesday"."""


def change(made: Changed) -> Phrase:
    """One line of the page of all changes."""
    value, was = (_value(made.key, held, made.names) for held in (made.change.value, made.was))
    facts: dict[str, Fact] = {"when": made.change.at, "by": made.by, "what": _what(made.key)}
    if not value:
        return say("changes.took", **facts, was=was) if was else say("changes.line", **facts)
    return say("changes.is.was", **facts, value=value, was=was) if was else say("changes.is", **facts, value=value)


def set_by(made: Changed | None) -> list[Block]:
    """Below a field: who set it as it is; nothing where nobody has."""
    if made is None:
        return []
    was = _value(made.key, made.was, made.names)
    facts: dict[str, Fact] = {"when": made.change.at, "by": made.by}
    return [blocks.lines(say("changes.by.was", **facts, was=was) if was else say("changes.by", **facts))]


def weekdays(days: Iterable[int]) -> str:
    """ "Monday to Friday", or each by name."""
    numbers = sorted(days)
    names = [line(f"weekday.{day}") for day in numbers]
    in_a_row = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    if in_a_row and len(numbers) >= MANY:
        return line("value.range", first=names[0], last=names[-1])
    return parts.people(names)


def hours(held: Hours) -> str:
    return line("value.hours", starts=f"{held.starts:%H:%M}", ends=f"{held.ends:%H:%M}")


def _what(key: str) -> str:
    noun = key.partition(".")[0]
    found = (name for name in (f"setup.{key}", f"changes.{key}", f"changes.{noun}") if known(name))
    return line(next(found, "changes.other"))


def _value(key: str, held: Any, names: Names) -> Phrase:  # noqa: ANN401 - a setting is whatever it is
    """Empty for what is not set, and for what has no words."""
    word = VALUES.get(key.partition(".")[0])
    return word(held, names) if word and held else ()


def _plain(text: str) -> Phrase:
    return (Part(text),)


def _hour(text: object) -> str:
    return f"{time.fromisoformat(str(text)):%H:%M}"


def _people(held: list[int], names: Names) -> Phrase:
    return _plain(parts.people(sorted(names[PersonId(who)] for who in held if PersonId(who) in names)))


def _hours(held: Mapping[str, object], _: Names) -> Phrase:
    return say("value.hours", starts=_hour(held["starts"]), ends=_hour(held["ends"]))


def _days_off(held: list[str], _: Names) -> Phrase:
    return _plain(parts.people([line("lead.plain", text=date.fromisoformat(day)) for day in held], 5))


def _rewarded(held: object) -> str:
    """Departments as they are called, roles in their words, whatever is ticked, and the company's own words."""
    if isinstance(held, list):
        roles = {str(role): line(f"setup.role.{role}") for role in Role}
        return parts.people([roles.get(str(one), str(one)) for one in held])
    return line("value.yes") if held is True else str(held)


def _code(held: str) -> str:
    """A choice in its words; anything else as it was written."""
    return next((line(key) for key in (f"keeping.{held}", f"told_basis.{held}") if known(key)), held)


VALUES: Mapping[str, Callable[[Any, Names], Phrase]] = {
    "cadence": lambda held, _: say("value.days", number=held),
    "window": lambda held, _: say("setup.window.ever") if held == NEVER else say("value.days", number=held),
    "days": lambda held, _: _plain(weekdays(held)),
    "working": _hours,
    "waking": _hours,
    "days_off": _days_off,
    "digest": lambda held, _: say("value.week", day=line(f"weekday.{held['day']}"), hour=_hour(held["hour"])),
    "role": _people,
    "desk": _people,
    "reports": _people,
    "care": lambda held, _: _plain(_code(held)),
    "rewarded": lambda held, _: _plain(_rewarded(held)),
    "kept": lambda held, _: say("value.months", number=held),
    "place": lambda held, _: (Part(held, channel=held),),
}
"""How the values of each kind of setting are said."""
