"""Hears what we look for, from those who keep it."""

from dataclasses import dataclass

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.errors import Refused
from bot.show.homes import looks_kept
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.views.looks_form import looks_form, read_looks


def register(app: App, around: Surroundings) -> None:
    forms = LooksForms(around)
    app.action(ids.named("looks"))(forms.open)
    app.view(ids.LOOKS)(forms.saved)


@dataclass(frozen=True)
class LooksForms:
    around: Surroundings

    def open(self, ack: Ack, body: Body, context: BoltContext) -> None:
        with self.around.store.read() as unit:
            setup = unit.setup()
            keeps = looks_kept(unit.person(context["person"]), setup)
        if not keeps:
            raise Refused("not_keeper")
        opening.open_view(self.around.slack, body, looks_form(setup.looks, keeps))
        ack()

    def saved(self, ack: Ack, body: Body, context: BoltContext) -> None:
        looks = read_looks(body["view"]["state"]["values"])
        services.set_looks(self.around.store, context["origin"], looks, by=context["person"], now=context["now"])
        ack()
