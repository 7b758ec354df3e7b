"""Hears people share files in the thread of a lead's card, and take them away again."""

from slack_bolt import BoltContext

from bot import services
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.identities import DELETED
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import attached


class Attachments:
    """What is written in channels is theirs who are there: of what has no files nothing gets here."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def heard(self, event: Body, context: BoltContext) -> None:
        gone = event.get("subtype") == DELETED
        message = event["previous_message"] if gone else event
        store, origin, stood = self.around.store, context["origin"], f"{event['channel']}:{message['thread_ts']}"
        by, now = context["person"], context["now"]
        if gone:
            services.unshare(store, origin, stood, attached.references(message), by=by, now=now)
        else:
            services.share(store, origin, stood, attached.of_message(message), by=by, now=now)
