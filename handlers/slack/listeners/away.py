"""Hears that somebody is away, or back before they said."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.away_form import away_form, read_away
from handlers.slack.web_api.directory import Directory


def register(app: App, around: Surroundings) -> None:
    away = Away(around)
    app.action(ids.named("away"))(away.open)
    app.action(ids.named("away:end"))(away.end)
    app.view(ids.AWAY)(away.saved)


class Away:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.directory = Directory(around)
        self.answers = Answers(around)

    def open(self, ack: Ack, body: Body) -> None:
        opening.open_view(self.around.slack, body, away_form())
        ack()

    def saved(self, ack: Ack, body: Body, context: BoltContext) -> None:
        until, user = read_away(body["view"]["state"]["values"])
        cover = self.directory.person(user, body["team"]["id"], now=context["now"]).id
        answer = services.go_away(
            self.around.store, context["origin"], until, cover, by=context["person"], now=context["now"]
        )
        self.answers.to_form(answer, body, ack)

    def end(self, ack: Ack, body: Body, context: BoltContext) -> None:
        answer = services.come_back(self.around.store, context["origin"], by=context["person"], now=context["now"])
        self.answers.to_click(answer, body)
        ack()
