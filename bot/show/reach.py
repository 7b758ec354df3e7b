"""No message tells how to reach somebody: what is said stays on a platform, is searched and shown on lock screens.

Forms do, to whoever may see it. Here it is taken out of a read model before any front makes words of it.
"""

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from bot.capture import unnumbered, unreachable
from bot.leads import Lead
from bot.people import Person
from bot.setup import Setup

T = TypeVar("T")
NAMES = frozenset({"name", "person", "title"})
"""In which a site may stay."""
TEXTS = ("about", "need", "how_known", "help")
_SIGN = re.compile(r"[@\d]")
_SITES = ("http:", "https:", "www.", "linkedin")
_MAY_REACH = re.compile("|".join((_SIGN.pattern, *map(re.escape, _SITES))), re.IGNORECASE)
"""Without any of these a text tells nothing, and need not be looked at more closely: most are so."""


def unreached(shown: T) -> T:
    """The same without addresses, numbers and links, wherever somebody typed them."""
    told: T = _told(shown)
    return told


def of_lead(lead: Lead) -> Lead:
    told: dict[str, Any] = {name: _plain(getattr(lead, name), name) for name in (*TEXTS, "name", "person")}
    told |= {"email": "", "phone": "", "link": ""}
    changed = {name: now for name, now in told.items() if now != getattr(lead, name)}
    return replace(lead, **changed) if changed else lead


def _plain(text: str, name: str = "") -> str:
    if not _may_reach(text):
        return text
    return unnumbered(text) if name in NAMES else unreachable(text)


def _may_reach(text: str) -> bool:
    """The same as the pattern says, in a tenth of its time where letters have no other forms than large and small."""
    if not text.isascii():
        return _MAY_REACH.search(text) is not None
    small = text.lower()
    return any(site in small for site in _SITES) or _SIGN.search(text) is not None


def _told(value: Any, name: str = "") -> Any:  # noqa: ANN401 - any read model, and all that is in one
    if isinstance(value, str):
        return value if isinstance(value, Enum) else _plain(value, name)
    if isinstance(value, tuple | list):
        return type(value)(_told(one) for one in value)
    if isinstance(value, Lead):
        return of_lead(value)
    if not is_dataclass(value) or isinstance(value, type | Person | Setup):
        return value
    were = {field: getattr(value, field) for field in _fields(type(value))}
    told = {field: _told(was, field) for field, was in were.items()}
    changed = {field: now for field, now in told.items() if now is not were[field] and now != were[field]}
    return replace(value, **changed) if changed else value


@cache
def _fields(of: type[Any]) -> tuple[str, ...]:
    return tuple(its.name for its in fields(of))
