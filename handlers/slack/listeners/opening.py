"""Opens forms and pages: over a message or App Home, or on top of the modal that was clicked in."""

import logging

from bot.errors import NoSuchLead
from bot.front import TryLater, Undeliverable, Unsure
from handlers.slack.edge.decoding import Body
from handlers.slack.kit import ids
from handlers.slack.web_api.client import Slack

log = logging.getLogger(__name__)


def open_view(slack: Slack, body: Body, view: Body) -> None:
    """Raises TryLater, Undeliverable or Unsure."""
    on_modal = (body.get("view") or {}).get("type") == "modal"
    slack.view("views.push" if on_modal else "views.open", trigger_id=body["trigger_id"], view=view)


def clicked_in(body: Body) -> Body:
    """The form or App Home that was clicked in; a click elsewhere, of a button that stands there only, was made up."""
    view: Body | None = body.get("view")
    if view is None:
        raise NoSuchLead
    return view


def replace_or_open(slack: Slack, body: Body, view: Body) -> None:
    """Instead of the modal that was clicked in, if it was one; raises the same."""
    shown = body.get("view") or {}
    if shown.get("type") == "modal":
        slack.view("views.update", view_id=shown["id"], view=view)
    else:
        open_view(slack, body, view)


def opened(slack: Slack, body: Body, view: Body) -> bool:
    """The same; False where Slack could not, or may not have: what the person typed must be kept then."""
    try:
        open_view(slack, body, view)
    except (TryLater, Undeliverable, Unsure) as lost:
        log.warning("A form was not opened: %s.", lost)
        return False
    return True


def metadata(body: Body, **facts: str | int | None) -> str:
    """What a form must know when it is submitted; answers go beside the message that it was opened from."""
    before = ids.read_metadata((body.get("view") or {}).get("private_metadata", ""))
    return ids.write_metadata({"response_url": body.get("response_url") or before.get("response_url"), **facts})
