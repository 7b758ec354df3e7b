"""The cells that differ most, on PostgreSQL and by Socket Mode: the same rule, whatever carries it."""

from tests.matrix import product
from tests.matrix.attacks import none
from tests.matrix.entries import OF_ONE_PERSON, ON_LEADS
from tests.matrix.product import SALES, TALENT, Stage
from tests.matrix.stage import Matrix
from tests.matrix.test_entries import stage_of, wrong, wrong_of_oneself
from tests.matrix.test_moves import wrong as wrong_move

MOVES = ("take", "give", "win", "note")
STAGES = (Stage(SALES, "accepted", "owned"), Stage(TALENT, "new"), Stage(TALENT, "accepted", "away"))
SOME = ("owner", "recruiter", "desk", "rival", "helper", "guest", "unknown")


def test_a_form_sent_by_hand_moves_what_its_sender_may_move_and_nothing_else(on_postgresql: Matrix) -> None:
    buttons = [button for button in product.buttons() if button.move in MOVES]
    tried = [(name, button, stage) for button in buttons for stage in STAGES for name in SOME]
    none(found for cell in tried if (found := wrong_move(on_postgresql, *cell)))


def test_what_is_sent_about_a_lead_does_what_its_sender_may_and_nothing_else(on_postgresql: Matrix) -> None:
    firsts = [(entry, stage_of(TALENT, entry.stages.split()[0])) for entry in ON_LEADS]
    tried = [(name, entry, stage) for entry, stage in firsts for name in ("referrer", "scout", "rival")]
    none(found for cell in tried if (found := wrong(on_postgresql, *cell)))


def test_what_is_sent_about_the_company_does_what_its_sender_may(on_postgresql: Matrix) -> None:
    entries = [entry for entry in OF_ONE_PERSON if "setup" in entry.listener or entry.listener.startswith("event")]
    tried = [(name, entry) for entry in entries for name in ("admin", "employee")]
    none(found for cell in tried if (found := wrong_of_oneself(on_postgresql, *cell)))
