"""No message tells how to reach somebody: what is said stays on a platform, is searched and shown on lock screens.

Forms do, to whoever may see it. Here it is taken out of a read model before any front makes words of it.
"""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from bot.capture import unnumbered, unreachable
from bot.leads import Lead
from bot.people import Person
from bot.setup import Setup

T = TypeVar("T")
NAMES = frozenset({"name", "person", "title"})
"""In which a site may stay."""
TEXTS = ("about", "need", "how_known", "help")


def unreached(shown: T) -> T:
    """The same without addresses, numbers and links, wherever somebody typed them."""
    told: T = _told(shown)
    return told


def of_lead(lead: Lead) -> Lead:
    told: dict[str, Any] = {name: unreachable(getattr(lead, name)) for name in TEXTS}
    told |= {name: unnumbered(getattr(lead, name)) for name in ("name", "person")}
    return replace(lead, **told, email="", phone="", link="")


def _told(value: Any, name: str = "") -> Any:  # noqa: ANN401 - any read model, and all that is in one
    if isinstance(value, str):
        return value if isinstance(value, Enum) else (unnumbered if name in NAMES else unreachable)(value)
    if isinstance(value, tuple | list):
        return type(value)(_told(one) for one in value)
    if isinstance(value, Lead):
        return of_lead(value)
    if not is_dataclass(value) or isinstance(value, type | Person | Setup):
        return value
    were = {its.name: getattr(value, its.name) for its in fields(value)}
    told = {field: _told(was, field) for field, was in were.items()}
    return replace(value, **{field: is_ for field, is_ in told.items() if is_ is not were[field]})
