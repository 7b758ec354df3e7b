"""A list of leads as a CSV file, in whatever way a spreadsheet wrote it: which columns it has, and its rows."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from bot import capture
from bot.errors import Refused
from bot.importing import Row
from bot.leads import CLOSED, WORKED, Given, Kind, Status
from bot.moves import TABLE
from bot.texts import line, long, short

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "kind": ("type",),
    "name": ("company", "account", "organisation", "organization", "lead", "company or person", "company name"),
    "person": ("contact", "contact name", "contact person"),
    "email": ("e mail", "mail", "email address", "e mail address"),
    "phone": ("telephone", "tel", "mobile", "phone number"),
    "link": ("url", "website", "web", "linkedin", "site"),
    "about": ("notes", "note", "comment", "comments", "description"),
    "need": ("needs", "interest"),
    "how_known": ("how known", "relationship", "source", "lead source"),
    "given_by": ("given by", "giver", "referrer", "referred by", "referral"),
    "logged_on": ("logged on", "logged", "date", "created", "created on", "created at", "create date"),
    "status": ("stage", "state", "lead status"),
    "owner": ("rep", "assigned to", "owned by", "account manager", "lead owner"),
    "reference": ("id", "ref", "external id", "record id", "crm id", "lead id"),
}
"""Each column by our name, and what else it may be called: capitals, hyphens and underscores make no difference."""
EXAMPLES = (
    (
        *("sales", "Acme Ltd", "Jane Doe", "jane@acme.example", "+44 20 7946 0123", "https://acme.example"),
        *("Opens two offices in spring", "Payroll in Spain", "We met at a fair", "Erin Erikson", "2025-03-31"),
        *("meeting", "Ravi Rep", "CRM-1042"),
    ),
    ("talent", "Sam Smith", "", "", "", "https://linkedin.com/in/sam-smith", "", "", "", "U0123ABCD", "", "", "", ""),
)
"""Whoever gave it, and whoever has it, by name or by member ID."""
ZIP = b"PK\x03\x04"
"""How a workbook begins: https://en.wikipedia.org/wiki/List_of_file_signatures."""
SEPARATORS = ",;\t"
KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("", "sales", "customer", "possible customer"), Kind.SALES),
    **dict.fromkeys(("talent", "candidate", "colleague", "possible colleague"), Kind.TALENT),
}
STATUSES: Mapping[str, Status] = {
    **{status.replace("_", " "): status for status in Status},
    **dict.fromkeys(("open", "untaken"), Status.NEW),
    **dict.fromkeys(("ready", "ready for sales", "qualified"), Status.SALES_READY),
    **dict.fromkeys(("taken", "in progress", "working"), Status.ACCEPTED),
    **dict.fromkeys(("spoke", "spoke to them"), Status.CONTACTED),
    "meeting booked": Status.MEETING,
    "proposal sent": Status.PROPOSAL,
    "interview": Status.INTERVIEWING,
    **dict.fromkeys(("warm", "keep warm", "keeping warm", "nurture"), Status.NURTURING),
    **dict.fromkeys(("hired", "closed won"), Status.WON),
    **dict.fromkeys(("closed lost", "not this time"), Status.LOST),
    **dict.fromkeys(("not for us", "disqualified", "rejected"), Status.DECLINED),
}
POSSIBLE = {kind: CLOSED.union(*(move.starts[kind] for move in TABLE)) for kind in Kind}
"""Where a lead of this kind may stand."""


@dataclass(frozen=True)
class Sheet:
    """A list as it came."""

    left_out: tuple[str, ...]
    """Columns that nobody knows."""
    lines: tuple[Mapping[str, str], ...] = field(repr=False)
    digest: str = ""
    """By which the list is known when it comes again, unchanged."""

    def rows(self, *, regions: Sequence[str], now: datetime) -> Iterator[Row]:
        """Empty lines are none. `regions` say where telephone numbers without a country are from."""
        for number, cells in self.numbered():
            yield row(number, cells, regions=regions, now=now)

    def numbered(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """The lines that say anything, each with its number."""
        return ((number, cells) for number, cells in enumerate(self.lines, 2) if any(cells.values()))


def read(content: bytes) -> Sheet:
    """Raises Refused("workbook" | "not_csv" | "no_list" | "no_names"); without names nothing is a lead."""
    if content.startswith(ZIP):
        raise Refused("workbook")
    heading, *lines = _table(_decoded(content)) or [[]]
    names = [_column(cell) for cell in heading]
    if not lines:
        raise Refused("no_list")
    if "name" not in names:
        raise Refused("no_names")
    left_out = tuple(short(cell) for cell, name in zip(heading, names, strict=True) if not name and cell.strip())
    return Sheet(left_out, tuple(_cells(names, cells) for cells in lines), sha256(content).hexdigest())


def template() -> str:
    """A list to begin with: the heading, and two rows that show what may stand below it."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows((tuple(COLUMNS), *EXAMPLES))
    return file.getvalue().rstrip("\n")


def _table(text: str) -> list[list[str]]:
    heading = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(SEPARATORS, key=heading.count), strict=True)
    try:
        return list(reader)
    except csv.Error:  # such as a quotation mark that never ends, which would swallow all the rows behind it
        raise Refused("not_csv", row=reader.line_num) from None


def _decoded(content: bytes) -> str:
    """As spreadsheets write it: UTF-8, with its mark or without, UTF-16, and in older ones the code page of Windows."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _column(cell: str) -> str:
    """Our name of it; empty where it has none."""
    called = _plain(cell)
    return next((name for name, also in COLUMNS.items() if called in {_plain(name), *also}), "")


def _plain(cell: str) -> str:
    return " ".join(cell.replace("_", " ").replace("-", " ").split()).casefold()


def _cells(names: Sequence[str], cells: Sequence[str]) -> Mapping[str, str]:
    """Of two columns of one name the first that says anything counts."""
    found: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        if name and not found.get(name):
            found[name] = cell.strip()
    return found


def row(number: int, cells: Mapping[str, str], *, regions: Sequence[str], now: datetime) -> Row:
    """One line, read; or why it cannot be."""
    name = short(cells.get("name"))
    try:
        given = _given(cells, regions)
        return Row(
            number,
            name,
            _known_by(cells),
            given,
            giver=short(cells.get("given_by")),
            owner=short(cells.get("owner")),
            logged_on=_day(cells.get("logged_on", ""), now),
            status=_status(cells, given.kind),
        )
    except Refused as refused:
        return Row(number, name, refused=refused)


def _known_by(cells: Mapping[str, str]) -> str:
    if reference := short(cells.get("reference")):
        return f"reference:{reference}"
    return "content:" + "\x1f".join(" ".join(cells.get(name, "").split()) for name in COLUMNS)


def _given(cells: Mapping[str, str], regions: Sequence[str]) -> Given:
    kind = KINDS.get(_plain(cells.get("kind", "")))
    if kind is None:
        raise Refused("not_a_kind", field="kind")
    texts: dict[str, Any] = {name: long(cells.get(name), field=name) for name in ("about", "need", "how_known")}
    return Given(
        kind,
        line(cells.get("name"), field="name", required=True),
        person=line(cells.get("person"), field="person"),
        email=_email(line(cells.get("email"), field="email")),
        phone=_phone(line(cells.get("phone"), field="phone"), regions),
        link=_link(line(cells.get("link"), field="link")),
        **texts,
    )


def _email(typed: str) -> str:
    if typed and not capture.email(typed):
        raise Refused("not_an_email", field="email")
    return typed


def _phone(typed: str, regions: Sequence[str]) -> str:
    """As typed, where it cannot be read."""
    return capture.phone(typed, regions=regions) or typed


def _link(typed: str) -> str:
    """Of a site that stands there without its beginning, too."""
    if not typed:
        return ""
    link = typed if typed.lower().startswith(("http://", "https://")) else f"https://{typed}"
    if "." not in link or not capture.web(link):
        raise Refused("not_a_link", field="link")
    return link


def _day(typed: str, now: datetime) -> date | None:
    """The day of a moment, too."""
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed[:10])
    except ValueError:
        raise Refused("not_a_day", field="logged_on") from None
    if day > now.date():
        raise Refused("in_the_future", field="logged_on")
    return day


def _status(cells: Mapping[str, str], kind: Kind) -> Status | None:
    """None where the list does not say. What somebody works has an owner."""
    typed = _plain(cells.get("status", ""))
    status = STATUSES.get(typed)
    if typed and status not in POSSIBLE[kind]:
        words = (status.replace("_", " ") for status in Status if status in POSSIBLE[kind])
        raise Refused("not_a_status", field="status", statuses=", ".join(words))
    if status in WORKED and not short(cells.get("owner")):
        raise Refused("no_owner", field="owner")
    return status
