"""Hears the answers of *Your leads today* that are no moves: that somebody needs help, or that they went quiet."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.errors import Refused
from bot.ids import LeadId
from bot.moves import BY_NAME
from bot.services.helping import Whom
from bot.show.homes import LeadPage, page_to_move
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids, inputs
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.help_form import NOTE, WHOM, help_form
from handlers.slack.views.move_form import quiet_form


def register(app: App, around: Surroundings) -> None:
    mornings = Mornings(around)
    app.action(ids.named("help"))(mornings.help)
    app.view(ids.NEED_HELP)(mornings.helped)
    app.action(ids.named("quiet"))(mornings.quiet)


class Mornings:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)

    def help(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        page = self._page("still", action, context)
        form = help_form(page, metadata=opening.metadata(body, lead=page.lead.id))
        opening.open_view(self.around.slack, body, form)
        ack()

    def helped(self, ack: Ack, body: Body, context: BoltContext) -> None:
        lead = LeadId(ids.number(ids.read_metadata(body["view"]["private_metadata"]), "lead"))
        values = body["view"]["state"]["values"]
        whom, words = _whom(inputs.chosen(values, WHOM)), inputs.text(values, NOTE)
        store, by, now = self.around.store, context["person"], context["now"]
        answer = services.need_help(store, context["origin"], lead, whom, words, by=by, now=now)
        self.answers.to_form(answer, body, ack)

    def quiet(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        page = self._page("warm", action, context)
        form = quiet_form(page, metadata=opening.metadata(body, lead=page.lead.id, move="warm"))
        opening.open_view(self.around.slack, body, form)
        ack()

    def _page(self, move: str, action: Body, context: BoltContext) -> LeadPage:
        number = LeadId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            return page_to_move(unit, unit.lead(number), BY_NAME[move], unit.person(context["person"]))


def _whom(chosen: str) -> Whom:
    try:
        return Whom(chosen)
    except ValueError:
        raise Refused("needed", field=WHOM) from None
