"""Lists that an admin brings from Slack: as Ada brings them, and to render at each point of their way."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Table, func, select

from bot.errors import Refused
from bot.ids import IncomingId, PersonId
from bot.importing import Duplicates, Fate
from bot.incoming import Incoming, Phase, kept
from bot.people import Role
from bot.show.importing import Brought, Reason
from sandbox.sight import DM
from storage.store import SqlStore
from storage.tables import leads, waiting_rows
from tests.slack.colleague import Colleague
from tests.slack.company import Company
from tests.slack.lists import listed

NOW = datetime(2026, 5, 3, 9, 30, tzinfo=UTC)
WHY = Refused("not_an_email", field="email")


def incoming(text: str, phase: Phase = Phase.TRIED, *, problem: Refused | None = None) -> Incoming:
    return Incoming(
        IncomingId(7),
        PersonId(1),
        NOW,
        text,
        "F1",
        Duplicates.JOIN,
        phase,
        rows=10**6,
        done=12345,
        left_out=(text,) * 30,
        fates=dict.fromkeys(Fate, 10**5),
        problem=kept(problem),
        until=NOW,
    )


def brought(text: str) -> Iterator[Brought]:
    refused = (Reason(WHY, (2,), 0), Reason(WHY, (3, 4), 0), Reason(WHY, (5, 6, 7), 99_000))
    for phase in Phase:
        yield Brought(incoming(text, phase), refused if phase is Phase.TRIED else ())
    for code in ("no_list", "not_fetched", "list_expired", "files_closed"):
        why = Refused(code, field="list")
        yield Brought(incoming(text, Phase.FAILED, problem=why), problem=why)


@dataclass
class Brings:
    """Ada, and the lists that she brings from Slack."""

    slack: Company
    answered: str = ""
    """What stood in the form after it was sent."""

    @property
    def ada(self) -> Colleague:
        return self.slack.ada

    def brings(self, *rows: Mapping[str, str], name: str = "leads.csv", duplicates: str = "") -> None:
        errors = self.gives(listed(*rows), name, duplicates=duplicates)
        assert not errors, errors

    def gives(self, content: bytes, name: str = "leads.csv", *, duplicates: str = "") -> dict[str, str]:
        """Returns what stands under the fields; then the form is still open."""
        self.opens()
        self.ada.attaches("list", name, content)
        if duplicates:
            self.ada.sets(duplicates=duplicates)
        errors = self.ada.submits()
        if not errors:
            self.answered = self.ada.form
            self.ada.human.closes()
        return errors

    def names(self, role: Role, *names: str) -> None:
        """Who has a role from now on."""
        people, ada = [self.slack.person(name) for name in names], self.slack.person("ada")
        with self.slack.store.write() as unit:
            unit.set(f"role.{role}", people, by=ada, now=self.slack.now)

    def opens(self) -> None:
        self.ada.types("/lead admin")
        self.ada.clicks("Bring your list…")

    def forges(self, file: Mapping[str, object]) -> str:
        """Sends the form with a file of which she says so, whatever Slack has; returns what comes back."""
        self.opens()
        view = self.ada.human.top_form().as_json()
        view["state"]["values"]["list"]["list"] = {"type": "file_input", "files": [dict(file)]}
        ack = self.ada.human.forge({"type": "view_submission", "view": view, "response_urls": []})
        self.slack.settle()
        return str(ack.body)

    @property
    def said(self) -> str:
        """What the newest message about a list says now."""
        return next(said for said in reversed(self.ada.messages) if re.search(r"\w+\.csv (was|is|could)", said))

    @property
    def reports(self) -> list[list[dict[str, str]]]:
        """Those that came to her, the oldest first."""
        files = [file for message in self.ada.human.messages(DM) for file in message.files]
        texts = [(file.data or b"").decode("utf-8-sig") for file in files if file.name.startswith("list-")]
        return [list(csv.DictReader(io.StringIO(text))) for text in texts]

    def waiting(self) -> int:
        """Rows in the database, of whatever list."""
        return self._count(waiting_rows)

    def in_its_files(self, words: str) -> bool:
        """Whether the database has them in its files; of PostgreSQL's, which `VACUUM` cleans, in its rows."""
        assert isinstance(self.slack.store, SqlStore)
        engine = self.slack.store.engine
        if engine.dialect.name == "sqlite":
            file = Path(str(engine.url.database))
            return any(words.encode() in one.read_bytes() for one in file.parent.glob(f"{file.name}*"))
        with engine.connect() as connection:
            return any(words in str(row) for row in connection.execute(select(waiting_rows)))

    def leads(self) -> int:
        return self._count(leads)

    def _count(self, table: Table) -> int:
        assert isinstance(self.slack.store, SqlStore)
        with self.slack.store.engine.connect() as connection:
            return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
