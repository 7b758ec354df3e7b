"""Hears an admin say that what was wrong is mended."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners.answering import Answers


def register(app: App, around: Surroundings) -> None:
    app.action(ids.named("parked:again"))(Troubles(around).again)


class Troubles:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)

    def again(self, ack: Ack, body: Body, context: BoltContext) -> None:
        answer = services.try_parked(self.around.store, context["origin"], by=context["person"], now=context["now"])
        self.answers.to_click(answer, body)
        ack()
