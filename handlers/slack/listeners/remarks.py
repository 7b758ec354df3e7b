"""Hears what is wrong, and where the CRM has a lead."""

from slack_bolt import Ack, App, BoltContext

from bot import rights, services
from bot.errors import NoSuchLead
from bot.ids import LeadId
from bot.remarks import Screen
from bot.show.homes import lead_page
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids, inputs
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.word_forms import LINK, WORD, crm_form, wrong_form


def register(app: App, around: Surroundings) -> None:
    remarks = Remarks(around)
    app.action(ids.named("wrong:"))(remarks.wrong)
    app.view(ids.WRONG)(remarks.told)
    app.action(ids.named("crm"))(remarks.crm)
    app.view(ids.CRM)(remarks.linked)


class Remarks:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)

    def wrong(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:  # noqa: ARG002 - Bolt's names
        pressed = ids.read(action["action_id"], action.get("value"))
        metadata = opening.metadata(body, screen=_screen(pressed.detail), lead=pressed.number or None)
        opening.open_view(self.around.slack, body, wrong_form(metadata=metadata))
        ack()

    def told(self, ack: Ack, body: Body, context: BoltContext) -> None:
        view = body["view"]
        facts, text = ids.read_metadata(view["private_metadata"]), inputs.text(view["state"]["values"], WORD)
        lead = LeadId(ids.number(facts, "lead")) if "lead" in facts else None
        answer = services.tell_wrong(
            self.around.store,
            context["origin"],
            text,
            _screen(facts.get("screen")),
            by=context["person"],
            now=context["now"],
            lead_id=lead,
        )
        self.answers.to_form(answer, body, ack)

    def crm(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        number = LeadId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            lead, person = unit.lead(number), unit.person(context["person"])
            rights.check_link(lead, rights.standings(person, lead, unit.setup()))
            page = lead_page(unit, lead, person)
        form = crm_form(page.lead.title, page.lead.crm, metadata=opening.metadata(body, lead=number))
        opening.open_view(self.around.slack, body, form)
        ack()

    def linked(self, ack: Ack, body: Body, context: BoltContext) -> None:
        view = body["view"]
        lead, link = LeadId(ids.number(ids.read_metadata(view["private_metadata"]), "lead")), view["state"]["values"]
        answer = services.link_crm(
            self.around.store,
            context["origin"],
            lead,
            inputs.text(link, LINK),
            by=context["person"],
            now=context["now"],
        )
        self.answers.to_form(answer, body, ack)


def _screen(name: object) -> Screen:
    """One that is none of ours was made up."""
    if str(name) not in set(Screen):
        raise NoSuchLead
    return Screen(str(name))
