"""The sandbox's calendar time: the machine's clock plus an offset, shared with the bot through a file."""

from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """Calendar time only. Durations (3 s for a trigger, paces, time-outs) are real monotonic time everywhere."""

    def __init__(self, offset: timedelta = timedelta(0), file: Path | None = None) -> None:
        self.file = file
        self.offset = offset
        self.set(offset)

    def now(self) -> datetime:
        """The sandbox's present moment, aware, in UTC."""
        return datetime.now(UTC) + self.offset

    def set(self, offset: timedelta) -> None:
        """Moves the clock; the file holds the offset in seconds, as text, and is replaced in one step."""
        self.offset = offset
        if self.file is None:
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{offset.total_seconds():.6f}\n", encoding="ascii")
        fresh.replace(self.file)

    def move(self, to: datetime) -> None:
        self.set(to - datetime.now(UTC))
