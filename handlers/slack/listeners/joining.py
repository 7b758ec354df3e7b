"""Hears people say that two leads are about the same, or that one is a different one after all."""

from slack_bolt import Ack, App, BoltContext

from bot import rights, services
from bot.ids import LeadId
from bot.services.standing import stands_to
from bot.show.homes import lead_page
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.same_form import read_same_form, same_form


def register(app: App, around: Surroundings) -> None:
    joining = Joining(around)
    app.action(ids.named("same"))(joining.ask)
    app.view(ids.SAME)(joining.same)
    app.action(ids.named("different"))(joining.different)


class Joining:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)

    def ask(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        """Nobody types what would not be taken."""
        number = LeadId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            lead, person = unit.lead(number), unit.person(context["person"])
            rights.check_join(lead, stands_to(unit, person, lead))
            page = lead_page(unit, lead, person)
        opening.open_view(self.around.slack, body, same_form(page, metadata=opening.metadata(body, lead=number)))
        ack()

    def same(self, ack: Ack, body: Body, context: BoltContext) -> None:
        view, by, now = body["view"], context["person"], context["now"]
        lead = LeadId(ids.number(ids.read_metadata(view["private_metadata"]), "lead"))
        into = read_same_form(view["state"]["values"])
        answer = services.join_leads(self.around.store, context["origin"], lead, into, by=by, now=now)
        self.answers.to_form(answer, body, ack)

    def different(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        lead = LeadId(ids.read(action["action_id"], action.get("value")).number)
        answer = services.take_apart(
            self.around.store, context["origin"], lead, by=context["person"], now=context["now"]
        )
        self.answers.to_click(answer, body)
        ack()
