"""What is no list, or not theirs, or cannot be had, is said: under the file where that is known, else in a message."""

from dataclasses import replace

import pytest

from bot.incoming import MOST
from bot.people import Role
from sandbox.sight import DM
from tests.slack.bringing import Brings
from tests.slack.company import Company
from tests.slack.lists import listed

ROWS = listed({"name": "Acme"})


@pytest.fixture
def lists(slack: Company) -> Brings:
    return Brings(slack)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ({"id": "F1", "name": "leads.xlsx", "size": 9}, "It is a workbook."),
        ({"id": "F1", "name": "leads.pdf", "size": 9}, "This is no CSV file."),
        ({"id": "F1", "name": "leads.csv", "size": MOST + 1}, "It is larger than 10 MB."),
        ({"id": "F1", "name": "leads.csv", "size": 0}, "There are no rows in it."),
        ({"id": "", "name": "leads.csv"}, "Choose a CSV file."),
        ({"id": "F1", "name": None}, "Choose a CSV file."),
    ],
)
def test_what_can_be_known_at_once_is_said_under_the_file(lists: Brings, file: dict[str, object], said: str) -> None:
    answer = lists.forges(file)

    assert "'response_action': 'errors'" in answer
    assert f"'list': '{said}" in answer or f"'list': \"{said}" in answer


def test_slacks_own_client_takes_one_csv_file_and_nothing_else(lists: Brings) -> None:
    assert lists.gives(b"x", "leads.pdf") == {"Your list": "Please upload files of these types: csv."}
    lists.ada.attaches("list", "leads.csv", b"x" * (MOST + 1))
    assert lists.ada.submits() == {"Your list": "Files can be at most 10 MB."}
    lists.ada.human.attaches("list", {"a.csv": ROWS, "b.csv": ROWS})
    assert lists.ada.submits() == {"Your list": "Please upload at most 1 files."}
    lists.ada.human.attaches("list", {})
    assert lists.ada.submits() == {"Your list": "Please complete this required field."}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 a workbook", "It is a workbook."),
        (b"name\n", "There are no rows in it. A template shows"),
        (b"name\n \n", "There are no rows in it."),
        (b"who,where\nAcme,here\n", "No column is called name"),
        (b'name\n"Acme\nHooli\n', "look at line"),
        (b"", "There are no rows in it."),
    ],
)
def test_what_is_no_list_is_said_in_its_message(lists: Brings, content: bytes, said: str) -> None:
    brought = lists.gives(content + b" " * (not content))

    assert brought == {}
    assert "Your list leads.csv could not be read: nothing came in." in lists.said
    assert said in lists.said.replace("*", "")
    assert lists.waiting() == 0


def test_from_there_it_is_brought_again(lists: Brings) -> None:
    lists.gives(b"who,where\nAcme,here\n")

    lists.ada.clicks("Send me a template", on=DM)
    lists.ada.clicks("Bring your list…", on=lists.ada.human.dms()[-2])
    lists.ada.attaches("list", "mended.csv", ROWS)

    assert lists.ada.submits() == {}
    assert "Your list mended.csv was tried" in lists.said


def test_a_file_of_somebody_else_is_not_read(slack: Company, lists: Brings) -> None:
    """Our token may read it, since it stands where we are; whoever names it may not."""
    slack.mara.shares("salaries.csv")
    (theirs,) = [file for message in slack.mara.human.messages("leads") for file in message.files]

    lists.forges({"id": theirs.id, "name": "leads.csv", "size": 9})

    assert "Slack has no such file of yours any more." in lists.said


def test_a_file_that_was_deleted_before_it_was_read_is_missed(slack: Company, lists: Brings) -> None:
    slack.sandbox.world.faults.add("files.info", "status")
    lists.gives(ROWS)
    for file in slack.sandbox.world.files.values():
        file.deleted = True

    slack.later(minutes=5)

    assert "Slack has no such file of yours any more." in lists.said


def test_a_list_is_fetched_once_slack_is_there_again(slack: Company, lists: Brings) -> None:
    slack.sandbox.world.faults.add("files.info", "status")
    slack.sandbox.world.faults.add("files.info", "ratelimited")
    slack.sandbox.world.faults.add("files.info", "reset_before")
    lists.gives(ROWS)
    assert "is being read. Nothing comes in before you say so." in lists.said

    for _ in range(3):
        slack.later(minutes=5)

    assert "1 new" in lists.said


def test_a_list_that_slack_never_gives_is_given_up(slack: Company, lists: Brings) -> None:
    slack.sandbox.world.faults.add("files.info", "status", times=10_000)
    lists.gives(ROWS)

    slack.wakes_after(days=1, minutes=1)

    assert "Slack did not give us the file within a day." in lists.said


def test_an_app_that_may_read_no_files_says_what_is_missing(slack: Company, lists: Brings) -> None:
    world = slack.sandbox.world
    lists.opens()
    lists.ada.attaches("list", "leads.csv", ROWS)
    world.manifest = replace(world.manifest, scopes=world.manifest.scopes - {"files:read"})

    lists.ada.submits()

    assert "its scope files:read is missing" in lists.said.replace("*", "")


def test_a_second_list_waits_until_the_first_one_is_through(slack: Company, lists: Brings) -> None:
    slack.sandbox.world.faults.add("files.info", "status", times=1000)
    lists.gives(ROWS)

    refused = lists.gives(ROWS, "more.csv")

    assert refused == {"Your list": "A list is being tried, or comes in. Bring yours when that is done."}
    lists.ada.human.closes()
    slack.sandbox.world.faults.clear()
    slack.later(minutes=5)
    lists.gives(ROWS, "more.csv")
    assert "Your list more.csv was tried" in lists.said


def test_only_whoever_brought_it_decides(slack: Company, lists: Brings) -> None:
    lists.names(Role.ADMIN, "ada", "mara")
    lists.gives(ROWS)

    slack.mara.human.forge({"actions": [pressed(slack, "incoming:bring")]})
    slack.settle()

    assert lists.leads() == 0
    lists.ada.clicks("Bring them in", on=DM)
    assert lists.leads() == 1


def test_whoever_is_no_admin_is_shown_no_form(slack: Company) -> None:
    slack.mara.human.forge({"actions": [pressed(slack, "bring")], "trigger_id": "1"})

    assert slack.mara.human.form is None


def pressed(slack: Company, action: str) -> dict[str, str]:
    return {"type": "button", "action_id": action, "block_id": "b", "value": "1", "action_ts": slack.sandbox.world.ts()}
