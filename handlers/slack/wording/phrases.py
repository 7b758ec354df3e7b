"""A phrase: a sentence of the catalogue with its facts filled in, still without any platform's markup."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol

from bot.people import BESIDE, THROUGH, UNNAMED

DATE = "date"


@dataclass(frozen=True)
class Part:
    """A stretch of text; as a link, a channel, or a moment that each reader sees in their own zone."""

    text: str
    bold: bool = False
    url: str = ""
    at: datetime | None = None
    precise: bool = False
    """With the time of day."""
    calendar: bool = False
    """As the calendar has it, and never "today": a message stays where a deadline passes."""
    channel: str = ""
    """The platform's id of a channel that is meant."""

    @property
    def is_text(self) -> bool:
        """And nothing more."""
        return self.at is None and not self.url and not self.channel


Phrase = tuple[Part, ...]
Fact = str | int | date | Phrase | None
"""What fills a place in a sentence; a datetime is a date too."""

_MARKS = re.compile(r"(\*|\{\w+(?::day|:date)?\})")


class Language(Protocol):
    """What of a language is no sentence."""

    MONTHS: tuple[str, ...]
    UNNAMED: tuple[str, str]
    """What stands for a name that is not said: where a sentence starts, and elsewhere."""
    THROUGH: tuple[str, str]
    """Before and after the name of a liaison."""
    BESIDE: tuple[str, str]
    """Between several names: each but the last two, and these."""


def fill(template: str, facts: Mapping[str, Fact], language: Language) -> Phrase:
    """Our own template (`*bold*`, `{fact}`, `{moment:day}`, `{deadline:date}`) with its facts, never read as such."""
    parts: list[Part] = []
    bold = False
    for piece in _MARKS.split(template):
        if piece == "*":
            bold = not bold
        elif piece.startswith("{"):
            name, _, style = piece[1:-1].partition(":")
            called = _called(_people(facts[name], language), parts, language.UNNAMED)
            parts += _fact(called, style, bold=bold, months=language.MONTHS)
        elif piece:
            parts.append(Part(piece, bold))
    return tuple(parts)


def _people(fact: Fact, language: Language) -> Fact:
    """One name, or several; each perhaps with that of a liaison."""
    if not isinstance(fact, str) or (THROUGH not in fact and BESIDE not in fact):
        return fact
    *first, last = (_with_liaison(name, language.THROUGH) for name in fact.split(BESIDE))
    between, before_last = language.BESIDE
    return f"{between.join(first)}{before_last}{last}" if first else last


def _with_liaison(name: str, through: tuple[str, str]) -> str:
    outside, marked, liaison = name.partition(THROUGH)
    return f"{outside}{through[0]}{liaison}{through[1]}" if marked else name


def _called(fact: Fact, before: Sequence[Part], unnamed: tuple[str, str]) -> Fact:
    if not isinstance(fact, str) or UNNAMED not in fact:
        return fact
    starts = not before or before[-1].text.endswith((". ", "? ", "\n"))
    at_first, later = unnamed
    return (at_first if starts and fact.startswith(UNNAMED) else fact[0].replace(UNNAMED, later)) + fact[1:].replace(
        UNNAMED, later
    )


def _fact(fact: Fact, style: str, *, bold: bool, months: tuple[str, ...]) -> Phrase:
    if isinstance(fact, tuple):
        return fact
    if isinstance(fact, datetime):
        text = _moment(fact, months, day_only=bool(style))
        return (Part(text, bold, at=fact, precise=not style, calendar=style == DATE),)
    if isinstance(fact, date):
        return (Part(_day(fact, months), bold, at=_same_day_everywhere(fact)),)
    return (Part(str(fact), bold),) if fact not in (None, "") else ()


def _same_day_everywhere(day: date) -> datetime:
    """Slack shows a moment in the reader's zone: at 10:00 UTC it is the same day from Honolulu to Auckland."""
    return datetime.combine(day, time(10), UTC)


def _day(day: date, months: tuple[str, ...]) -> str:
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _moment(moment: datetime, months: tuple[str, ...], *, day_only: bool) -> str:
    moment = moment.astimezone(UTC)
    return _day(moment.date(), months) + ("" if day_only else f" {moment:%H:%M} UTC")


def plain(phrase: Phrase) -> str:
    """As bare text, for labels and what is read aloud."""
    return "".join(part.text for part in phrase)
