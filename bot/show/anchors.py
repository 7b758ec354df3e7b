"""What who administers reads of the ledger: its last anchors, a copy that stands outside the database."""

from dataclasses import dataclass
from datetime import date

from bot.notices import Notice
from bot.store import Reading

SHOWN = 30
"""So many anchors stand in the message; all of them stand in the file."""


@dataclass(frozen=True)
class Proof:
    """An anchor; its digest as bytes, since of text whatever could be a telephone number is taken out of messages."""

    day: date
    entries: int
    leads: int
    digest: bytes


@dataclass(frozen=True)
class Anchors:
    days: tuple[Proof, ...]


def anchored(unit: Reading, _: Notice) -> Anchors | None:
    found = unit.anchors(last=SHOWN)
    days = (Proof(one.at.date(), one.entries, one.leads, bytes.fromhex(one.digest)) for one in found)
    return Anchors(tuple(days)) if found else None
