"""An admin brings the list that the company kept until today, from Slack: tried first, then in, each row once."""

from datetime import date
from pathlib import Path

import pytest

from bot.ids import IncomingId, LeadId
from bot.people import Role
from sandbox.sight import DM
from tests.slack.bringing import Brings
from tests.slack.company import Company
from tests.slack.lists import Lists

ACME = {"name": "Acme", "person": "Jane Doe", "email": "jane@acme.example", "given_by": "Erin Ortega"}
HOOLI = {"name": "Hooli", "given_by": "Wanda Weber", "logged_on": "2024-02-29", "reference": "7"}
BAD = {"name": "Duff", "email": "not an address", "given_by": "Erin Ortega"}


@pytest.fixture
def lists(slack: Company) -> Brings:
    """Erin and Wanda have been met."""
    for name in ("erin", "wanda"):
        slack.person(name)
    return Brings(slack)


def whats(report: list[dict[str, str]]) -> list[str]:
    return [line["what"] for line in report]


def test_a_list_is_tried_before_anything_comes_in(lists: Brings) -> None:
    lists.brings(ACME, HOOLI, BAD)

    assert (
        "Your list leads.csv was tried, and nothing is in yet. What would become of its 3 rows:\n2 new\n1 refused"
        in lists.said
    )
    assert "Row 4: email: That is not an e-mail address" in lists.said
    assert lists.leads() == 0
    (report,) = lists.reports
    assert [(line["row"], line["what"]) for line in report] == [("2", "new"), ("3", "new"), ("4", "refused")]


def test_what_is_wrong_with_many_rows_is_said_once(lists: Brings) -> None:
    strangers = [{"name": f"Firm {n}", "given_by": "Nobody Known"} for n in range(1, 1500)]

    lists.brings(BAD, *strangers, BAD)

    assert "Rows 3, 4, 5 and 1,496 more: given_by: Nobody of this name has been met here yet." in lists.said
    assert "Rows 2, 1502: email: That is not an e-mail address." in lists.said


def test_what_was_tried_comes_in_when_the_admin_says_so(slack: Company, lists: Brings) -> None:
    lists.brings(ACME, HOOLI, BAD)

    lists.ada.clicks("Bring them in", on=DM)

    assert "The list leads.csv is in.\n2 new\n1 refused" in lists.said
    with slack.store.read() as unit:
        hooli = unit.lead(LeadId(2))
        (entry,) = unit.entries(LeadId(2))
    assert (hooli.referrer, hooli.logged_at.date()) == (slack.person("wanda"), date(2024, 2, 29))
    assert (entry.kind, entry.actor) == ("imported", slack.person("ada"))
    tried, done = lists.reports
    assert whats(done) == whats(tried)
    assert [line["lead"] for line in done] == ["1", "2", ""]


def test_a_number_without_its_country_is_of_where_the_admin_is(slack: Company, lists: Brings) -> None:
    lists.brings(ACME | {"phone": "600 222 333"})
    lists.ada.clicks("Bring them in", on=DM)

    with slack.store.read() as unit:
        assert unit.lead(LeadId(1)).phone == "+34600222333"


def test_it_has_the_fates_of_the_command_line(slack: Company, lists: Brings, tmp_path: Path) -> None:
    slack.wanda.logs("Acme", "jane@acme.example", person="Jane Doe")
    rows = (ACME, HOOLI, HOOLI, {"name": "Hooli Inc", "person": "Bob Bell"}, BAD, {"name": "I", "kind": "friend"})
    by_command = Lists(slack, tmp_path).tries(*rows)

    lists.brings(*rows)

    (report,) = lists.reports
    for column in ("row", "what", "like row", "why"):
        assert [line[column] for line in report] == [line[column] for line in by_command]


@pytest.mark.parametrize(
    ("chosen", "what"), [("skip", "left out, since it is here already"), ("add", "new, and linked")]
)
def test_the_admin_says_what_is_done_with_who_is_here(slack: Company, lists: Brings, chosen: str, what: str) -> None:
    slack.wanda.logs("Acme", "jane@acme.example", person="Jane Doe")

    lists.brings(ACME, duplicates=chosen)

    assert lists.reports[0][0]["what"].startswith(what)


def test_nobody_else_is_written_to(slack: Company, lists: Brings) -> None:
    lists.brings(ACME, HOOLI)
    lists.ada.clicks("Bring them in", on=DM)
    slack.later(hours=2)

    assert [slack.erin.messages, slack.wanda.messages, slack.mara.messages, slack.cards("")] == [[], [], [], []]
    assert len(lists.ada.messages) == 3, "the message, and two reports"


def test_what_stays_in_slack_tells_nobodys_name_and_no_address(lists: Brings) -> None:
    lists.brings(ACME, {"kind": "talent", "name": "Sam Smith"}, BAD, {**ACME, "owner": "Erin Ortega", "status": "won!"})
    lists.ada.clicks("Bring them in", on=DM)

    files = [file for message in lists.ada.human.messages(DM) for file in message.files]
    stays = "\n".join([*lists.ada.messages, *((file.data or b"").decode() for file in files)])
    assert "refused" in stays
    assert [word for word in ("Jane", "acme", "Acme", "Sam", "Smith", "Duff", "not an address") if word in stays] == []


def test_two_clicks_bring_it_in_once(slack: Company, lists: Brings) -> None:
    lists.brings(ACME)
    message = lists.ada.human.dms()[-2]
    lists.ada.human.clicks("Bring them in", on=message)
    lists.ada.human.clicks("Bring them in", on=message)
    slack.settle()

    assert lists.leads() == 1
    assert "A list is being tried, or comes in." in lists.ada.told or "decided before" in lists.ada.told
    assert len(lists.reports) == 2


def test_what_is_decided_twice_stays_as_it_was_decided_first(slack: Company, lists: Brings) -> None:
    lists.brings(ACME)
    lists.ada.clicks("Leave it", on=DM)

    named = {"action_id": "incoming:bring", "block_id": "b", "action_ts": slack.sandbox.world.ts()}
    lists.ada.human.forge({"actions": [{"type": "button", "value": "1", **named}]})
    slack.settle()

    assert "That was decided before: the message says how." in lists.ada.told
    assert "was left" in lists.said


def test_the_same_list_again_is_known(lists: Brings) -> None:
    lists.brings(ACME, HOOLI)
    lists.ada.clicks("Bring them in", on=DM)

    lists.brings(ACME, HOOLI)

    assert "2 imported before\nThere is nothing to bring in." in lists.said
    assert "Bring them in" not in lists.said


def test_a_list_that_is_left_is_erased_at_once(slack: Company, lists: Brings) -> None:
    lists.brings(ACME, HOOLI)
    assert lists.waiting() == 2

    assert lists.in_its_files("jane@acme.example")

    lists.ada.clicks("Leave it", on=DM)
    slack.settle()

    assert not lists.in_its_files("jane@acme.example")
    assert "was left: nothing of it came in, and what waited here is erased." in lists.said
    assert (lists.waiting(), lists.leads()) == (0, 0)


def test_a_list_that_nobody_decides_about_is_erased_after_a_week(slack: Company, lists: Brings) -> None:
    lists.brings(ACME, HOOLI)
    before = len(lists.ada.messages)

    slack.later(days=6, hours=23)
    assert lists.waiting() == 2
    slack.later(hours=2)

    assert lists.waiting() == 0
    assert "Nobody said within 7 days that it is to come in." in lists.said
    assert "Bring them in" not in lists.said
    assert len([said for said in lists.ada.messages if ".csv" in said]) == before, "its own message says so"


def test_what_is_in_waits_no_longer_and_its_report_goes_after_a_week(slack: Company, lists: Brings) -> None:
    lists.brings(ACME)
    lists.ada.clicks("Bring them in", on=DM)
    with slack.store.read() as unit:
        assert unit.incoming_waiting(IncomingId(1), after=0, limit=9) == []

    slack.later(days=8)

    assert lists.waiting() == 0
    assert "The list leads.csv is in." in lists.said


def test_whoever_is_erased_is_erased_from_a_list_that_waits(slack: Company, lists: Brings) -> None:
    lists.names(Role.PRIVACY, "mona")
    slack.wanda.logs("Acme", "jane@acme.example", person="Jane Doe")
    lists.brings({**ACME, "name": "Acme Inc"}, HOOLI)

    slack.mona.types("/lead privacy")
    slack.mona.fills(words="jane@acme.example")
    slack.mona.fills(leads=["1"], deed="erase")
    slack.mona.submits()

    assert lists.waiting() == 1
    lists.ada.clicks("Bring them in", on=DM)
    assert whats(lists.reports[-1]) == ["new"]


def test_whoever_is_admin_no_more_brings_nothing_in(lists: Brings) -> None:
    lists.brings(ACME)
    lists.names(Role.ADMIN, "mara")

    lists.ada.clicks("Bring them in", on=DM)

    assert lists.ada.told == "Only admins bring lists in."
    assert lists.leads() == 0


def test_a_template_comes_as_a_file_that_can_be_brought(lists: Brings) -> None:
    lists.opens()
    lists.ada.clicks("Send me a template")
    assert lists.ada.told == "The template is in your messages with Leadloop."
    lists.ada.human.closes()

    (file,) = [file for message in lists.ada.human.messages(DM) for file in message.files]
    assert file.name.startswith("leads")
    assert file.name.endswith(".csv")
    template = (file.data or b"").decode("utf-8-sig")
    lists.ada.attaches("list", file.name, template.replace("Erin Erikson", "Erin Ortega").encode())
    assert lists.ada.submits() == {}
    assert "What would become of its 2 rows:\n" in lists.said
