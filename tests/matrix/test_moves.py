"""Every button of product.md's table, by everybody, at every stage that a lead can be at, by forms sent by hand."""

from collections.abc import Iterator

import pytest

from sandbox.records import Json
from tests.matrix import product
from tests.matrix.attacks import Attacker, Heard, none, tells_too_much
from tests.matrix.product import NO_SUCH_LEAD, OUTSIDE, Button, Stage
from tests.matrix.stage import ALL, THEIRS, Matrix

NOBODY = 4242
"""A number that no lead has."""
EVERYBODY = (*product.INSIDE, *OUTSIDE, product.UNKNOWN)
SOME = {
    "": ("referrer", "helper", "owner", "scout", "marketer", "manager", "rival", "desk"),
    "owned": ("referrer", "helper", "owner", "scout", "rep", "recruiter", "marketer", "manager", "rival", "desk"),
    "away": ("traveller", "cover", "owner", "scout", "manager"),
    "call": ("rep", "recruiter", "owner", "scout", "desk"),
    "asked": ("referrer", "owner", "scout", "rep", "recruiter", "manager", "rival", "desk"),
}
"""Who differs from others, by how somebody has the lead."""
Cell = tuple[str, Button, Stage]


def filled(matrix: Matrix, stage: Stage) -> Json:
    """All that any move asks for, the new owner one who may take it."""
    new = "rep" if stage.kind == product.SALES else "recruiter"
    options = [{"value": code} for code in ("who", "reach", "need", "expects")]
    values: Json = {
        "owner": {"owner": {"type": "users_select", "selected_user": matrix.users[new].id}},
        "on": {"on": {"type": "datepicker", "selected_date": "2026-12-01"}},
        "reason": {"reason": {"type": "static_select", "selected_option": {"value": "timing"}}},
        "checklist": {"checklist": {"type": "checkboxes", "selected_options": options}},
    }
    for text in ("word", "note", "step", "thanks"):
        values[text] = {text: {"type": "plain_text_input", "value": "Kindly"}}
    return values


def sends(matrix: Matrix, name: str, button: Button, stage: Stage, number: int) -> Heard:
    metadata = {"lead": number, "move": button.move}
    return Attacker(matrix, name).submits("form:move", metadata, filled(matrix, stage))


def wrong(matrix: Matrix, name: str, button: Button, stage: Stage) -> str:
    """What is not as product.md has it, in this cell; empty if nothing is."""
    number = matrix.leads[stage]
    heard = sends(matrix, name, button, stage, number)
    changed = matrix.kept.changed()
    if button.starts_at(stage) and name not in OUTSIDE and button.may(name, stage):
        found = _did(matrix, name, button, stage, changed)
    else:
        found = _refused(matrix, name, button, stage, heard, changed)
    found = found or tells_too_much(name, stage, heard)
    if changed:
        matrix.put_back()
    return f"{name}, {button.move}, {stage}: {found}; it said {heard.text!r}" if found else ""


def _did(matrix: Matrix, name: str, button: Button, stage: Stage, changed: set[str]) -> str:
    lead, last = matrix.lead(matrix.leads[stage]), matrix.history(matrix.leads[stage])[-1]
    if last != (button.move, matrix.people[name]) or "leads" not in changed:
        return "it should have happened"
    return "" if lead.status == button.end(stage) else f"it ended as {lead.status}"


def _refused(matrix: Matrix, name: str, button: Button, stage: Stage, heard: Heard, changed: set[str]) -> str:
    if changed and not asked_to_withdraw(name, button, stage):
        return f"it changed {sorted(changed)}"
    if name in OUTSIDE:
        return "" if heard.text == OUTSIDE[name] else "an outsider reads something else"
    if not product.sees(name, stage):
        asked = (name, button.move)
        matrix.absent[asked] = matrix.absent.get(asked) or sends(matrix, name, button, stage, NOBODY).raw
        same = heard.raw == matrix.absent[asked]
        return "" if heard.text == NO_SUCH_LEAD and same else "it can be told from a lead that does not exist"
    return "" if heard.text and not heard.callback else "nothing is said"


def asked_to_withdraw(name: str, button: Button, stage: Stage) -> bool:
    """*Withdraw* asks the owner later on: nothing of the lead changes, and it is noted that somebody asked."""
    closed = stage.status in product.CLOSED
    return button.move == "withdraw" and name == stage.by and not closed


def cells(kind: str) -> Iterator[Cell]:
    """Of all cells, which `make matrix` tries, those that differ.

    One stage for each way to have a lead, and one from which the button does not start; where a row of the table names
    the same people as one before it, a few.
    """
    known: set[tuple[str, ...]] = set()
    for button in product.buttons():
        stages = every_stage(kind, button)
        starting = {stage.has: stage for stage in reversed(stages) if button.starts_at(stage)}
        for number, stage in enumerate(starting.values()):
            names = SOME[stage.has] if number or button.who in known else EVERYBODY
            yield from ((name, button, stage) for name in names)
        other = next(stage for stage in stages if not button.starts_at(stage))
        yield from ((name, button, other) for name in ("owner", "scout"))
        known.add(button.who)


def every_cell(kind: str) -> Iterator[Cell]:
    for button in product.buttons():
        yield from ((name, button, stage) for stage in every_stage(kind, button) for name in EVERYBODY)


def every_stage(kind: str, button: Button) -> list[Stage]:
    stages = [stage for stage in ALL if stage.kind == kind]
    return [*stages, product.asked_back(kind)] if button.move == "withdraw" else stages


@pytest.mark.parametrize("kind", product.KINDS)
def test_a_form_sent_by_hand_moves_what_its_sender_may_move_and_nothing_else(on_sqlite: Matrix, kind: str) -> None:
    none(found for cell in cells(kind) if (found := wrong(on_sqlite, *cell)))


def test_whoever_gave_a_lead_and_is_not_known_to_slack_moves_it_nowhere(on_sqlite: Matrix) -> None:
    moved = list[str]()
    for stage in THEIRS:
        for button in product.buttons():
            heard = sends(on_sqlite, product.GIVER, button, stage, on_sqlite.leads[stage])
            if on_sqlite.kept.changed() or not heard.text:
                moved.append(f"{button.move}, {stage}: {heard.text!r}")
                on_sqlite.put_back()

    none(moved)
