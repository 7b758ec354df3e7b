"""Bolt's middleware by which each signed request is heard once, on whichever replica it comes: a signature is good for
five minutes, and whoever has a copy of the request could send it again.

What Slack itself sends again has the same body and a signature of its own: that is told by its origin.
"""

from collections.abc import Callable
from datetime import datetime

from slack_bolt import BoltRequest
from slack_bolt.middleware import Middleware
from slack_bolt.response import BoltResponse

from bot.moves import BY_NAME
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids

SIGNATURE = "signature"
"""Its name in Bolt's context; there is none by Socket Mode, where nobody but Slack can send."""


class Replays(Middleware):
    """A request that comes again is acknowledged, and does nothing.

    It costs a transaction to note a request before its work. A submit and a plain click, which are most of what comes,
    are not noted then: their own transaction holds their origin, and answers a second coming with the first outcome.
    Only if they were refused are they noted, by `refused`: what was refused has left no origin.
    """

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - and this
        next: Callable[[], BoltResponse],  # noqa: A002 - Bolt's own signature
    ) -> BoltResponse | None:
        signature = req.context.get(SIGNATURE)
        if signature and self._comes_again(signature, req.body):
            return BoltResponse(status=200)
        return next()

    def refused(self, signature: str, body: Body, now: datetime) -> None:
        """The first outcome holds, whatever would be answered in a minute."""
        if has_its_own_origin(body):
            with self.around.store.write() as unit:
                unit.hear(signature, now)

    def _comes_again(self, signature: str, body: Body) -> bool:
        if has_its_own_origin(body):
            with self.around.store.read() as unit:
                return unit.heard(signature)
        with self.around.store.write() as unit:
            return not unit.hear(signature, self.around.clock())


def has_its_own_origin(body: Body) -> bool:
    """Whether all that may come of it is one service's transaction, under the origin of this very request or event."""
    match body.get("type"):
        case "event_callback":
            return True
        case "view_submission":
            return bool(body["view"]["callback_id"] != ids.BROWSE)  # it only looks
        case "block_actions":
            verb, _, name = str(body["actions"][0]["action_id"]).partition("#")[0].partition(":")
            return verb == "move" and name in BY_NAME and not BY_NAME[name].opens_form
    return False
