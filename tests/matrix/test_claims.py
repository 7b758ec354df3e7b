"""What a payload says is a claim: values that nobody was offered, others' threads, pages that there are not."""

import pytest

from sandbox.records import Json
from tests.matrix import product
from tests.matrix.attacks import Attacker, none
from tests.matrix.entries import day, typed, user
from tests.matrix.product import NO_SUCH_LEAD, SALES, TALENT, Button, Stage
from tests.matrix.stage import NAMED, Matrix
from tests.matrix.test_moves import SOME

AT_ONCE = {"take", "qualify", "proposal", "wake", "withdraw", "rekind", "reopen", "still", "called", "wrote", "met"}
FORMS = ("form:move", "form:edit", "form:know", "form:say", "form:help", "form:crm", "form:snooze", "form:thank")
LOOKS = ("find", "find quill", "board", "mine", "digest")
LOOKERS = (
    *("referrer", "helper", "owner", "scout", "cover", "marketer", "rival", "desk", "admin"),
    *(product.UNKNOWN, product.GIVER),
)
FREE = Stage(SALES, "sales_ready")


@pytest.mark.parametrize("kind", product.KINDS)
def test_a_button_that_was_not_offered_opens_and_does_what_its_presser_may(on_sqlite: Matrix, kind: str) -> None:
    cells = [
        (button, stage, name)
        for button in product.buttons()
        for stage in [one for one in product.stages(kind) if one.status in button.starts[kind]][:1]
        for name in SOME[stage.has]
    ]
    none(found for cell in cells if (found := wrong(on_sqlite, *cell)))


def wrong(matrix: Matrix, button: Button, stage: Stage, name: str) -> str:
    heard = Attacker(matrix, name).presses(f"move:{button.move}", matrix.leads[stage])
    changed = matrix.kept.changed()
    if changed:
        matrix.put_back()
    if button.move in AT_ONCE:
        did, clean = "leads" in changed, True
    else:
        did, clean = heard.callback == "form:move", not changed
    good = did == button.may(name, stage) and clean
    hidden = product.sees(name, stage) or heard.text == NO_SUCH_LEAD
    return "" if good and hidden else f"{name}, {button.move}, {stage}: it changed {sorted(changed)}, {heard.text!r}"


def test_whatever_somebody_looks_at_holds_what_they_may_see(on_sqlite: Matrix) -> None:
    """Search, board, lists and digest; filters set to what was not offered, and pages beyond the end."""
    shown = {name: looked_at(on_sqlite, name) for name in LOOKERS}

    seen = {kind: {name for name in LOOKERS if NAMED[kind] in shown[name]} for kind in product.KINDS}

    assert seen[SALES] == {*LOOKERS} - {product.UNKNOWN}
    assert seen[TALENT] == {"referrer", "scout", "cover", "desk", product.GIVER}


def looked_at(matrix: Matrix, name: str) -> str:
    by = Attacker(matrix, name)
    said = [by.types(words).raw for words in LOOKS]
    said += [by.presses(f"home:more:{which}").raw for which in ("works", "waiting")]
    said += [by.presses("home:more:waiting", 9**17).raw, by.presses("browse:page", 9**17, by.window("find")).raw]
    said += [by.presses("browse:whose", 0, by.window("find", whose=whose)).raw for whose in ("team", "theirs")]
    return "".join(said)


@pytest.mark.parametrize("whom", ["guest", "leaver", "stranger", "unknown", "employee", "nobody at all"])
def test_a_lead_goes_to_nobody_who_may_not_take_it(on_sqlite: Matrix, whom: str) -> None:
    desk, number = Attacker(on_sqlite, "desk"), on_sqlite.leads[FREE]
    made_up: Json = {"type": "users_select", "selected_user": "U0MADEUP"}
    chosen = user(desk, whom) if whom in on_sqlite.users else made_up

    heard = desk.submits("form:move", {"lead": number, "move": "give"}, typed(owner=chosen))

    assert heard.text
    assert "leads" not in on_sqlite.kept.changed()
    on_sqlite.put_back()


@pytest.mark.parametrize(
    "metadata", ["", "[]", "{}", '{"lead": "all"}', '{"lead": -1}', '{"lead": 1e400}', "{'", '"1"']
)
def test_metadata_that_is_none_of_ours_changes_nothing(on_sqlite: Matrix, metadata: str) -> None:
    values = typed(word="A word", name="A name", not_before=day("2026-12-24"), crm="https://crm.example")

    told = {form: Attacker(on_sqlite, "owner").submits(form, metadata, values).text for form in FORMS}

    assert all(told.values()), told
    assert not on_sqlite.kept.changed()


def test_an_absence_is_only_ever_ones_own(on_sqlite: Matrix) -> None:
    """Whatever the metadata says of whose it is."""
    mine, theirs = on_sqlite.people["employee"], on_sqlite.people["owner"]
    by = Attacker(on_sqlite, "employee")

    by.submits("form:away", {"person": theirs, "by": theirs}, typed(until=day("2026-12-04"), cover=user(by, "rep")))

    with on_sqlite.company.store.read() as unit:
        away = unit.setup().away
    on_sqlite.put_back()
    assert mine in away
    assert theirs not in away
