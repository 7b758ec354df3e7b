"""Says something to one person who has just clicked, wherever they clicked, and to nobody else."""

import logging
from collections.abc import Sequence

from bot.front import TryLater, Undeliverable, Unsure
from handlers.slack.edge.decoding import Body
from handlers.slack.kit import blocks as kit
from handlers.slack.web_api.client import Slack

log = logging.getLogger(__name__)


def tell(slack: Slack, body: Body, text: str, blocks: Sequence[Body] = ()) -> None:
    """Beside the message that was clicked in; App Home and forms have no such place, so there in a window of its own.

    `text` is plain; `blocks` say more than it, such as a button. Once, and lost if Slack cannot take it: the person
    sees what is true by looking again.
    """
    if url := body.get("response_url"):
        slack.respond(url, {"response_type": "ephemeral", "replace_original": False} | sentence(text, blocks))
        return
    method = "views.push" if (body.get("view") or {}).get("type") == "modal" else "views.open"
    show(slack, method, trigger_id=body.get("trigger_id"), view=window(text, blocks))


def show(slack: Slack, method: str, **arguments: object) -> None:
    """Opens, pushes or updates a view that nothing depends on: lost if Slack cannot take it."""
    try:
        slack.view(method, **arguments)
    except (TryLater, Undeliverable, Unsure) as lost:
        log.warning("A private answer was not shown: %s.", type(lost).__name__)


def sentence(text: str, blocks: Sequence[Body] = ()) -> Body:
    """A message's text and blocks; the text is what a screen reader and a lock screen say."""
    return {"text": kit.unmarked(text), "blocks": list(blocks) or [kit.section(text)]}


def window(text: str, blocks: Sequence[Body] = (), *, last: bool = False) -> Body:
    """A modal that says one thing; if it is the `last`, what lies under it closes with it."""
    return {
        "type": "modal",
        "clear_on_close": last,
        "title": {"type": "plain_text", "text": "Leadloop"},
        "close": {"type": "plain_text", "text": "Close"},
        "blocks": list(blocks) or [kit.section(text)],
    }
