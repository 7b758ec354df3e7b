"""What is said to whoever brought a list of leads in: one message for all of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.importing import Fate
from bot.notices import Notice
from bot.store import Reading


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
