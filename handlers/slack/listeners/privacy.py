"""Hears who looks how to reach somebody, and who answers people about their data."""

from slack_bolt import Ack, App, BoltContext

from bot import rights, services, touching
from bot.errors import NoSuchLead, Refused
from bot.ids import LeadId
from bot.privacy import Deed, Seen
from bot.show.homes import page_to_reach
from bot.show.privacy import done, found, kinds_answered
from bot.texts import line
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.listeners.leads import LeadForms
from handlers.slack.views import privacy_forms
from handlers.slack.views.lead_typed import read_lead_form, typed_from
from handlers.slack.web_api.directory import PLATFORM


def register(app: App, around: Surroundings) -> None:
    privacy = Privacy(around)
    app.action(ids.named("contact"))(privacy.contact)
    app.action(ids.named("privacy"))(privacy.open)
    app.view(ids.FIND_PERSON)(privacy.found)
    app.view(ids.PRIVACY)(privacy.chosen)
    app.view(ids.ERASE)(privacy.erase)
    app.view(ids.CORRECT)(privacy.corrected)
    app.view(ids.ALLOW)(privacy.allowed)


class Privacy:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)
        self.forms = LeadForms(around)

    def contact(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        number = LeadId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            lead, by = unit.lead(number), context["person"]
            page = page_to_reach(unit, lead, unit.person(by))
            warned = touching.before(unit, page.moves, lead, by, context["now"])
        self._note([number], Seen.CONTACT, context)
        opening.open_view(self.around.slack, body, privacy_forms.contact_page(page, warned))
        ack()

    def open(self, ack: Ack, body: Body, context: BoltContext) -> None:
        """`/lead privacy`, and the button in App Home."""
        with self.around.store.read() as unit:
            kinds_answered(unit, unit.person(context["person"]))
            last = done(unit)
        opening.open_view(self.around.slack, body, privacy_forms.find_form(last))
        ack()

    def found(self, ack: Ack, body: Body, context: BoltContext) -> None:
        typed = privacy_forms.read_words(body["view"]["state"]["values"])
        words = line(typed, field=privacy_forms.WORDS, required=True)
        with self.around.store.read() as unit:
            shown = found(unit, words, unit.person(context["person"]))
        self._note([one.lead.id for one in shown.held], Seen.SEARCH, context)
        ack(response_action="update", view=privacy_forms.found_form(shown))

    def chosen(self, ack: Ack, body: Body, context: BoltContext) -> None:
        """Erasing asks once more, correcting asks what is right; all else is done."""
        leads, code = privacy_forms.read_found(body["view"]["state"]["values"])
        if not leads or code not in set(Deed):
            raise Refused("choose_leads", field=privacy_forms.LEADS)
        match Deed(code):
            case Deed.ERASE:
                facts = ids.write_metadata({"leads": ",".join(map(str, leads))})
                ack(response_action="update", view=privacy_forms.sure_form(leads, metadata=facts))
            case Deed.CORRECT:
                ack(response_action="update", view=self._correct(leads, context))
            case deed:
                self._do(deed, leads, ack, body, context)

    def erase(self, ack: Ack, body: Body, context: BoltContext) -> None:
        facts = ids.read_metadata(body["view"]["private_metadata"])
        leads = tuple(LeadId(ids.whole(number)) for number in str(facts.get("leads")).split(","))
        self._do(Deed.ERASE, leads, ack, body, context)

    def corrected(self, ack: Ack, body: Body, context: BoltContext) -> None:
        lead = LeadId(ids.number(ids.read_metadata(body["view"]["private_metadata"]), "lead"))
        given = self.forms.given(read_lead_form(body["view"]["state"]["values"]), body, context)
        answer = services.correct_lead(
            self.around.store, context["origin"], lead, given, by=context["person"], now=context["now"]
        )
        self.answers.to_form(answer, body, ack)

    def allowed(self, ack: Ack, body: Body, context: BoltContext) -> None:
        words = privacy_forms.read_words(body["view"]["state"]["values"])
        answer = services.allow_person(
            self.around.store, context["origin"], words, by=context["person"], now=context["now"]
        )
        self.answers.to_form(answer, body, ack)

    def _do(self, deed: Deed, leads: tuple[LeadId, ...], ack: Ack, body: Body, context: BoltContext) -> None:
        store, origin, who = self.around.store, context["origin"], {"by": context["person"], "now": context["now"]}
        if deed is Deed.COPY:
            answer = services.copy_for_person(store, origin, leads, **who)
        else:
            answer = services.answer_person(store, origin, deed, leads, **who)
        self.answers.to_form(answer, body, ack)

    def _correct(self, leads: tuple[LeadId, ...], context: BoltContext) -> Body:
        if len(leads) > 1:
            raise Refused("one_at_a_time", field=privacy_forms.LEADS)
        with self.around.store.read() as unit:
            lead, setup = unit.lead(leads[0]), unit.setup()
            if not rights.handles_privacy(unit.person(context["person"]), lead.kind, setup):
                raise NoSuchLead
            wanted = unit.identity(lead.wanted, PLATFORM) if lead.wanted else None
        self._note([lead.id], Seen.FORM, context)
        typed = typed_from(lead, wanted=wanted.user if wanted else "")
        return privacy_forms.correct_form(typed, number=lead.id, metadata=ids.write_metadata({"lead": lead.id}))

    def _note(self, leads: list[LeadId], what: Seen, context: BoltContext) -> None:
        services.note_seen(self.around.store, leads, what, by=context["person"], now=context["now"])
