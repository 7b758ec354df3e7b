"""An entry of the catalogue: one surface, who reads it, and when it comes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    name: str
    """Of its look in the story, and of its picture."""
    title: str
    says: str
    """When it comes, and who reads it."""


@dataclass(frozen=True)
class Section:
    """What one kind of reader gets."""

    title: str
    entries: tuple[Entry, ...]
