"""Hears people say that they knew somebody before, who gave the lead answer, and a manager decide."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.deciding import disputed_whole
from bot.disputes import Proof, Record
from bot.errors import NoSuchLead, Refused
from bot.ids import DisputeId, LeadId
from bot.joining import givers
from bot.show.disputes import Part, to_answer
from bot.show.leads import giver_of
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids, inputs
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.dispute_forms import (
    DECIDED,
    OUTCOME,
    PROOF,
    REASON,
    WHERE,
    WORD,
    answer_form,
    day_of,
    decide_form,
    dispute_form,
)

FORMS = {"answer": (Part.GAVE, answer_form), "decide": (Part.DECIDES, decide_form)}


def register(app: App, around: Surroundings) -> None:
    disputes = Disputes(around)
    app.action(ids.named("dispute"))(disputes.ask)
    app.action(ids.named("dispute:drop"))(disputes.drop)
    app.action(ids.named("dispute:"))(disputes.form)
    app.view(ids.DISPUTE)(disputes.made)
    app.view(ids.DISPUTE_ANSWER)(disputes.answered)
    app.view(ids.DISPUTE_DECIDE)(disputes.decided)


class Disputes:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)

    def ask(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        """Nobody types what would not be taken."""
        number = LeadId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            lead = disputed_whole(unit, unit.lead(number), context["person"])
            title, giver = lead.title, giver_of(unit, lead)
            too = context["person"] in givers(unit, lead)
        form = dispute_form(title, giver, gave_too=too, metadata=opening.metadata(body, lead=number))
        opening.open_view(self.around.slack, body, form)
        ack()

    def form(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        pressed = ids.read(action["action_id"], action.get("value"))
        if pressed.detail not in FORMS:
            raise NoSuchLead
        part, form = FORMS[pressed.detail]
        with self.around.store.read() as unit:
            claim = to_answer(unit, DisputeId(pressed.number), context["person"], part)
        metadata = opening.metadata(body, dispute=claim.number)
        opening.open_view(self.around.slack, body, form(claim, metadata=metadata))
        ack()

    def drop(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        number = DisputeId(ids.read(action["action_id"], action.get("value")).number)
        answer = services.drop_dispute(
            self.around.store, context["origin"], number, by=context["person"], now=context["now"]
        )
        self.answers.to_click(answer, body)
        ack()

    def made(self, ack: Ack, body: Body, context: BoltContext) -> None:
        values, day = body["view"]["state"]["values"], day_of(body["view"]["state"]["values"])
        lead = LeadId(ids.number(ids.read_metadata(body["view"]["private_metadata"]), "lead"))
        proof, where = inputs.chosen(values, PROOF), inputs.text(values, WHERE)
        record = Record(Proof(proof), where, day) if day and proof in set(Proof) else None
        by, now, word = context["person"], context["now"], inputs.text(values, WORD)
        answer = services.dispute(self.around.store, context["origin"], lead, record, word, by=by, now=now)
        self.answers.to_form(answer, body, ack)

    def answered(self, ack: Ack, body: Body, context: BoltContext) -> None:
        values, number = _form(body)
        by, now, word = context["person"], context["now"], inputs.text(values, WORD)
        answer = services.answer_dispute(
            self.around.store, context["origin"], number, word, day_of(values), by=by, now=now
        )
        self.answers.to_form(answer, body, ack)

    def decided(self, ack: Ack, body: Body, context: BoltContext) -> None:
        values, number = _form(body)
        outcome = next((one for one in DECIDED if one == inputs.chosen(values, OUTCOME)), None)
        if outcome is None:
            raise Refused("needed", field=OUTCOME)
        by, now, reason = context["person"], context["now"], inputs.text(values, REASON)
        answer = services.decide_dispute(self.around.store, context["origin"], number, outcome, reason, by=by, now=now)
        self.answers.to_form(answer, body, ack)


def _form(body: Body) -> tuple[inputs.Values, DisputeId]:
    view = body["view"]
    return view["state"]["values"], DisputeId(ids.number(ids.read_metadata(view["private_metadata"]), "dispute"))
