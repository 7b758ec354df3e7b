"""A list as spreadsheets write it, in whatever way they do."""

from datetime import UTC, date, datetime

import pytest

from bot import sheets
from bot.errors import Refused
from bot.importing import Row
from bot.leads import Kind, Status

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TEXT = "name,given_by,about\nAcmé,Erin,Two offices\n"


def rows(content: bytes) -> list[Row]:
    return list(sheets.read(content).rows(regions=("GB",), now=NOW))


def one(**cells: str) -> Row:
    (row,) = rows(f"{','.join(cells)}\n{','.join(cells.values())}\n".encode())
    return row


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("cp1252"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").replace("\n", "\r\n").encode(),
        b'"Company";"Referred By";Notes\n"Acm\xc3\xa9";"Erin";"Two offices"\n;;\n',
    ],
)
def test_it_is_read_however_it_was_written(content: bytes) -> None:
    (row,) = rows(content)

    assert row.given is not None
    assert (row.name, row.giver, row.given.about) == ("Acmé", "Erin", "Two offices")


def test_columns_go_by_other_names_and_what_nobody_knows_is_said() -> None:
    sheet = sheets.read(b"E-Mail,COMPANY,budget,Created At,Logged-On, \na@b.example,Acme,9,2025-01-02 10:00,,x\n")
    (row,) = sheet.rows(regions=(), now=NOW)

    assert sheet.left_out == ("budget",)
    assert (row.name, row.logged_on) == ("Acme", date(2025, 1, 2))


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    numbered = rows(b'name,about\nAcme,"One line,\nand another"\n,\nHooli\n')

    assert [(row.number, row.name) for row in numbered] == [(2, "Acme"), (4, "Hooli")]


def test_a_number_is_read_as_where_whoever_brings_it_is() -> None:
    given = one(name="Acme", phone="020 7946 0958").given
    odd = one(name="Acme", phone="ask Jane").given

    assert given is not None
    assert odd is not None
    assert (given.phone, odd.phone) == ("+442079460958", "ask Jane")


def test_a_site_needs_no_beginning() -> None:
    row = one(name="Acme", link="acme.example/jobs")

    assert row.given is not None
    assert row.given.link == "https://acme.example/jobs"


@pytest.mark.parametrize(
    ("kind", "status", "owner", "stands"),
    [
        ("", "", "", None),
        ("Sales", "Sales-Ready", "", Status.SALES_READY),
        ("sales", "In Progress", "Ravi", Status.ACCEPTED),
        ("candidate", "Hired", "", Status.WON),
        ("talent", "interviewing", "Ruth", Status.INTERVIEWING),
        ("", "Keeping warm", "", Status.NURTURING),
    ],
)
def test_a_status_is_known_by_what_people_call_it(kind: str, status: str, owner: str, stands: Status | None) -> None:
    row = one(kind=kind, name="Acme", status=status, owner=owner)

    assert (row.refused, row.status) == (None, stands)
    assert row.given is not None
    assert (row.given.kind is Kind.TALENT) == (kind in {"candidate", "talent"})


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"name": "Acme", "kind": "friend"}, "not_a_kind"),
        ({"name": "", "kind": "sales"}, "blank"),
        ({"name": "x" * 201}, "too_long"),
        ({"name": "Acme", "email": "jane@acme.example or jim@acme.example"}, "not_an_email"),
        ({"name": "Acme", "link": "see below"}, "not_a_link"),
        ({"name": "Acme", "logged_on": "31/03/2025"}, "not_a_day"),
        ({"name": "Acme", "logged_on": "2026-11-24"}, "in_the_future"),
        ({"name": "Acme", "status": "screening"}, "not_a_status"),
        ({"name": "Acme", "status": "meeting"}, "no_owner"),
    ],
)
def test_what_cannot_be_read_is_refused_and_the_others_are_not(cells: dict[str, str], code: str) -> None:
    row = one(**cells)

    assert row.given is None
    assert row.refused is not None
    assert row.refused.code == code


def test_whoever_writes_no_status_reads_those_that_there_are_as_a_list_may_have_them() -> None:
    refused = one(name="Acme", status="screening").refused

    assert refused is not None
    told = str(refused.facts["statuses"]).split(", ")
    assert "sales ready" in told
    assert all(one(name="Acme", status=status, owner="Ravi").refused is None for status in told)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no_list"),
        (b"name\n", "no_list"),
        (b"firm,town\nAcme,Leeds\n", "no_names"),
        (b'name\nAcme\n"Hooli\nInitech\n', "not_csv"),
        (bytes(range(256)), "no_names"),
        (b"PK\x03\x04 and so on", "workbook"),
    ],
)
def test_what_is_no_list_is_refused_whole(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        sheets.read(content)

    assert refused.value.code == code


def test_a_row_is_known_again_by_its_reference_or_by_all_that_stands_in_it() -> None:
    first, other, again = (
        one(name="Acme", reference=ref, about=about) for ref, about in (("7", "x"), ("8", "x"), ("7", "y"))
    )
    bare, spaced, changed = (
        one(name=name, about=about) for name, about in (("Acme", "a b"), ("Acme ", "a  b"), ("Acme", "c"))
    )

    assert first.known_by == again.known_by != other.known_by
    assert bare.known_by == spaced.known_by != changed.known_by


def test_the_template_is_a_list_of_all_columns() -> None:
    heading, *_ = sheets.template().splitlines()

    assert heading.split(",") == list(sheets.COLUMNS)
    assert [row.refused for row in rows(sheets.template().encode())] == [None, None]
