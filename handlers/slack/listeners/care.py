"""Hears what is owed to whoever a lead is about: the text to send, and what admins choose for them."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.errors import NoSuchLead
from bot.ids import LeadId
from bot.show.care import erased_for, notice_text, rehearse
from bot.show.leads import without_contact
from bot.show.passing import passing
from bot.show.setup import setup_for
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.views import care_forms

FORMS = {"told": care_forms.told_form, "kept": care_forms.kept_form}


def register(app: App, around: Surroundings) -> None:
    owed = Owed(around)
    app.action(ids.named("notice"))(owed.text)
    app.action(ids.named("pass_on"))(owed.to_pass_on)
    app.action(ids.named("care:"))(owed.open)
    app.view(ids.TOLD)(owed.told)
    app.view(ids.KEPT)(owed.kept)
    app.view(ids.KEPT_SURE)(owed.sure)
    app.action(ids.named("erased"))(owed.erased)


class Owed:
    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def text(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        number = LeadId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            lead = unit.lead(number)
            shown = notice_text(unit, lead, unit.person(context["person"]))
        page = care_forms.notice_page(shown, without_contact(lead), metadata=opening.metadata(body))
        opening.open_view(self.around.slack, body, page)
        ack()

    def to_pass_on(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        number = LeadId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            shown = passing(unit, unit.lead(number), unit.person(context["person"]))
        opening.open_view(self.around.slack, body, care_forms.passing_page(shown, metadata=opening.metadata(body)))
        ack()

    def open(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        form = FORMS.get(ids.read(action["action_id"], action.get("value")).detail)
        if form is None:
            raise NoSuchLead
        with self.around.store.read() as unit:
            view = setup_for(unit, unit.person(context["person"]))
        opening.open_view(self.around.slack, body, form(view.setup))
        ack()

    def told(self, ack: Ack, body: Body, context: BoltContext) -> None:
        company, address, bases = care_forms.read_told(body["view"]["state"]["values"])
        by, now = context["person"], context["now"]
        services.set_told(self.around.store, context["origin"], company, address, bases, by=by, now=now)
        ack(response_action="clear")

    def kept(self, ack: Ack, body: Body, context: BoltContext) -> None:
        """What it would do now is shown before anything is saved."""
        chosen = care_forms.read_kept(body["view"]["state"]["values"])
        with self.around.store.read() as unit:
            shown = rehearse(unit, unit.person(context["person"]), chosen, context["now"])
        ack(response_action="push", view=care_forms.sure_form(chosen, shown))

    def sure(self, ack: Ack, body: Body, context: BoltContext) -> None:
        chosen = care_forms.read_sure(body["view"]["private_metadata"])
        by, now = context["person"], context["now"]
        services.set_kept(self.around.store, context["origin"], chosen.keeping, chosen.months, by=by, now=now)
        ack(response_action="clear")

    def erased(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        offset = ids.read(action["action_id"], action.get("value")).number
        with self.around.store.read() as unit:
            page = erased_for(unit, unit.person(context["person"]), offset=offset)
        turns = (body.get("view") or {}).get("callback_id") == ids.ERASED
        show = opening.replace_or_open if turns else opening.open_view
        show(self.around.slack, body, care_forms.erased_page(page))
        ack()
