"""A company brings the list that it kept until today: quietly, each row once, and with who gave what and when."""

from datetime import date
from io import StringIO
from pathlib import Path
from signal import SIGINT, SIGKILL

import pytest
from sqlalchemy import func, select

from bot import sheets
from bot.colleagues import Colleagues
from bot.ids import LeadId
from bot.importing import Duplicates
from bot.leads import Kind, Lead, Status
from bot.reports import Progress
from bot.services.importing import import_rows
from bot.services.sifting import Order
from storage import ledger
from storage.store import SqlStore
from storage.tables import imported
from tests.processes import Process, Spawned, until
from tests.slack.company import Company
from tests.slack.lists import Lists, listed
from tests.storage.test_ledger import tampered

ACME = {"name": "Acme", "person": "Jane Doe", "email": "jane@acme.example", "given_by": "Erin Ortega"}
HOOLI = {"name": "Hooli", "given_by": "Wanda Weber", "logged_on": "2024-02-29", "reference": "7"}


@pytest.fixture
def lists(slack: Company, tmp_path: Path) -> Lists:
    """Erin, Wanda and the others have been met."""
    for name in ("erin", "wanda", "gus"):
        slack.person(name)
    return Lists(slack, tmp_path)


def lead(slack: Company, number: int) -> Lead:
    with slack.store.read() as unit:
        return unit.lead(LeadId(number))


def results(report: list[dict[str, str]]) -> list[str]:
    return [line["what"] for line in report]


def all_messages(slack: Company) -> list[str]:
    people = (slack.erin, slack.wanda, slack.ravi, slack.rita, slack.ruth, slack.mara, slack.ada)
    return [message for person in people for message in person.messages]


def test_a_template_is_printed_that_can_be_brought_in(lists: Lists) -> None:
    lists.runs("--template")
    template = lists.said
    lists.file.write_text(template.replace("Erin Erikson", "Erin Ortega").replace("Ravi Rep", "Ravi Rao"))
    lists.runs(str(lists.file))

    assert template.splitlines()[0].startswith("kind,name,person,email,phone,link,about,need,how_known,given_by")
    assert (lists.code, "leads.csv: 2 rows." in lists.said) == (0, True)
    brought = lead(lists.slack, 1)
    assert (brought.title, brought.status) == ("Acme Ltd · Jane", Status.MEETING)
    assert brought.logged_at.date() == date(2025, 3, 31)


def test_who_gave_it_and_when_is_kept_and_stands_in_the_ledger(slack: Company, lists: Lists) -> None:
    report = lists.brings(ACME, HOOLI)

    assert [(line["row"], line["name"], line["what"], line["lead"]) for line in report] == [
        ("2", "Acme", "new", "1"),
        ("3", "Hooli", "new", "2"),
    ]
    hooli = lead(slack, 2)
    assert (hooli.referrer, hooli.logged_at.date()) == (slack.person("wanda"), date(2024, 2, 29))
    with slack.store.read() as unit:
        (entry,) = unit.entries(LeadId(2))
    assert (entry.kind, entry.actor, entry.other) == ("imported", slack.person("ada"), slack.person("wanda"))
    assert entry.facts == {"status": "new", "kind": "sales", "known_by": "reference"}
    environ = lists.environ()
    (whole, *_) = ledger.prove(environ["DATABASE_URL"], Path(environ["ERASURE_LIST"]))
    assert str(whole).endswith("The ledger is whole: 2 entries of 2 leads.")
    slack.mara.types("/lead 2")
    assert "Given by Wanda Weber" in slack.mara.form
    assert "Ada Abe brought it from a list: Wanda Weber gave it" in slack.mara.form


def test_a_number_without_its_country_is_of_where_the_admin_is(slack: Company, lists: Lists) -> None:
    lists.brings(ACME | {"phone": "600 222 333"})

    assert lead(slack, 1).phone == "+34600222333"


def test_whoever_takes_the_credit_of_an_imported_lead_is_found_out(slack: Company, lists: Lists) -> None:
    lists.brings(ACME, HOOLI)
    assert isinstance(slack.store, SqlStore)

    tampered(slack.store, "UPDATE leads SET referrer = 1 WHERE id = 2")

    environ = lists.environ()
    said = [str(found) for found in ledger.prove(environ["DATABASE_URL"], Path(environ["ERASURE_LIST"]))]
    assert any("Lead 2 has another referrer than its history says." in one for one in said)


def test_nobody_is_written_to_but_whoever_brought_it_once(slack: Company, lists: Lists) -> None:
    lists.brings(ACME, HOOLI, {"name": "Initech", "status": "lost"}, {"name": "Bad", "email": "nothing"})
    slack.later(hours=26)

    assert all_messages(slack) == slack.ada.messages
    (said,) = [message for message in slack.ada.messages if "leads.csv" in message]
    assert "leads.csv is in.\n3 new\n1 refused" in said
    assert "leads.report.csv" in said
    assert slack.cards("") == []


def test_a_list_is_tried_and_nothing_changes(slack: Company, lists: Lists) -> None:
    slack.wanda.logs("Acme", "jane@acme.example")
    odd = [
        {"person": "Jane Doe"},
        {"name": "A", "email": "at acme"},
        {"name": "B", "logged_on": "2027-01-01"},
        {"name": "C", "logged_on": "yesterday"},
        {"name": "D", "given_by": "Nobody Known"},
        {"name": "E", "given_by": "erin@sandbox.example"},
        {"name": "F", "status": "offer"},
        {"name": "G", "status": "contacted"},
        {"name": "H", "status": "contacted", "owner": "Erin Ortega"},
        {"name": "I", "kind": "friend"},
        {"name": "J", "about": "x" * 3001},
        {"name": "K", "link": "no site"},
    ]

    report = lists.tries(ACME, HOOLI, HOOLI, {"name": "Hooli Inc", "person": "Bob Bell"}, *odd)

    assert results(report)[:4] == [
        "joined to what somebody gave before",
        "new",
        "imported before",
        "new, and linked to what is like it",
    ]
    assert [(line["like lead"], line["like row"]) for line in report[:4]] == [("1", ""), ("", ""), ("", "3"), ("", "3")]
    assert {line["what"] for line in report[4:]} == {"refused"}
    assert [line["why"].partition(": ")[0] for line in report[4:]] == [
        *("name", "email", "logged_on", "logged_on", "given_by", "given_by", "status", "owner", "owner", "kind"),
        *("about", "link"),
    ]
    assert "offer" not in report[10]["why"]
    assert "proposal" in report[10]["why"]
    assert "Nothing was changed." in lists.said
    with slack.store.read() as unit:
        assert unit.untaken(Kind.SALES, [Status.NEW], limit=9).total == 1


def test_what_was_tried_is_what_is_done(lists: Lists) -> None:
    rows = [
        ACME,
        {"name": "ACME Ltd.", "person": "Jane Doe", "given_by": "Wanda Weber"},
        {"name": "Acme", "email": "jane@acme.example", "given_by": "Wanda Weber", "about": "Again"},
        {"name": "Acme", "person": "Someone Else", "email": "else@acme.example", "given_by": "Wanda Weber"},
        {"name": "Acme", "person": "Jane Doe", "status": "lost", "email": "jane@acme.example", "given_by": "Ravi Rao"},
        {"name": "Acme", "email": "jane@acme.example"},
        {"kind": "talent", "name": "Jane Doe", "email": "jane@acme.example", "given_by": "Ravi Rao"},
    ]

    tried, done = lists.tries(*rows), lists.brings(*rows)

    assert results(tried) == results(done)
    assert results(done) == [
        "new",
        "joined to what somebody gave before",
        "left out, since it is here already",
        "new, and linked to what is like it",
        "new, and linked to what is like it",
        "left out, since it is here already",
        "new, and linked to what is like it",
    ]


def test_a_list_that_comes_again_brings_nothing_twice(slack: Company, lists: Lists) -> None:
    lists.brings(ACME, HOOLI)
    before = len(slack.ada.messages)

    again = lists.brings(ACME, HOOLI)
    more = lists.brings(HOOLI | {"about": "Changed in the old list"}, {"name": "Initech"}, ACME)

    assert results(again) == ["imported before"] * 2
    assert [line["lead"] for line in again] == ["1", "2"]
    assert results(more) == ["imported before", "new", "imported before"]
    assert len(slack.ada.messages) == before + 1, "a word for the other list, and none for the same"
    assert "1 new\n2 imported before" in slack.ada.last


def test_a_list_that_was_cut_off_goes_on_where_it_stopped(slack: Company, lists: Lists) -> None:
    rows = [{"name": f"Firm {n:04}", "given_by": "Erin Ortega", "reference": str(n)} for n in range(1500)]
    lists.file.write_bytes(listed(*rows))
    process = Process(lists.environ(), "import", str(lists.file))
    assert until(lambda: brought(slack) >= 200), process.words()
    process.gets(SIGKILL)
    process.ends()
    cut_off = brought(slack)

    report = lists.brings(*rows)

    assert 200 <= cut_off < 1500
    assert brought(slack) == 1500
    assert results(report) == ["imported before"] * cut_off + results(report)[cut_off:]
    assert not {"imported before", "refused"} & {*results(report)[cut_off:]}
    assert len([message for message in slack.ada.messages if "leads.csv is in" in message]) == 1
    environ = lists.environ()
    (whole, *_) = ledger.prove(environ["DATABASE_URL"], Path(environ["ERASURE_LIST"]))
    assert str(whole).endswith("The ledger is whole: 1500 entries of 1500 leads.")


def test_whoever_was_cut_off_before_the_last_word_still_hears(slack: Company, lists: Lists) -> None:
    with slack.store.read() as unit:
        colleagues = Colleagues(unit.everybody("slack"))
    sheet = sheets.read(listed(ACME, HOOLI))
    order = Order(slack.person("ada"), sheet.digest, Duplicates.JOIN, colleagues)
    import_rows(slack.store, [*sheet.rows(regions=(), now=slack.now)], order, now=slack.now)

    report = lists.brings(ACME, HOOLI)

    assert results(report) == ["imported before"] * 2
    assert "leads.csv is in.\n2 new" in slack.ada.last


def test_two_who_bring_the_same_list_at_once_bring_each_row_once(slack: Company, lists: Lists) -> None:
    rows = [{"name": f"Firm {n:04}", "given_by": "Erin Ortega"} for n in range(300)]
    lists.file.write_bytes(listed(*rows))
    environ = lists.environ()
    both = [Process(environ, "import", str(lists.file), "--report", str(lists.folder / f"{n}.csv")) for n in range(2)]

    ended = [process.ends(60) for process in both]
    assert [code for code, _ in ended] == [0, 0], ended
    assert brought(slack) == 300


def test_what_cannot_be_done_is_said(first_day: Company, tmp_path: Path) -> None:
    lists = Lists(first_day, tmp_path)
    lists.file.write_bytes(listed(ACME))
    said = []
    for words in (
        [],
        [str(tmp_path / "none.csv")],
        [str(lists.file), "--report", str(lists.file)],
        [str(lists.file), "--report", str(tmp_path / "nowhere" / "report.csv")],
        [str(lists.file)],
    ):
        lists.runs(*words)
        said.append((lists.code, lists.said))

    assert [code for code, _ in said] == [2, 1, 2, 1, 1]
    assert said[0][1] == "Which list? Name its file, or print a --template.\n"
    assert "none.csv: No such file" in said[1][1]
    assert "written over the list" in said[2][1]
    assert "report.csv: No such file" in said[3][1]
    assert "Nobody administers Leadloop yet" in said[4][1]
    assert lists.file.read_bytes() == listed(ACME)


def test_columns_that_nobody_knows_are_said(lists: Lists) -> None:
    lists.file.write_bytes(b"Company;Budget;Region\nAcme;9;EMEA\n")
    lists.runs(str(lists.file))

    assert "Nobody knows these columns, and they are left out: Budget, Region." in lists.said
    assert "leads.csv: 1 row.\n" in lists.said


def test_a_report_runs_nothing_in_a_spreadsheet(lists: Lists) -> None:
    (line,) = lists.brings({"name": "=HYPERLINK(1)"})

    assert line["name"] == "'=HYPERLINK(1)"


def brought(slack: Company) -> int:
    assert isinstance(slack.store, SqlStore)
    with slack.store.engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(imported)).scalar_one())


def test_whoever_ends_it_reads_how_it_goes_on(slack: Company, lists: Lists) -> None:
    rows = [{"name": f"Firm {n:04}", "given_by": "Erin Ortega", "reference": str(n)} for n in range(1500)]
    lists.file.write_bytes(listed(*rows))
    process = Spawned(lists.environ(), "import", str(lists.file))
    assert until(lambda: brought(slack) > 0), process.words()
    process.gets(SIGINT)

    code, words = process.ends()

    assert code == 130
    assert "Ended before the last row. What is in stays in: run it again, and it goes on from there." in words
    assert 0 < brought(slack) < 1500
    slack.settle()
    assert slack.ada.messages == [], "the last word comes at the end"


def test_a_person_sees_how_far_it_is() -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    seen = Terminal()
    progress = Progress(2000, seen, rest=0)
    for many in (500, 2000):
        progress.at(many)
    progress.end()

    assert seen.getvalue() == f"\r[{'#' * 7}{' ' * 23}] 500 of 2,000\r[{'#' * 30}] 2,000 of 2,000\n"
