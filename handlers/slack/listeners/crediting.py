"""Hears whoever has the credit leave it to who logged the lead, and a manager change who has it."""

from slack_bolt import Ack, App, BoltContext

from bot import rights, services
from bot.errors import Refused
from bot.ids import LeadId
from bot.services.standing import stands_to
from bot.show.leads import giver_of
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids, inputs
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.credit_form import REASON, TO, credit_form
from handlers.slack.web_api.directory import Directory


def register(app: App, around: Surroundings) -> None:
    credit = Credit(around)
    app.action(ids.named("leave_credit"))(credit.leave)
    app.action(ids.named("change_credit"))(credit.ask)
    app.view(ids.CREDIT)(credit.change)


class Credit:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.directory = Directory(around)
        self.answers = Answers(around)

    def leave(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        lead = LeadId(ids.read(action["action_id"], action.get("value")).number)
        answer = services.leave_credit(
            self.around.store, context["origin"], lead, by=context["person"], now=context["now"]
        )
        self.answers.to_click(answer, body)
        ack()

    def ask(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        """Nobody types what would not be taken."""
        number = LeadId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            lead, person = unit.lead(number), unit.person(context["person"])
            rights.check_change_credit(lead, stands_to(unit, person, lead))
            title, referrer = lead.title, giver_of(unit, lead)
        form = credit_form(title, referrer, metadata=opening.metadata(body, lead=number))
        opening.open_view(self.around.slack, body, form)
        ack()

    def change(self, ack: Ack, body: Body, context: BoltContext) -> None:
        view, by, now = body["view"], context["person"], context["now"]
        values = view["state"]["values"]
        lead = LeadId(ids.number(ids.read_metadata(view["private_metadata"]), "lead"))
        user = inputs.user(values, TO)
        if not user:
            raise Refused("needed", field=TO)
        to = self.directory.person(user, body["team"]["id"], now=now).id
        reason = inputs.text(values, REASON)
        answer = services.change_credit(self.around.store, context["origin"], lead, to, reason, by=by, now=now)
        self.answers.to_form(answer, body, ack)
