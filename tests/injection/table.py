"""The table of bad inputs, as tests read it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).with_name("bad_inputs.md")
TYPED = re.compile(r"`(?P<text>\".*\")`(?: times (?P<times>\d+))?")
REFUSED = "refused: "


@dataclass(frozen=True)
class Bad:
    """`name` and `text`: what is kept of it in a field of one line, and in one of several; or "refused: " and why."""

    what: str
    typed: str
    name: str
    text: str


def bad_inputs() -> list[Bad]:
    return list(_rows(PAGE.read_text()))


def _rows(page: str) -> Iterator[Bad]:
    for row in page.splitlines():
        cells = [cell.strip() for cell in row.strip("|").split(" | ")]
        if row.startswith("| ") and cells[0] != "what":
            what, typed, name, text = cells
            yield Bad(what, _typed(typed), _given(name, _typed(typed)), _given(text, _typed(typed)))


def _typed(cell: str) -> str:
    found = TYPED.fullmatch(cell)
    if found is None:
        raise ValueError(f"no JSON string in ``, `times` how often: {cell}")
    return str(json.loads(found["text"])) * int(found["times"] or 1)


def _given(cell: str, typed: str) -> str:
    plainly = {"as typed": typed, "as typed, trimmed": typed.strip(), "nothing": ""}
    return plainly[cell] if cell in plainly else cell if cell.startswith(REFUSED) else _typed(cell)
