"""Somebody who never asked to be in it writes to the company: Mona, who is named to, answers them in Slack."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from bot.ids import LeadId
from bot.leads import Status
from bot.people import Role
from bot.store import Store
from sandbox.records import Json
from storage.store import SqlStore
from tests.slack.colleague import Colleague, read
from tests.slack.company import Company

JANE = "jane@zyxw.example"
WHO = "zyxw"


@pytest.fixture
def company(first_day: Company) -> Company:
    """Mona answers for data protection, and Ravi works with Jane of Zyxwcorp, whom Erin gave."""
    slack = first_day
    slack.works_with(rep=["ravi", "rita"], recruiter=["ruth"], manager=["mara"], privacy=["mona"])
    slack.erin.logs("Zyxwcorp", f"{JANE}, +34 911 23 23 23, likes zyxwtea", person="Jane Zyxw")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    slack.ravi.clicks("Spoke to them", on="dm")
    slack.ravi.fills(word="The Zyxw people are kind", values="Zyxw values time")
    slack.wanda.clicks("I know them", on="leads")
    slack.wanda.fills(word="Zyxw and I rowed together")
    slack.later(minutes=3)
    return slack


def finds(person: Colleague, words: str) -> None:
    person.types("/lead privacy")
    assert person.fills(words=words) == {}


def does(person: Colleague, deed: str, *leads: int) -> None:
    errors = person.fills(leads=[str(lead) for lead in leads], deed=deed)
    assert errors == {}


def erases(person: Colleague, words: str, *leads: int) -> None:
    finds(person, words)
    does(person, "erase", *leads)
    assert person.submits() == {}


def shown(slack: Company) -> str:
    """Everything of ours that can be read in Slack."""
    world = slack.sandbox.world
    messages = [read(one) + one.text for channel in world.channels.values() for one in channel.messages if one.bot_id]
    homes = [read(view) for view in world.homes.values()]
    files = [(file.data or b"").decode() for file in world.files.values() if file.name.endswith(("csv", "json"))]
    return "\n".join([*messages, *homes, *files]).lower()


def left(store: Store) -> list[str]:
    """The tables that have a word of it, and the database's own files."""
    assert isinstance(store, SqlStore)
    with store.engine.connect() as connection:
        every = {
            name: connection.execute(text(f'SELECT * FROM "{name}"')).all()  # noqa: S608 - names of our tables
            for name in inspect(connection).get_table_names()
        }
    told = [name for name, rows in every.items() if WHO in repr(rows).lower()]
    if store.engine.dialect.name == "sqlite":
        files = (Path(f"{store.engine.url.database}{ending}") for ending in ("", "-wal"))
        told += [file.name for file in files if file.exists() and WHO.encode() in file.read_bytes().lower()]
    return told


@pytest.mark.parametrize(
    "words", [JANE, "JANE@zyxw.example", "911 23 23 23", "jane zyxw", "zyxwcorp", "rowed together"]
)
def test_whoever_asks_is_found_by_address_number_name_or_word(company: Company, words: str) -> None:
    finds(company.mona, words)

    assert "Zyxwcorp · Jane Zyxw" in company.mona.form
    assert JANE in company.mona.form
    assert "Given by Erin Ortega" in company.mona.form


@pytest.mark.parametrize(
    ("zone", "number"), [("Europe/Madrid", "600 222 333"), ("Pacific/Auckland", "09 412 3456"), ("UTC", "600 222 333")]
)
def test_a_number_is_found_as_it_was_written_without_its_country(company: Company, zone: str, number: str) -> None:
    company.erin.travels(zone)
    company.erin.logs("Hooli", f"{number}, wants trays")

    finds(company.mona, number)

    assert "Hooli" in company.mona.form


def test_nobody_else_finds_anybody_and_all_read_who_does(company: Company) -> None:
    for person in (company.ravi, company.ada, company.mara):
        person.types("/lead privacy")

        assert person.told == "Mona Meyer answers whoever asks about their data. Please pass it on to them."
    company.erin.types("/lead Privacy International")
    assert "Privacy International" in str(company.erin.human.top_form().body)


def test_until_somebody_is_named_the_lead_desk_answers_for_its_kind(slack: Company) -> None:
    slack.erin.logs("Zyxwcorp", JANE)
    slack.erin.logs("Jo Zyxw", "jo@zyxw.example", kind="talent")
    _desks(slack, sales="mona", talent="ruth")

    finds(slack.ruth, "zyxw")

    assert "Jo Zyxw" in slack.ruth.form
    assert "Zyxwcorp" not in slack.ruth.form


def numbers(digest: str) -> list[str]:
    """How many leads came, from whom, and how many of the people who gave them were kept in the loop."""
    return [said for said in digest.splitlines() if re.search(r"came|gave|Who gave|Erin|Wanda", said)]


def test_erased_nothing_of_them_is_left_in_slack_and_the_credit_is(company: Company) -> None:
    company.mara.opens_home()
    company.ravi.opens_home()
    company.mara.clicks("Export as CSV", on="home")
    company.erin.says("How is zyxw doing?")
    company.wanda.says("Zyxwcorp, jane@zyxw.example, asked me something")
    before, kept = shown(company), left(company.store)
    company.mara.types("/lead digest")
    counted = company.mara.told

    erases(company.mona, JANE, 1)

    assert company.mona.told == "Erased. How far our messages in Slack are, a direct message tells you."
    assert before.count(WHO) > 10
    assert WHO not in shown(company)
    company.mara.types("/lead digest")
    assert numbers(company.mara.told) == numbers(counted), "counts and credit stay true"
    assert {"leads", "texts", "words", "drafts"} <= set(kept)
    assert left(company.store) == []
    (card,) = company.cards("A possible customer (erased)")
    assert "Given by Erin Ortega" in card
    assert "It is done in the database, and all" in company.mona.last
    company.erin.types("/lead 1")
    assert "#1" in company.erin.form
    assert "Ravi Rao took it" in company.erin.form
    company.later(hours=1)
    assert "A lead that you gave was erased" in company.erin.last
    assert "that is their right" in company.erin.last
    assert "A lead that you had was erased" in company.ravi.last
    company.later(hours=12)
    assert any("somebody in it was erased" in said for said in company.mara.messages)


def test_a_candidate_goes_from_the_hiring_channel_too(company: Company) -> None:
    company.erin.logs("Jo Zyxw", "jo@zyxw.example", kind="talent")
    company.ruth.clicks("I'll take it", on="hiring")
    company.later(minutes=3)

    erases(company.mona, "jo@zyxw.example", 2)

    (card,) = company.cards("A possible colleague (erased)", "hiring")
    assert "Given by Erin Ortega" in card
    assert "Jo" not in "\n".join([*company.ruth.messages, *company.erin.messages])


def test_a_won_deal_stays_a_win_of_its_people_without_the_customers_name(company: Company) -> None:
    company.ravi.clicks("More…", on="dm")
    company.ravi.clicks("Won")
    company.ravi.fills(thanks="Zyxw signed, thank you", may_name=["yes"])
    company.later(minutes=3)
    named = company.cards("Won", "wins")

    erases(company.mona, JANE, 1)

    assert WHO in named[0].lower()
    (post,) = company.cards("Won", "wins") or company.cards("A", "wins")
    assert "Erin Ortega gave this lead, Ravi Rao worked it" in post
    assert "#1" not in post
    assert WHO not in shown(company)
    with company.store.read() as reading:
        assert reading.lead(LeadId(1)).status is Status.WON


def test_nobody_works_or_reads_what_was_erased(company: Company) -> None:
    card = company.ravi.human.dms()[-1]
    erases(company.mona, JANE, 1)

    press = {"type": "button", "action_id": "contact", "block_id": "b", "value": "1", "action_ts": "1.1"}
    company.ravi.human.forge({"actions": [press], "message": card.as_json(), "channel": {"id": card.channel}})

    assert company.ravi.told == "Nothing is known about this lead any more: it was erased."
    company.later(days=20)
    assert WHO not in shown(company)


def test_undo_brings_nothing_back_that_was_erased(company: Company) -> None:
    company.ravi.clicks("I called", on="dm")
    erases(company.mona, JANE, 1)

    company.ravi.clicks("Undo")

    assert company.ravi.told == "Nothing is known about this lead any more: it was erased."
    with company.store.read() as reading:
        assert not reading.lead(LeadId(1)).open


def test_how_far_it_is_stands_in_a_message_until_all_is_done(company: Company) -> None:
    finds(company.mona, JANE)
    does(company.mona, "erase", 1)
    company.mona.human.submits()
    with company.store.read() as reading:
        (request,) = reading.requests(limit=9)
        at_once, database = reading.progress(request), reading.lead(LeadId(1))
    company.settle()

    assert database.erased_at
    assert at_once.going == at_once.all > 3
    assert f"all {at_once.all} messages in Slack are written anew" in company.mona.last
    company.settle()
    with company.store.read() as reading:
        assert reading.requests(limit=1)[0].done_at


def test_what_slack_no_longer_takes_is_said(company: Company) -> None:
    company.ada.human.archives("leads")

    erases(company.mona, JANE, 1)
    company.later(minutes=1)

    assert "Slack does not take 2 of them" in company.mona.last


def test_a_copy_has_all_that_is_held_and_who_was_shown_it(company: Company) -> None:
    company.ravi.clicks("Contact", on="dm")
    company.ravi.human.closes()
    company.wanda.logs("Initech", f"Ask {JANE} first")
    finds(company.mona, JANE)
    does(company.mona, "copy", 1, 2)

    assert company.mona.told == "The file comes as a direct message. It is noted that you made it."
    held = _file(company.mona)
    first = next(lead for lead in held["leads"] if lead["lead"] == 1)
    assert first["given"]["email"] == JANE
    assert first["given_by"] == "Erin Ortega"
    assert {words for line in first["history"] for words in line["words"].values()} >= {"The Zyxw people are kind"}
    assert first["helpers"][0]["words"] == "Zyxw and I rowed together"
    assert {"at", "to", "where"} == set(first["shown_to"][0])
    assert [(one["to"], one["where"]) for one in first["shown_to"]][-3:] == [
        ("Ravi Rao", "contact"),
        ("Mona Meyer", "search"),
        ("Mona Meyer", "copy"),
    ]


def test_a_copy_in_slack_goes_when_they_are_erased(company: Company) -> None:
    finds(company.mona, JANE)
    does(company.mona, "copy", 1)
    assert _file(company.mona)

    erases(company.mona, JANE, 1)

    assert [file for message in company.mona.human.dms() for file in message.files] == []


def test_held_back_nobody_works_it_or_hears_of_it_until_it_is_used_again(company: Company) -> None:
    finds(company.mona, JANE)
    does(company.mona, "restrict", 1)
    held = [*company.erin.messages, *company.ravi.messages]
    company.later(days=30)

    assert company.cards("A possible customer (held back)")
    assert [*company.erin.messages, *company.ravi.messages] == held
    company.ravi.types("/lead 1")
    assert "held back at the wish" in company.ravi.told

    finds(company.mona, JANE)
    does(company.mona, "lift", 1)
    assert company.cards("Zyxwcorp")
    assert JANE in company.ravi.contact
    company.later(days=9)
    assert company.erin.messages != held


@pytest.mark.parametrize(
    ("name", "reach", "person"),
    [
        ("Another", f"Their {JANE.upper()} works", ""),
        ("Another", "Call 0034 911 232323", ""),
        ("Zyxwcorp Ltd.", "", "Jane  Zyxw"),
        ("Another", "", f"Jane {JANE}"),
    ],
)
def test_who_wants_no_contact_does_not_come_in_again(company: Company, name: str, reach: str, person: str) -> None:
    finds(company.mona, JANE)
    does(company.mona, "object", 1)
    assert company.mona.told == "Noted. Nobody contacts them, and nobody can log them again."

    company.wanda.types("/lead")
    company.wanda.sets(name=name, reach=reach)
    company.wanda.clicks("Add details")
    errors = company.wanda.fills(person=person)

    assert list(errors.values()) == [
        "We may not contact them, so this is not kept. Mona Meyer can say more. Thank you."
    ]
    assert not company.cards("Another")


def test_whoever_has_it_and_whoever_gave_it_hear_that_they_want_no_contact(company: Company) -> None:
    finds(company.mona, JANE)
    does(company.mona, "object", 1)
    company.later(minutes=3)

    assert "A lead that you had is closed" in company.ravi.last
    assert "Please do not contact them any more" in company.ravi.last
    assert "That is nobody's fault" in company.erin.last
    assert WHO not in shown(company)


def test_others_at_the_same_company_and_others_of_that_name_are_welcome(company: Company) -> None:
    finds(company.mona, JANE)
    does(company.mona, "object", 1)

    company.wanda.logs("Zyxwcorp", "joe@zyxw.example", person="Joe Doe")
    company.wanda.logs("Acme", "+34 911 23 23 24", person="Jane Zyxw")

    assert company.cards("Acme")


def test_who_objected_and_was_erased_stays_known_and_may_come_back(company: Company) -> None:
    finds(company.mona, JANE)
    does(company.mona, "object", 1)
    erases(company.mona, JANE, 1)
    company.wanda.types(f"/lead Acme, {JANE}")
    assert list(company.wanda.submits().values())
    company.wanda.human.closes()

    finds(company.mona, JANE)
    assert "They asked for no more contact." in company.mona.form
    assert company.mona.submits() == {}

    assert company.mona.told == "Noted. They may be logged again."
    company.wanda.types(f"/lead Acme, {JANE}")
    assert company.wanda.submits() == {}


def test_what_is_wrong_is_corrected_wherever_it_stands(company: Company) -> None:
    finds(company.mona, JANE)
    does(company.mona, "correct", 1)
    right = {"name": "Right Ltd", "person": "Jean Right"}
    asked = company.mona.fills(**right, reach="right@right.example, was in rehab")
    assert next(iter(asked.values())).startswith("This seems to be about somebody's health")
    assert company.mona.fills(**right, reach="right@right.example") == {}

    assert company.mona.told == "Corrected."
    assert company.cards("Right Ltd · Jean")
    company.ravi.types("/lead 1")
    assert "right@right.example" in company.ravi.form
    assert JANE not in company.ravi.form
    company.erin.types("/lead find right")
    assert "Right Ltd" in company.erin.form


def test_made_up_deeds_and_others_leads_do_nothing(slack: Company) -> None:
    slack.erin.logs("Zyxwcorp", JANE)
    slack.erin.logs("Jo Zyxw", "jo@zyxw.example", kind="talent")
    _desks(slack, sales="mona", talent="ruth")
    finds(slack.mona, "zyxw")
    view: Json = slack.mona.human.top_form().as_json()
    picked = {"leads": {"leads": {"type": "checkboxes", "selected_options": [{"value": "2"}]}}}
    deed = {"deed": {"deed": {"type": "radio_buttons", "selected_option": {"value": "restrict"}}}}

    view["state"] = {"values": picked | deed}
    slack.mona.human.forge({"type": "view_submission", "view": view, "response_urls": []})

    with slack.store.read() as reading:
        assert not reading.lead(LeadId(2)).restricted


def test_what_was_done_stands_where_it_is_done_and_the_way_there_in_the_home_tab(company: Company) -> None:
    finds(company.mona, JANE)
    does(company.mona, "restrict", 1)
    company.mona.opens_home()
    company.mona.clicks("Data protection", on="home")

    assert "Lead 1: held back" in company.mona.form
    assert "Mona Meyer, 23 November 2026" in company.mona.form
    company.ravi.opens_home()
    assert "Data protection" not in company.ravi.home


def _file(person: Colleague) -> dict[str, Any]:
    file = next(message.files[0] for message in reversed(person.human.dms()) if message.files)
    assert file.name.endswith(".json")
    held: dict[str, Any] = json.loads(file.data or b"")
    return held


def _desks(slack: Company, **names: str) -> None:
    ada = slack.person("ada")
    desks = {kind: [slack.person(name)] for kind, name in names.items()}
    with slack.store.write() as unit:
        for kind, people in desks.items():
            unit.set(f"desk.{kind}", people, by=ada, now=slack.now)
        unit.set(f"role.{Role.PRIVACY}", [], by=ada, now=slack.now)
    slack.settle()
