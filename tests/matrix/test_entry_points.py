"""Each way in that the bot listens to has its cells: whoever adds one is told so here, until its rows are there too."""

from collections.abc import Callable
from typing import Any

from slack_bolt import App

from bot.moves import BY_NAME
from bot.remarks import Screen
from handlers.slack.edge import bolt
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.listeners import FEATURES, bringing, care, corrections, disputes, setup, splits, talk, times
from handlers.slack.listeners.command import Command
from tests.matrix import product
from tests.matrix.entries import HEARD_OF_SLACK, MOVES, OF_ONE_PERSON, ON_LEADS, families

TRIED = {entry.listener for entry in (*ON_LEADS, *OF_ONE_PERSON)} | MOVES | set(HEARD_OF_SLACK)


class Ears:
    """Stands before Bolt's app while features register, and notes what each listens to."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.heard: set[str] = set()

    def __getattr__(self, sort: str) -> Callable[..., Any]:
        listen: Callable[..., Any] = getattr(self.app, sort)

        def noted(what: Any) -> Any:  # noqa: ANN401 - Bolt's own: a string or a pattern
            self.heard.add(f"{sort} {_name(what)}")
            return listen(what)

        return noted


def _name(what: Any) -> str:  # noqa: ANN401
    """ "move:" of what `ids.named` made of it."""
    pattern = str(getattr(what, "pattern", what))
    return pattern.removeprefix("^").removesuffix("(#|$)").replace("\\", "")


def heard(around: Surroundings, *more: Callable[[Any, Surroundings], None]) -> set[str]:
    ears = Ears(bolt.app(lambda: "xoxb-1", []))
    for register in (*FEATURES, *more):
        register(ears, around)
    return ears.heard


def test_every_way_in_is_tried_by_everybody(around: Surroundings) -> None:
    assert heard(around) == TRIED


def test_one_that_is_added_is_found(around: Surroundings) -> None:
    def register(app: App, _: Surroundings) -> None:
        app.action("peek")(print)

    assert heard(around, register) - TRIED == {"action peek"}


def test_so_is_each_of_the_several_things_that_one_listener_hears(around: Surroundings) -> None:
    command = Command(around)

    assert {button.move for button in product.buttons()} == set(BY_NAME)
    assert families("action correction:") == set(corrections.DEEDS)
    assert families("action dispute:") == set(disputes.FORMS)
    assert families("action split:") == {*splits.FORMS, *splits.AT_ONCE}
    assert families("action care:") == set(care.FORMS)
    assert families("action incoming:") == set(bringing.DECIDE)
    assert families("action setup:") == set(setup.FORMS)
    assert families("action time:") == set(times.FORMS)
    assert families("action typed:") == set(talk.MADE)
    assert families("action wrong:") == set(Screen)
    assert families("command /lead") >= {*command.windows, *command.alone}
