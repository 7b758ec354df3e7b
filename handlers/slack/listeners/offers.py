"""Hears whoever has a lead come back to what its giver offered, and what these answer."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.errors import NoSuchLead
from bot.ids import EntryId, LeadId
from bot.leads import Offer
from bot.services.offers import to_answer, to_ask
from bot.show.leads import named
from bot.show.offers import offer_to_answer
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids, inputs
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.word_forms import WORD, advice_form, question_form


def register(app: App, around: Surroundings) -> None:
    offered = Offered(around)
    app.action(ids.named("offer:"))(offered.ask)
    app.view(ids.QUESTION)(offered.asked)
    app.action(ids.named("offer_done"))(offered.done)
    app.action(ids.named("offer_later"))(offered.later)
    app.action(ids.named("advise"))(offered.advise)
    app.view(ids.ADVICE)(offered.advised)


class Offered:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)

    def ask(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        """Advice is asked for in a form."""
        pressed = ids.read(action["action_id"], action.get("value"))
        offer, lead = _offer(pressed.detail), LeadId(pressed.number)
        if offer is Offer.ADVICE:
            self._question(lead, body, context)
        else:
            store, by, now = self.around.store, context["person"], context["now"]
            self.answers.to_click(services.ask_offer(store, context["origin"], lead, offer, "", by=by, now=now), body)
        ack()

    def _question(self, lead: LeadId, body: Body, context: BoltContext) -> None:
        """Nobody types what would not be taken."""
        with self.around.store.read() as unit:
            asked_of = to_ask(unit, lead, Offer.ADVICE, by=context["person"])
            referrer = named(unit, asked_of, asked_of.referrer)
        form = question_form(asked_of.title, referrer, metadata=opening.metadata(body, lead=lead))
        opening.open_view(self.around.slack, body, form)

    def asked(self, ack: Ack, body: Body, context: BoltContext) -> None:
        lead = LeadId(ids.number(ids.read_metadata(body["view"]["private_metadata"]), "lead"))
        words = inputs.text(body["view"]["state"]["values"], WORD)
        store, by, now = self.around.store, context["person"], context["now"]
        answer = services.ask_offer(store, context["origin"], lead, Offer.ADVICE, words, by=by, now=now)
        self.answers.to_form(answer, body, ack)

    def done(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        store, by, now = self.around.store, context["person"], context["now"]
        self.answers.to_click(services.keep_offer(store, context["origin"], _ask(action), by=by, now=now), body)
        ack()

    def later(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        store, by, now = self.around.store, context["person"], context["now"]
        self.answers.to_click(services.put_off_offer(store, context["origin"], _ask(action), by=by, now=now), body)
        ack()

    def advise(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        ask = _ask(action)
        with self.around.store.read() as unit:
            lead, entry = to_answer(unit, ask, by=context["person"])
            shown = offer_to_answer(unit, lead, entry, unit.person(context["person"]))
        opening.open_view(self.around.slack, body, advice_form(shown, metadata=opening.metadata(body, ask=ask)))
        ack()

    def advised(self, ack: Ack, body: Body, context: BoltContext) -> None:
        ask = EntryId(ids.number(ids.read_metadata(body["view"]["private_metadata"]), "ask"))
        words = inputs.text(body["view"]["state"]["values"], WORD)
        store, by, now = self.around.store, context["person"], context["now"]
        self.answers.to_form(services.keep_offer(store, context["origin"], ask, words, by=by, now=now), body, ack)


def _ask(action: Body) -> EntryId:
    return EntryId(ids.read(action["action_id"], action.get("value")).number)


def _offer(detail: str) -> Offer:
    try:
        return Offer(detail)
    except ValueError:
        raise NoSuchLead from None
