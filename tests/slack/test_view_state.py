"""What people type into a form comes back as typed, and becomes what the domain keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.carried import Carried
from bot.carrying import Typed
from bot.errors import NoSuchLead, Refused
from bot.ids import PersonId
from bot.leads import Kind
from bot.moves import BY_NAME, TABLE, Move
from bot.people import Role
from bot.setup import Place, Setup
from bot.show.setup import SetupView
from handlers.slack.kit import ids
from handlers.slack.kit.blocks import Block
from handlers.slack.views import lead_form, lead_typed, move_form, setup_forms
from sandbox import inputs
from tests.slack import values


def blocks_of(view: Block) -> list[dict[str, Any]]:
    found = view["blocks"]
    assert isinstance(found, list)
    return found


def state(view: Block, **typed: object) -> dict[str, dict[str, dict[str, Any]]]:
    """What Slack sends when somebody opened this view, filled in those inputs and left the rest as it was."""
    found = inputs.initial(blocks_of(view))
    for block in blocks_of(view):
        name = block.get("block_id", "")
        if name in typed:
            found[name][name] = inputs.holding(block["element"], typed[name])
    return found


def refused(call: Callable[..., object], *given: object) -> tuple[str, str | None]:
    with pytest.raises(Refused) as raised:
        call(*given)
    return raised.value.code, raised.value.field


@pytest.mark.parametrize("kind", Kind)
def test_an_untouched_edit_changes_nothing(kind: Kind) -> None:
    lead = replace(values.lead("Acme", kind), aware=True)
    form = lead_form.lead_form(lead_typed.typed_from(lead, wanted="U2"))

    typed = lead_typed.read_lead_form(state(form))
    back = lead_typed.given(typed, wanted=values.RAVI)

    same = ("kind", "name", "person", "email", "phone", "link", "about", "need", "how_known", "aware", "help")
    assert {field: getattr(back, field) for field in same} == {field: getattr(lead, field) for field in same}
    assert (typed.wanted, back.wanted) == ("U2", values.RAVI)


def test_adding_details_keeps_what_was_typed() -> None:
    short = lead_form.lead_form(lead_typed.LeadTyped())
    typed = lead_typed.read_lead_form(state(short, kind="talent", name="Jane", reach="jane@x.example"))

    longer = lead_typed.read_lead_form(state(lead_form.lead_form(typed, details=True)))

    assert longer == typed == lead_typed.LeadTyped(Kind.TALENT, "Jane", "jane@x.example")


def test_what_was_filled_in_is_never_hidden() -> None:
    form = lead_form.lead_form(lead_typed.LeadTyped(name="Acme", person="Jane Doe"))

    assert lead_typed.read_lead_form(state(form)).person == "Jane Doe"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (lead_typed.LeadTyped(name=" \u200b "), ("blank", "name")),
        (lead_typed.LeadTyped(name="x" * 201), ("too_long", "name")),
        (lead_typed.LeadTyped(name="Acme", reach="x" * 3001), ("too_long", "reach")),
        (lead_typed.LeadTyped(name="Acme", need="x" * 3001), ("too_long", "need")),
    ],
)
def test_a_refusal_names_the_input_that_is_wrong(typed: lead_typed.LeadTyped, wrong: tuple[str, str]) -> None:
    assert refused(lead_typed.given, typed) == wrong


@pytest.mark.parametrize("move", [move for move in TABLE if move.opens_form], ids=lambda move: move.name)
@pytest.mark.parametrize("kind", Kind)
def test_a_moves_form_asks_for_what_it_carries_and_for_nothing_else(move: Move, kind: Kind) -> None:
    form = move_form.move_form(move, values.page(values.lead(kind=kind)), metadata="")

    asked = {name for name in state(form) if name != "currency"}

    assert asked == {str(what) for what in move.carries(kind)}


def test_a_won_deal_comes_back_as_typed() -> None:
    form = move_form.move_form(BY_NAME["win"], values.page(values.lead()), metadata="")

    typed = move_form.read_move_form(state(form, thanks="Thank you, Erin!", amount="1.000,50", may_name=["yes"]))

    assert typed == Typed(thanks="Thank you, Erin!", amount="1.000,50", currency="EUR", may_name=True)


def test_a_lost_candidate_comes_back_as_typed() -> None:
    form = move_form.move_form(BY_NAME["lose"], values.page(values.lead(kind=Kind.TALENT)), metadata="")

    typed = move_form.read_move_form(state(form, reason="stepped_back", word="So it is", note="For us"))

    assert typed == Typed(reason="stepped_back", word="So it is", note="For us")


def test_passing_on_names_a_person_and_a_day_is_a_day() -> None:
    given = state(move_form.move_form(BY_NAME["pass"], values.page(values.lead()), metadata=""), owner="U2")
    warm = state(move_form.move_form(BY_NAME["warm"], values.page(values.lead()), metadata=""), on="2026-06-01")

    assert move_form.chosen_owner(given) == "U2"
    assert move_form.read_move_form(given, owner=PersonId(2)).owner == 2
    assert move_form.read_move_form(warm).on == date(2026, 6, 1)


def test_a_forged_day_is_refused_under_its_field() -> None:
    forged = {"on": {"on": {"selected_date": "2026-02-31"}}}

    assert refused(move_form.read_move_form, forged) == ("not_a_day", "on")


@pytest.mark.parametrize("what", Carried)
def test_whoever_reads_a_text_is_said_on_its_label(what: Carried) -> None:
    labels = [
        str(block["label"]["text"])
        for move in TABLE
        if move.opens_form
        for block in blocks_of(move_form.move_form(move, values.page(values.lead()), metadata=""))
        if block.get("block_id") == what and block["element"]["type"] == "plain_text_input" and what != Carried.AMOUNT
    ]

    assert all(" see" in label or " read" in label for label in labels)


def test_the_setups_forms_come_back_as_they_were() -> None:
    users = {values.ERIN: "U1", values.RAVI: "U2"}
    setup = Setup(
        {Place.LEADS: "C1", Place.HIRING: "G1"},
        {Role.REP: frozenset({values.RAVI}), Role.MANAGER: frozenset({values.ERIN})},
        {values.ERIN: frozenset({values.RAVI})},
        {Kind.SALES: (values.RAVI, values.ERIN)},
        frozenset({date(2026, 12, 25)}),
    )
    view = SetupView(setup, (values.person(), values.person("Ravi", values.RAVI)))

    people = setup_forms.read_people(state(setup_forms.people_form(setup, users)))

    assert setup_forms.read_places(state(setup_forms.places_form(setup))) == {
        Place.LEADS: "C1",
        Place.WINS: None,
        Place.HIRING: "G1",
    }
    assert (people.roles[Role.REP], people.roles[Role.RECRUITER]) == (("U2",), ())
    assert people.desks == {Kind.SALES: ("U2", "U1"), Kind.TALENT: ()}
    assert setup_forms.read_reports(state(setup_forms.reports_form(view, users))) == {values.ERIN: ("U2",)}
    assert setup_forms.read_days(state(setup_forms.days_form(setup))) == (date(2026, 12, 25),)


def test_days_that_are_none_are_refused() -> None:
    given = state(setup_forms.days_form(Setup()), days="2026-12-25\nChristmas")

    assert refused(setup_forms.read_days, given) == ("not_a_day", "days")


@pytest.mark.parametrize("value", [None, "", "x", "-1", "1.0", "٣", "9" * 30, "1 OR 1=1"])
def test_a_forged_number_reads_as_a_lead_that_does_not_exist(value: str | None) -> None:
    with pytest.raises(NoSuchLead):
        ids.read("move:take", value)


def test_a_button_reads_back_wherever_it_stands() -> None:
    assert ids.read(ids.action("move:take", 42), "42") == ids.Pressed("move", "take", 42)
    assert ids.read(ids.action("move:take", 42, "works"), "42") == ids.Pressed("move", "take", 42)
    assert ids.read(ids.action("undo", 7), "7") == ids.Pressed("undo", "", 7)


def test_metadata_comes_back_and_never_outgrows_its_place() -> None:
    facts: dict[str, str | int | None] = {"lead": 42, "move": "lose", "draft": None}

    assert ids.read_metadata(ids.write_metadata(facts)) == {"lead": 42, "move": "lose"}
    assert ids.read_metadata(ids.write_metadata({**facts, "source": "x" * 4000})) == {"lead": 42, "move": "lose"}
    assert ids.read_metadata("no json") == ids.read_metadata("[1]") == ids.read_metadata("") == {}
