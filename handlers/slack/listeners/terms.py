"""Hears people say how often and when they want to hear, of all that they gave or of one lead."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.ids import LeadId
from bot.services.loop import own_lead
from bot.show.terms import terms_of
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.terms_form import read_snooze, read_terms, snooze_form, terms_form


def register(app: App, around: Surroundings) -> None:
    terms = TermsForms(around)
    app.action(ids.named("terms"))(terms.open)
    app.view(ids.TERMS)(terms.saved)
    app.action(ids.named("snooze"))(terms.ask_day)
    app.view(ids.SNOOZE)(terms.snoozed)


class TermsForms:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)

    def open(self, ack: Ack, body: Body, context: BoltContext) -> None:
        with self.around.store.read() as unit:
            view = terms_of(unit, unit.person(context["person"]), now=context["now"])
        opening.open_view(self.around.slack, body, terms_form(view, metadata=opening.metadata(body)))
        ack()

    def saved(self, ack: Ack, body: Body, context: BoltContext) -> None:
        terms = read_terms(body["view"]["state"]["values"])
        answer = services.set_terms(
            self.around.store, context["origin"], terms, by=context["person"], now=context["now"]
        )
        self.answers.to_form(answer, body, ack)

    def ask_day(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        lead = LeadId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            title = own_lead(unit, lead, context["person"]).title
        form = snooze_form(title, metadata=opening.metadata(body, lead=lead))
        opening.open_view(self.around.slack, body, form)
        ack()

    def snoozed(self, ack: Ack, body: Body, context: BoltContext) -> None:
        lead = LeadId(int(ids.read_metadata(body["view"]["private_metadata"])["lead"]))
        day = read_snooze(body["view"]["state"]["values"])
        answer = services.snooze(
            self.around.store, context["origin"], lead, day, by=context["person"], now=context["now"]
        )
        self.answers.to_form(answer, body, ack)
