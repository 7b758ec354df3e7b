"""One table: what was measured, against what, the ratio and its target."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    what: str
    measured: float
    against: float
    """What it is measured against; the ratio is of the two."""
    unit: str
    target: float
    """The most that the ratio may be."""

    @property
    def ratio(self) -> float:
        return self.measured / self.against

    @property
    def met(self) -> bool:
        return self.ratio <= self.target


HEAD = ("what", "measured", "against", "ratio", "target", "met")


def markdown(rows: Iterable[Row]) -> str:
    cells = [HEAD, *map(_cells, rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.what,
        f"{row.measured:.2f} {row.unit}",
        f"{row.against:.2f} {row.unit}",
        f"{row.ratio:.2f}",
        f"≤ {row.target:g}",
        "yes" if row.met else "NO",
    )
