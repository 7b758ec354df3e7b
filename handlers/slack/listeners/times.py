"""Hears admins set working time, how often people hear, how long a lead is theirs; and open all of the settings."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.errors import NoSuchLead
from bot.show.changes import last_changes
from bot.show.setup import setup_for
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.views import time_forms
from handlers.slack.views.setup_forms import company_page

FORMS = {"times": time_forms.times_form, "cadences": time_forms.cadences_form, "window": time_forms.window_form}


def register(app: App, around: Surroundings) -> None:
    times = Times(around)
    app.action(ids.named("company"))(times.company)
    app.action(ids.named("time:"))(times.open)
    app.view(ids.TIMES)(times.saved)
    app.view(ids.CADENCES)(times.cadences)
    app.view(ids.WINDOW)(times.window)


class Times:
    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def company(self, ack: Ack, body: Body, context: BoltContext) -> None:
        with self.around.store.read() as unit:
            view = setup_for(unit, unit.person(context["person"]))
        opening.open_view(self.around.slack, body, company_page(view))
        ack()

    def open(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        form = FORMS.get(ids.read(action["action_id"], action.get("value")).detail)
        if form is None:
            raise NoSuchLead
        with self.around.store.read() as unit:
            view = setup_for(unit, unit.person(context["person"]))
            last = last_changes(unit, time_forms.KEYS)
        opening.open_view(self.around.slack, body, form(view.setup, last))
        ack()

    def saved(self, ack: Ack, body: Body, context: BoltContext) -> None:
        times = time_forms.read_times(body["view"]["state"]["values"])
        services.set_times(self.around.store, context["origin"], *times, by=context["person"], now=context["now"])
        ack(response_action="clear")

    def cadences(self, ack: Ack, body: Body, context: BoltContext) -> None:
        cadences = time_forms.read_cadences(body["view"]["state"]["values"])
        services.set_cadences(self.around.store, context["origin"], cadences, by=context["person"], now=context["now"])
        ack(response_action="clear")

    def window(self, ack: Ack, body: Body, context: BoltContext) -> None:
        days = time_forms.read_window(body["view"]["state"]["values"])
        services.set_window(self.around.store, context["origin"], days, by=context["person"], now=context["now"])
        ack(response_action="clear")
