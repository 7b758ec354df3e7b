"""Bolt's middleware that asks once before a form stores sensitive words, and then lets it go on.

The form says so under its field, and what was typed stays; sent again, it is taken.
"""

from collections.abc import Callable, Iterator

from slack_bolt import BoltRequest
from slack_bolt.middleware import Middleware
from slack_bolt.response import BoltResponse

from bot import sensitive, services
from bot.errors import Refused
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids

FORMS = frozenset(
    {
        *(ids.LEAD, ids.EDIT, ids.MOVE, ids.SAY, ids.KNOW, ids.THANK),
        *(ids.NEED_HELP, ids.QUESTION, ids.ADVICE, ids.CORRECT, ids.WRONG, ids.CREDIT),
    }
)
"""In which people write about somebody."""
NAMES = frozenset({"name", "person", "crm"})
"""What somebody or their company is called is no statement about them."""


class SecondThoughts(Middleware):
    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - Bolt's own signature
        next: Callable[[], BoltResponse],  # noqa: A002 - and this
    ) -> BoltResponse | None:
        for field, text in _written(req.body):
            topic = sensitive.topic(text)
            if topic and services.is_first(
                self.around.store, f"sensitive:{topic}:{req.context['origin']}", now=req.context["now"]
            ):
                raise Refused("sensitive", field=field, kind=topic)
        return next()


def _written(body: Body) -> Iterator[tuple[str, str]]:
    """The texts of a form about somebody, by field."""
    view = body.get("view") or {}
    if body.get("type") != "view_submission" or view.get("callback_id") not in FORMS:
        return
    for field, inputs in view.get("state", {}).get("values", {}).items():
        for given in inputs.values():
            if field not in NAMES and isinstance(text := given.get("value"), str):
                yield field, text
