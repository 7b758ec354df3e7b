"""The present moment: the system's, or the sandbox's, which people there may move."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.patience import Clock


def system() -> datetime:
    return datetime.now(UTC)


def clock(offset: Path | None) -> Clock:
    """The clock of an installation; `offset` names a file with seconds as text, read at each look."""
    return _Offset(offset) if offset else system


class _Offset:
    def __init__(self, file: Path) -> None:
        self.file = file
        self.last = 0.0

    def __call__(self) -> datetime:
        return system() + timedelta(seconds=self.seconds())

    def seconds(self) -> float:
        """While the file is missing or half written, what it said before."""
        try:
            self.last = float(self.file.read_text())
        except (OSError, ValueError):
            return self.last
        return self.last
