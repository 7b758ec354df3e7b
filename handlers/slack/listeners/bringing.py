"""Hears admins bring the list that their company kept until today."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.errors import NoSuchLead
from bot.ids import IncomingId
from bot.show.setup import setup_for
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.bring_form import bring_form, read_bring
from handlers.slack.web_api.privately import tell

DECIDE = {"bring": services.bring_list, "leave": services.drop_list}


def register(app: App, around: Surroundings) -> None:
    bringing = Bringing(around)
    app.action(ids.named("bring"))(bringing.open)
    app.action(ids.named("template"))(bringing.template)
    app.action(ids.named("incoming:"))(bringing.decide)
    app.view(ids.BRING)(bringing.take)


class Bringing:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)

    def open(self, ack: Ack, body: Body, context: BoltContext) -> None:
        with self.around.store.read() as unit:
            setup_for(unit, unit.person(context["person"]))
        opening.open_view(self.around.slack, body, bring_form())
        ack()

    def take(self, ack: Ack, body: Body, context: BoltContext) -> None:
        typed = read_bring(body["view"]["state"]["values"])
        answer = services.take_list(
            self.around.store,
            context["origin"],
            typed.name,
            typed.reference,
            typed.duplicates,
            by=context["person"],
            now=context["now"],
        )
        self.answers.to_form(answer, body, ack)

    def template(self, ack: Ack, body: Body, context: BoltContext) -> None:
        """The form stays as it is below the answer."""
        answer = services.send_template(self.around.store, context["origin"], by=context["person"], now=context["now"])
        tell(self.around.slack, body, self.answers.text(answer))
        ack()

    def decide(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        pressed = ids.read(action["action_id"], action.get("value"))
        decide = DECIDE.get(pressed.detail)
        if decide is None:
            raise NoSuchLead
        number = IncomingId(pressed.number)
        answer = decide(self.around.store, context["origin"], number, by=context["person"], now=context["now"])
        self.answers.to_click(answer, body)
        ack()
