"""Turns what went wrong into a private sentence where the person is looking, and a log line without their data."""

import logging

from slack_bolt import BoltContext, BoltResponse
from slack_bolt.error import BoltUnhandledRequestError

from bot import services
from bot.errors import Refused, trace
from bot.front import TryLater, Undeliverable, Unsure
from bot.ids import LeadId
from handlers.slack.edge.bolt import unhandled
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.replays import SIGNATURE, Replays
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.web_api.privately import sentence, tell, window

log = logging.getLogger(__name__)

OUT_OF_DATE = frozenset({"taken", "have_it", "moved_on", "not_yours", "closed"})
"""Refusals of somebody who looked at an old message."""


class Errors:
    """Bolt's one error handler."""

    def __init__(self, around: Surroundings, replays: Replays) -> None:
        self.around = around
        self.replays = replays

    def handle(self, error: Exception, body: Body, context: BoltContext) -> BoltResponse:
        if isinstance(error, BoltUnhandledRequestError):
            return unhandled(error)
        if isinstance(error, Refused):
            self._refuse(error, body, context)
        return self._answer(body, self._sentence(error), getattr(error, "field", None))

    def _refuse(self, refused: Refused, body: Body, context: BoltContext) -> None:
        log.info("Refused to person %s: %s.", context.get("person", "unknown"), refused.code)
        if signature := context.get(SIGNATURE):
            self.replays.refused(signature, body, self.around.clock())
        self._refresh(refused)

    def _refresh(self, refused: Refused) -> None:
        """Whoever was told that it is not as they saw it, sees it anew."""
        lead = refused.facts.get("lead") if refused.code in OUT_OF_DATE else None
        if isinstance(lead, int):
            services.refresh(self.around.store, LeadId(lead), now=self.around.clock())

    def _sentence(self, error: Exception) -> str:
        refused = error
        if not isinstance(refused, Refused):
            log.error("%s", trace(error))
            refused = Refused("slack_away" if isinstance(error, TryLater | Undeliverable | Unsure) else "fault")
        with self.around.store.read() as reading:
            return self.around.wording(refused, lambda person: reading.person(person).name)

    def _answer(self, body: Body, text: str, field: str | None) -> BoltResponse:
        kind = body.get("type")
        if "command" in body:
            return BoltResponse(status=200, body={"response_type": "ephemeral"} | sentence(text))
        if kind == "view_submission":
            return BoltResponse(status=200, body=_in_form(body, text, field))
        if kind == "block_suggestion":
            return BoltResponse(status=200, body={"options": []})
        if kind in {"block_actions", "shortcut", "message_action"}:
            tell(self.around.slack, body, text)
        return BoltResponse(status=200)


def _in_form(body: Body, text: str, field: str | None) -> Body:
    """Under its field, so that nothing typed is lost; else under the first one; in a form without any, instead of it.

    A field's block has the domain's name for it as its id, or that name before a colon.
    """
    typed = list(body["view"].get("state", {}).get("values", {}))
    block = next((block for block in typed if field in {block, block.split(":")[0]}), next(iter(typed), None))
    if block is None:
        return {"response_action": "update", "view": window(text)}
    return {"response_action": "errors", "errors": {block: text}}
