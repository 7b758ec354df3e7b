"""The ledger: what happened to each lead and who has the credit for it, so that nobody can change it unseen.

Each entry of a lead's history has a hash of itself and of the entry before it. Once a day the last hashes of all leads
make an anchor, which goes outside the database: whoever has an anchor can prove that nothing before it was altered or
removed since. Texts are not in it but by their seals (`Entry.texts`), so that erasing them leaves the proof whole.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from bot.ids import EntryId, LeadId, PersonId

DAILY = timedelta(days=1)
SETTLED = timedelta(minutes=10)
"""An anchor is of what was entered so long ago: on PostgreSQL a number may be given before another one is committed."""
HASHED = ("lead", "seq", "kind", "actor", "at", "group", "before", "facts", "texts", "seals", "other", "win")
"""The columns of an entry, in this order; its number is the database's own."""
CREDIT_CHANGED = "credit_changed"
CREDIT_BY_RECORD = "credit_by_record"
IMPORTED = "imported"
CREDITED = frozenset({"logged", IMPORTED, "credit_left", CREDIT_CHANGED, CREDIT_BY_RECORD})
"""Entries that say who has the credit from then on: the second person that they concern, else who made them."""


@dataclass(frozen=True)
class Anchor:
    """Of the entries with at most this number: how many they are, of how many leads, and one digest of them all."""

    at: datetime
    last: EntryId
    entries: int
    leads: int
    digest: str

    @property
    def day(self) -> str:
        """By which it is known: there is one a day."""
        return self.at.astimezone(UTC).date().isoformat()


def chained(before: str, entry: Mapping[str, Any]) -> str:
    """The hash of an entry with these columns, `before` being that of its lead's entry before it, or empty."""
    at: datetime = entry["at"]
    values = [at.astimezone(UTC).isoformat(timespec="microseconds") if name == "at" else entry[name] for name in HASHED]
    told = json.dumps([before, *values], sort_keys=True, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()


def digest(heads: Iterable[tuple[LeadId, int, str]]) -> str:
    """Of (lead, seq, hash) of each lead's last entry, by the leads' numbers."""
    found = sha256()
    for lead, seq, last in heads:
        found.update(f"{lead}:{seq}:{last}\n".encode())
    return found.hexdigest()


def credited(kind: str, actor: PersonId, other: PersonId | None) -> PersonId | None:
    """Who has the credit once this entry is made; none if it does not say."""
    return (other or actor) if kind in CREDITED else None


def written(anchor: Anchor) -> str:
    """As a line of the file outside."""
    told = (anchor.at.astimezone(UTC).isoformat(), anchor.last, anchor.entries, anchor.leads, anchor.digest)
    return " ".join(("anchor", *map(str, told)))


def read(line: str) -> Anchor | None:
    """What `written` wrote; nothing for anything else, such as a line that was torn or spoilt."""
    match line.split():
        case ["anchor", at, last, entries, leads, found]:
            with suppress(ValueError):
                told = Anchor(datetime.fromisoformat(at), EntryId(int(last)), int(entries), int(leads), found)
                return told if told.at.tzinfo is not None else None
    return None
