"""What whoever brings a list in reads of it: a line for each row in a file, and how far it is on the terminal."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable
from threading import Event
from typing import TextIO

from bot.errors import Refused
from bot.importing import Fate, Outcome

SAID = {
    Fate.NEW: "new",
    Fate.RELATED: "new, and linked to what is like it",
    Fate.JOINED: "joined to what somebody gave before",
    Fate.ALREADY: "imported before",
    Fate.KNOWN: "left out, since it is here already",
    Fate.REFUSED: "refused",
}
COLUMNS = ("row", "name", "what", "lead", "like lead", "like row", "why")
FORMULAS = ("=", "+", "-", "@")
"""What a spreadsheet would run; https://owasp.org/www-community/attacks/CSV_Injection"""
WIDTH = 30


class Report:
    """A CSV file, written as it goes on."""

    def __init__(self, file: TextIO, words: Callable[[Refused], str]) -> None:
        self.path = file.name
        self.fates: Counter[Fate] = Counter()
        self._words = words
        self._file = file
        self._writer = csv.writer(file)
        self._writer.writerow(COLUMNS)

    def add(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            self.fates[outcome.fate] += 1
            self._writer.writerow(self._cells(outcome))
        self._file.flush()

    def _cells(self, outcome: Outcome) -> tuple[object, ...]:
        name = f"'{outcome.row.name}" if outcome.row.name.startswith(FORMULAS) else outcome.row.name
        alike = (outcome.lead, outcome.other, outcome.other_row)
        said = why(outcome.refused, self._words)
        return (outcome.row.number, name, SAID[outcome.fate], *(one or "" for one in alike), said)


def why(refused: Refused | None, words: Callable[[Refused], str]) -> str:
    """Why a row cannot come in, with the column that it is about."""
    if refused is None:
        return ""
    return f"{refused.field}: {words(refused)}" if refused.field else words(refused)


class Progress:
    """A bar that grows, where a person looks on; nothing in a log. At each look others have their turn."""

    def __init__(self, all_of_them: int, terminal: TextIO, *, rest: float) -> None:
        """`rest`: for so many seconds."""
        self._rest = rest
        self._turn = Event()
        self._all = max(all_of_them, 1)
        self._terminal = terminal if terminal.isatty() else None

    def at(self, many: int) -> None:
        if self._terminal:
            done = WIDTH * many // self._all
            self._terminal.write(f"\r[{'#' * done}{' ' * (WIDTH - done)}] {many:,} of {self._all:,}")
            self._terminal.flush()
        self._turn.wait(self._rest)

    def end(self) -> None:
        if self._terminal:
            self._terminal.write("\n")
