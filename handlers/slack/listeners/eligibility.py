"""Hears admins say whose leads are not rewarded."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.show.changes import last_changes
from bot.show.setup import setup_for
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.views.eligibility_form import KEYS, eligibility_form, read_eligibility


def register(app: App, around: Surroundings) -> None:
    eligibility = Eligibility(around)
    app.action(ids.named("rewarded"))(eligibility.open)
    app.view(ids.REWARDED)(eligibility.saved)


class Eligibility:
    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def open(self, ack: Ack, body: Body, context: BoltContext) -> None:
        with self.around.store.read() as unit:
            view = setup_for(unit, unit.person(context["person"]))
            last = last_changes(unit, KEYS)
        opening.open_view(self.around.slack, body, eligibility_form(view.setup.rewarded, last))
        ack()

    def saved(self, ack: Ack, body: Body, context: BoltContext) -> None:
        chosen = read_eligibility(body["view"]["state"]["values"])
        services.set_rewarded(self.around.store, context["origin"], chosen, by=context["person"], now=context["now"])
        ack(response_action="clear")
