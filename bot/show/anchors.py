"""What who administers reads of the ledger: its anchors of a week, a copy that stands outside the database."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.notices import Notice
from bot.store import Reading


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


def anchored(unit: Reading, notice: Notice) -> Anchors | None:
    year, _, week = str(notice.args["week"]).partition("-W")
    monday = date.fromisocalendar(int(year), int(week), 1)
    found = unit.anchors(monday, monday + timedelta(days=7))
    days = (Proof(one.at.date(), one.entries, one.leads, bytes.fromhex(one.digest)) for one in found)
    return Anchors(tuple(days)) if found else None
