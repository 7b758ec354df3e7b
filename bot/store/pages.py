"""Some of many: what a list shows at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Page(Generic[T_co]):
    items: Sequence[T_co]
    total: int
    offset: int = 0
