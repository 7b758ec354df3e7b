"""Reads what people wrote in Slack as plain text and as values: its markup for links, people and channels goes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from bot.errors import Refused

_MARKUP = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")
_PERSON = re.compile(r"@\w+", re.ASCII)
_SCHEMES = ("mailto:", "tel:")


@dataclass(frozen=True)
class Spoken:
    """A text without markup, and whom it mentions, by Slack's user ids."""

    text: str
    people: tuple[str, ...] = ()


def spoken(text: str, *, name: Callable[[str], str]) -> Spoken:
    """A command's text or a message's, which Slack escapes; `name` tells who a mentioned user is, "" for none.

    https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
    """
    people: list[str] = []

    def plain(found: re.Match[str]) -> str:
        if _PERSON.fullmatch(found[1]):
            people.append(found[1][1:])
            return name(found[1][1:])
        return _target(found)

    read = _MARKUP.sub(plain, text)
    return Spoken(read.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"), tuple(people))


def typed(text: str | None) -> str:
    """What stands in a field of a form: as typed, but for links that were pasted with Slack's markup around them."""
    return _MARKUP.sub(lambda found: _target(found) if _is_link(found[1]) else found[0], text or "")


def _is_link(target: str) -> bool:
    return target.startswith((*_SCHEMES, "http://", "https://"))


def _target(found: re.Match[str]) -> str:
    """The address of a link, after its label where that says something else; the label of anything else."""
    target, label = found[1], found[2] or ""
    if not _is_link(target):
        return label or target.lstrip("!#")
    for scheme in _SCHEMES:
        target = target.removeprefix(scheme)
    says_more = label and label not in target
    return f"{label} {target}" if says_more else target


def day(text: str, *, field: str) -> date | None:
    """Of a date picker; raises Refused("not_a_day")."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("not_a_day", field=field) from None


def clock(text: str, *, field: str) -> time:
    """Of a time picker; raises Refused("needed" | "not_a_time")."""
    if not text:
        raise Refused("needed", field=field)
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise Refused("not_a_time", field=field) from None
