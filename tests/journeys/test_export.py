"""Leads as a file: for managers and marketers, noted, and harmless to a spreadsheet."""

import csv
import io

import pytest

from sandbox.faults import Kind
from tests.slack.colleague import Colleague
from tests.slack.company import Company


def test_a_file_runs_nothing_and_holds_what_its_reader_may_see(first_day: Company) -> None:
    slack = first_day
    slack.sandbox.world.user("wanda").real_name = "=HYPERLINK(2)"
    slack.works_with(rep=["ravi"], recruiter=["ruth"], marketer=["mona"], manager=["mara"])
    slack.wanda.logs("Initech")
    slack.erin.logs("=HYPERLINK(1)", "jane@acme.example, +34 911 23 23 23", person="@Jane")
    slack.erin.logs("Jo Park", "jo@park.example", kind="talent")

    for person in (slack.mara, slack.mona):
        person.opens_home()
        person.clicks("Export as CSV", on="home")

    assert slack.mara.told == "The file comes as a direct message. It is noted that you took it."
    talent, sales, other = _file(slack.mara)
    assert (talent["Kind"], talent["E-mail"]) == ("A possible colleague", "jo@park.example")
    assert sales["Company or person"] == "'=HYPERLINK(1)"
    assert sales["Contact"] == "'@Jane"
    assert sales["Phone"] == "'+34911232323"
    assert (sales["Given by"], other["Given by"]) == ("Erin Ortega", "'=HYPERLINK(2)")
    assert [row["Number"] for row in _file(slack.mona)] == ["2", "1"], "a marketer sees no candidates"
    assert "Your file of 3 leads" in slack.mara.human.dms()[-1].text


def test_nobody_else_gets_one(slack: Company) -> None:
    slack.ravi.opens_home()
    press = {"type": "button", "action_id": "export", "block_id": "b", "value": "0", "action_ts": "1.1"}

    slack.ravi.human.forge({"actions": [press]})

    assert "Export" not in slack.ravi.home
    assert slack.ravi.told == "Managers and marketers can take leads out as a file."
    assert not slack.ravi.messages


@pytest.mark.parametrize("end", ["reset_after", "internal_error_done"])
def test_a_file_whose_end_is_unclear_comes_once(slack: Company, end: Kind) -> None:
    slack.erin.logs("Acme")
    slack.mara.opens_home()
    slack.sandbox.world.faults.add("files.completeUploadExternal", end)

    slack.mara.clicks("Export as CSV", on="home")

    assert len([file for message in slack.mara.human.dms() for file in message.files]) == 1


def _file(person: Colleague) -> list[dict[str, str]]:
    (file,) = next(message.files for message in reversed(person.human.dms()) if message.files)
    return list(csv.DictReader(io.StringIO((file.data or b"").decode("utf-8-sig"))))
