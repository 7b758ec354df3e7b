"""What is said to whoever brings a list of leads in: one message for all of it, and a file with its rows.

It stays on the platform, where it cannot be taken back from: it says which row of their list, and nothing that stands
in it. Nor does it say which lead a row is like, since admins read no leads by that right.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot import incoming
from bot.errors import Refused
from bot.ids import IncomingId, LeadId
from bot.importing import Fate
from bot.incoming import Incoming, Phase, Told
from bot.notices import Notice
from bot.store import Reading

REASONS, ROWS = 5, 3
"""So many reasons, the most frequent first, and so many rows of each are named: the report has all."""


@dataclass(frozen=True)
class Imported:
    name: str
    """Of the list."""
    report: str
    """Of the file in which each row stands."""
    fates: Mapping[Fate, int]


def imported(_: Reading, notice: Notice) -> Imported:
    fates = {fate: int(notice.args.get(fate) or 0) for fate in Fate}
    return Imported(str(notice.args["name"]), str(notice.args["report"]), fates)


@dataclass(frozen=True)
class Row:
    """What became of a row of a list, or would."""

    number: int
    fate: Fate
    lead: LeadId | None
    """The one that it became."""
    other_row: int | None
    """The row before it that it is like."""
    refused: Refused | None


@dataclass(frozen=True)
class Reason:
    """Why rows are refused: a list that grew for years has the same fault in many."""

    why: Refused
    first: tuple[int, ...]
    """The numbers of the first of them."""
    others: int
    """How many more."""


@dataclass(frozen=True)
class Brought:
    """A list that an admin brings from the platform, and how far it is."""

    list: Incoming
    refused: tuple[Reason, ...] = ()
    """The most frequent ones."""
    problem: Refused | None = None


@dataclass(frozen=True)
class Rows:
    """All of them, for a file."""

    name: str
    """Of the list."""
    tried: bool
    """Nothing is in yet."""
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Template:
    """A list to begin with."""


def brought(unit: Reading, notice: Notice) -> Brought | None:
    one = unit.incoming(IncomingId(int(str(notice.args["incoming"]))))
    refused = unit.incoming_told(one.id, fate=Fate.REFUSED) if one.phase is Phase.TRIED else ()
    return Brought(one, tuple(_reasons(refused)), incoming.refusal(one.problem))


def _reasons(refused: Iterable[Told]) -> Iterator[Reason]:
    rows: dict[str, list[int]] = {}
    for told in refused:
        rows.setdefault(json.dumps(told.refused, sort_keys=True), []).append(told.number)
    for why, numbers in sorted(rows.items(), key=lambda item: -len(item[1]))[:REASONS]:
        if refusal := incoming.refusal(json.loads(why)):
            yield Reason(refusal, tuple(numbers[:ROWS]), len(numbers[ROWS:]))


def rows(unit: Reading, notice: Notice) -> Rows | None:
    """Nothing where the list went on before it was sent: then another report follows, or none."""
    one = unit.incoming(IncomingId(int(str(notice.args["incoming"]))))
    if one.phase != notice.args["phase"] or not (told := unit.incoming_told(one.id)):
        return None
    return Rows(one.name, one.phase is Phase.TRIED, tuple(map(_row, told)))


def template(_: Reading, __: Notice) -> Template:
    return Template()


def _row(told: Told) -> Row:
    return Row(told.number, told.fate, told.lead, told.other_row, incoming.refusal(told.refused))
