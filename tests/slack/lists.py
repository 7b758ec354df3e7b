"""Lists of leads from elsewhere, and whoever brings them in with `python app.py import` beside the bot."""

import csv
import io
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

import app
from bot.notices import State
from bot.sheets import COLUMNS
from storage.store import SqlStore
from storage.store.outbox import Queued
from storage.tables import notices
from tests.slack.company import Company, environ


def listed(*rows: Mapping[str, str]) -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


@dataclass
class Lists:
    """The command line on the machine where the bot runs, at the bot's time."""

    slack: Company
    folder: Path
    code: int = 0
    said: str = ""
    """What it printed last."""

    @property
    def file(self) -> Path:
        return self.folder / "leads.csv"

    def brings(self, *rows: Mapping[str, str], words: Sequence[str] = ()) -> list[dict[str, str]]:
        """Returns the report. What a bot beside it finds by itself is said, too."""
        self.file.write_bytes(listed(*rows))
        self.runs(str(self.file), *words)
        with (self.folder / "leads.report.csv").open(encoding="utf-8-sig", newline="") as report:
            return list(csv.DictReader(report))

    def tries(self, *rows: Mapping[str, str], words: Sequence[str] = ()) -> list[dict[str, str]]:
        return self.brings(*rows, words=("--dry-run", *words))

    def imports(self, text: str) -> None:
        self.file.write_text(text)
        self.runs(str(self.file))
        assert self.code == 0, self.said

    def runs(self, *words: str) -> None:
        with redirect_stdout(io.StringIO()) as said:
            self.code = app.main(["import", *words], self.environ())
        self.said = said.getvalue()
        self._carry()

    def environ(self) -> dict[str, str]:
        offset = self.folder / "offset"
        offset.write_text(str((self.slack.now - datetime.now(UTC)).total_seconds()))
        url = self._store.engine.url.render_as_string(hide_password=False)
        its = environ(self.slack.sandbox, url.replace("+psycopg", ""))
        erasures = {"ERASURE_LIST": str(self._store.erasures)}
        return its | erasures | {"LEADLOOP_CLOCK_OFFSET_FILE": str(offset), "HOME": str(self.folder)}

    def _carry(self) -> None:
        """The carrier of the bot finds what another process queued."""
        queued = select(notices.c.id, notices.c.wanted, notices.c.address).where(notices.c.state == State.QUEUED)
        with self._store.engine.connect() as connection:
            self.slack.queued.extend(Queued(*row) for row in connection.execute(queued))
        self.slack.settle()

    @property
    def _store(self) -> SqlStore:
        assert isinstance(self.slack.store, SqlStore)
        return self.slack.store
