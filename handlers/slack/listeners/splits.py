"""Hears whoever has a lead propose how its credit is split, those who gave it agree or not, and a manager decide."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.errors import NoSuchLead
from bot.ids import LeadId, SplitId
from bot.show.splits import to_decide, to_differ, to_propose
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids, inputs
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.split_forms import REASON, WORD, decide_form, differ_form, read_shares, split_form

FORMS = {"differ": (to_differ, differ_form), "decide": (to_decide, decide_form)}
AT_ONCE = {"agree": services.agree_split, "drop": services.drop_split}


def register(app: App, around: Surroundings) -> None:
    splits = Splits(around)
    app.action(ids.named("split"))(splits.ask)
    app.action(ids.named("split:"))(splits.answer)
    app.view(ids.SPLIT)(splits.proposed)
    app.view(ids.SPLIT_DIFFER)(splits.differed)
    app.view(ids.SPLIT_DECIDE)(splits.decided)


class Splits:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)

    def ask(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        number = LeadId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            lead = unit.lead(number)
            form = split_form(
                lead.title,
                to_propose(unit, lead, context["person"]),
                metadata=opening.metadata(body, lead=number),
            )
        opening.open_view(self.around.slack, body, form)
        ack()

    def answer(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        pressed = ids.read(action["action_id"], action.get("value"))
        if pressed.detail in FORMS:
            self._open(pressed.detail, SplitId(pressed.number), body, context)
        elif pressed.detail in AT_ONCE:
            do, by, now = AT_ONCE[pressed.detail], context["person"], context["now"]
            answer = do(self.around.store, context["origin"], SplitId(pressed.number), by=by, now=now)
            self.answers.to_click(answer, body)
        else:
            raise NoSuchLead
        ack()

    def _open(self, which: str, number: SplitId, body: Body, context: BoltContext) -> None:
        gather, form = FORMS[which]
        with self.around.store.read() as unit:
            shown = gather(unit, number, context["person"])
        metadata = opening.metadata(body, split=number)
        opening.open_view(self.around.slack, body, form(shown, metadata=metadata))

    def proposed(self, ack: Ack, body: Body, context: BoltContext) -> None:
        values = body["view"]["state"]["values"]
        lead = LeadId(ids.number(ids.read_metadata(body["view"]["private_metadata"]), "lead"))
        typed, word = read_shares(values), inputs.text(values, WORD)
        by, now = context["person"], context["now"]
        answer = services.propose_split(self.around.store, context["origin"], lead, typed, word, by=by, now=now)
        self.answers.to_form(answer, body, ack)

    def differed(self, ack: Ack, body: Body, context: BoltContext) -> None:
        values, number = _form(body)
        by, now, word = context["person"], context["now"], inputs.text(values, WORD)
        answer = services.differ_split(self.around.store, context["origin"], number, word, by=by, now=now)
        self.answers.to_form(answer, body, ack)

    def decided(self, ack: Ack, body: Body, context: BoltContext) -> None:
        values, number = _form(body)
        typed, reason = read_shares(values), inputs.text(values, REASON)
        by, now = context["person"], context["now"]
        answer = services.decide_split(self.around.store, context["origin"], number, typed, reason, by=by, now=now)
        self.answers.to_form(answer, body, ack)


def _form(body: Body) -> tuple[inputs.Values, SplitId]:
    view = body["view"]
    return view["state"]["values"], SplitId(ids.number(ids.read_metadata(view["private_metadata"]), "split"))
