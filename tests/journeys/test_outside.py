"""Somebody outside of the company gives a lead through a colleague, their liaison: both are named, and these pass on
what they hear.
"""

import json

import pytest

from bot.ids import LeadId
from bot.people import THROUGH
from sandbox.sight import DM
from tests.slack.company import Company

OLA = "Ola Lind"
BOTH = "Ola Lind (through Erin Ortega)"


@pytest.fixture
def outside(slack: Company) -> Company:
    """Ola, of a supplier, tells Erin of Acme."""
    slack.erin.logs("Acme", "jane@acme.example", credit="outside", outside=OLA, outside_email="ola@lind.example")
    return slack


def passed_on(slack: Company) -> str:
    """What Erin would send to Ola now."""
    slack.erin.clicks("Pass it on to Ola", on=DM)
    text = slack.erin.form
    slack.erin.human.closes()
    return text


def kept(slack: Company) -> str:
    """What is kept of Ola."""
    with slack.store.read() as unit:
        lead = unit.lead(LeadId(1))
    return lead.outside + lead.outside_email


def test_both_are_named_wherever_the_lead_is_shown(outside: Company) -> None:
    slack = outside
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)

    assert f"Given by {BOTH}" in slack.cards("Acme")[0]
    assert f"{BOTH} gave this lead" in slack.thread("Acme")
    assert BOTH in slack.ravi.human.dms()[-1].text
    slack.mara.types("/lead find acme")
    assert BOTH in slack.mara.form
    slack.mara.types("/lead digest")
    assert THROUGH not in json.dumps([home.body for home in slack.sandbox.world.homes.values()]) + slack.mara.told


def test_their_address_is_for_their_liaison_alone(outside: Company) -> None:
    slack = outside
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    slack.ravi.types("/lead 1")

    assert "ola@lind.example" in passed_on(slack)
    everything = [json.dumps(m.blocks) + m.text for c in slack.sandbox.world.channels.values() for m in c.messages]
    assert not [text for text in everything if "lind.example" in text]
    assert "lind.example" not in slack.ravi.form


def test_the_liaison_hears_and_passes_each_step_on_in_words_that_are_ready(outside: Company) -> None:
    slack = outside
    at_first = passed_on(slack)
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("More…", on=DM)
    slack.ravi.clicks("Spoke to them")
    slack.ravi.fills()
    slack.later(minutes=3)

    assert "Nobody has spoken to them yet" in at_first
    assert "Hello Ola," in at_first
    assert "Ravi Rao spoke to them" in slack.erin.last
    told = passed_on(slack)
    assert "this is about Acme, of whom you told me. Ravi Rao spoke to them." in told
    assert "You hear from me again by" in told
    assert told.rstrip().endswith("Erin Ortega")


def test_on_the_schedule_it_is_ready_too(outside: Company) -> None:
    outside.ravi.clicks("I'll take it", on="leads")
    outside.later(days=8)

    assert "Pass it on to Ola" in outside.erin.last
    assert "Ravi Rao took it" in passed_on(outside)


def test_a_win_names_both_and_its_thanks_are_passed_on(outside: Company) -> None:
    slack = outside
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("More…", on=DM)
    slack.ravi.clicks("Won")
    slack.ravi.fills(thanks="You made our year!", may_name=["yes"])
    slack.later(minutes=3)

    assert f"{BOTH} gave this lead, Ravi Rao worked it." in slack.cards("", "wins")[-1]
    assert "closed it: won" in passed_on(slack)


def test_no_sign_of_ours_stands_between_their_names(outside: Company) -> None:
    """In messages, homes, forms, and files."""
    slack = outside
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ada.types("/lead privacy")
    slack.ada.fills(words="jane@acme.example")
    slack.ada.fills(leads=["1"], deed="copy")
    slack.mara.opens_home()
    slack.mara.clicks("Export as CSV", on="home")
    for who, where in (
        ("ravi", "/lead 1"),
        ("mara", "/lead board"),
        ("rita", "/lead find acme"),
        ("erin", "/lead mine"),
    ):
        getattr(slack, who).types(where)
    slack.later(days=14)

    world = slack.sandbox.world
    said = [f"{m.text} {json.dumps(m.blocks)}" for c in world.channels.values() for m in c.messages]
    said += [f"{m.text} {json.dumps(m.blocks)}" for m in world.ephemerals]
    said += [json.dumps(home.body) for home in world.homes.values()]
    said += [json.dumps(form.body) for forms in world.stacks.values() for form in forms]
    said += [(file.data or b"").decode(errors="replace") for file in world.files.values()]
    assert sum(BOTH in each for each in said) > 5
    assert not [each for each in said if THROUGH in each or "ufdd1" in each]


def test_how_it_ended_is_told_kindly(outside: Company) -> None:
    slack = outside
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("More…", on=DM)
    slack.ravi.clicks("Lost")
    slack.ravi.fills(reason="no_budget")
    slack.later(minutes=3)

    assert "It did not work out this time" in passed_on(slack)


def test_a_name_is_needed_and_an_address_is_one(slack: Company) -> None:
    slack.erin.types("/lead Acme")
    slack.erin.clicks("Add details")

    nobody = slack.erin.fills(credit="outside", outside_email="ola at lind")
    nowhere = slack.erin.fills(outside=OLA)

    assert nobody == {"Their name": "Please write a word or two here."}
    assert nowhere == {"Their e-mail": "That is not an e-mail address."}
    assert slack.erin.fills(outside_email="") == {}
    assert f"Given by {BOTH}" in slack.cards("Acme")[0]


def test_who_gave_it_is_not_changed_by_an_edit(outside: Company) -> None:
    slack = outside
    slack.erin.clicks("Edit", on=DM)

    assert "Who gets the credit?" not in slack.erin.form
    assert "ola@lind.example" not in slack.erin.form
    assert slack.erin.fills(need="Payroll") == {}
    assert f"Given by {BOTH}" in slack.cards("Acme")[0]


def test_somebody_outside_has_what_is_held_of_them_corrected_and_taken_out(outside: Company) -> None:
    slack = outside
    slack.ada.types("/lead privacy")
    slack.ada.fills(words="ola@lind.example")
    assert "Acme" in slack.ada.form
    slack.ada.fills(leads=["1"], deed="correct")
    assert slack.ada.fills(outside="", outside_email="") == {}
    slack.later(seconds=10)

    assert "Given by Erin Ortega" in slack.cards("Acme")[0]
    world = slack.sandbox.world
    said = [json.dumps(m.blocks) + m.text for c in world.channels.values() for m in c.messages]
    assert not [text for text in said if "Ola" in text]
    assert not kept(slack)


def test_what_is_erased_takes_them_along(outside: Company) -> None:
    slack = outside
    slack.ada.types("/lead privacy")
    slack.ada.fills(words="jane@acme.example")
    slack.ada.fills(leads=["1"], deed="erase")
    slack.ada.submits()
    slack.later(days=1)

    assert not kept(slack)
