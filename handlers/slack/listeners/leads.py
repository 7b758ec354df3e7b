"""Hears people log a lead and correct it: by the command's words, both shortcuts, a draft, and the forms."""

from collections.abc import Sequence
from dataclasses import replace

from slack_bolt import Ack, App, BoltContext

from bot import capture, eligibility, rights, services
from bot.attachments import Attachment
from bot.errors import Refused
from bot.ids import DraftId, LeadId, PersonId
from bot.leads import Given, Lead
from bot.people import Identity
from bot.privacy import Seen
from bot.show.drafts import draft_of
from bot.show.leads import name
from bot.store import Reading
from bot.whereabouts import regions
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import attached, ids, reading
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.messages.eligibility import before
from handlers.slack.views.lead_form import DETAILS, edit_form, kept, lead_form
from handlers.slack.views.lead_typed import (
    COLLEAGUE,
    CREDIT,
    OUTSIDE,
    LeadTyped,
    read_edit_form,
    read_lead_form,
    typed_from,
)
from handlers.slack.views.lead_typed import given as given_of
from handlers.slack.web_api import permalinks
from handlers.slack.web_api.directory import PLATFORM, Directory


def register(app: App, around: Surroundings) -> None:
    forms = LeadForms(around)
    app.view(ids.LEAD)(forms.logged)
    app.shortcut("log_lead")(forms.from_shortcut)
    app.action(ids.named("log"))(forms.from_shortcut)
    app.shortcut("log_message")(forms.from_message)
    app.action(ids.named("draft:finish"))(forms.from_draft)
    app.action(DETAILS)(forms.details)
    app.action(CREDIT)(forms.details)
    app.action(ids.named("edit"))(forms.edit)
    app.view(ids.EDIT)(forms.edited)


class LeadForms:
    """The form of a new lead and that of an edit. What was typed is kept as a draft where Slack opens no form."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.directory = Directory(around)
        self.answers = Answers(around)

    def from_command(self, words: str, ack: Ack, body: Body, context: BoltContext) -> None:
        """Whom the words mention should take it."""
        if self._open(reading.spoken(words, name=lambda _: ""), body, context):
            ack()
        else:
            ack(self._keep(words, body, context))

    def from_shortcut(self, ack: Ack, body: Body, context: BoltContext) -> None:
        opening.open_view(self.around.slack, body, self._form(LeadTyped(), context))
        ack()

    def from_message(self, ack: Ack, body: Body, context: BoltContext) -> None:
        """Whom a message mentions is part of what it says."""
        words, came = body["message"].get("text") or "", attached.of_message(body["message"])
        source = permalinks.of_message(body)
        if not self._open(self.plain(words, body), body, context, source=source, files=came):
            self._keep(words, body, context, source=source, files=came)
        ack()

    def from_draft(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        number = DraftId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            draft = draft_of(unit, number, context["person"])
        opening.open_view(
            self.around.slack,
            body,
            self._filled(
                reading.Spoken(draft.text),
                context,
                draft=number,
                source=draft.source,
                files=attached.write(draft.attached),
            ),
        )
        ack()

    def details(self, ack: Ack, body: Body, context: BoltContext) -> None:
        view = opening.clicked_in(body)
        typed, metadata = read_lead_form(view["state"]["values"]), view["private_metadata"]
        fuller = self._form(typed, context, details=True, metadata=metadata)
        self.around.slack.view("views.update", view_id=view["id"], view=fuller)
        ack()

    def logged(self, ack: Ack, body: Body, context: BoltContext) -> None:
        facts = ids.read_metadata(body["view"]["private_metadata"])
        typed = read_lead_form(body["view"]["state"]["values"])
        lead = replace(self.given(typed, body, context), source=str(facts.get("source", "")))
        draft = DraftId(ids.number(facts, "draft")) if "draft" in facts else None
        colleague = self._colleague(typed, body, context)
        self._ask_once(lead, context)
        services.log_lead(
            self.around.store,
            context["origin"],
            lead,
            by=context["person"],
            now=context["now"],
            draft=draft,
            colleague=colleague,
            attached=attached.read(facts),
        )
        ack()

    def _colleague(self, typed: LeadTyped, body: Body, context: BoltContext) -> PersonId | None:
        """Who gets the credit, where it is not who logs it."""
        if typed.credit != COLLEAGUE:
            return None
        if not typed.colleague:
            shown = COLLEAGUE in body["view"]["state"]["values"]
            raise Refused("needed", field=COLLEAGUE if shown else CREDIT)
        return self.directory.person(typed.colleague, body["team"]["id"], now=context["now"]).id

    def _ask_once(self, lead: Given, context: BoltContext) -> None:
        """Whoever said no may come up again; sent again, it is taken."""
        with self.around.store.read() as unit:
            no = unit.said_no(lead)
        if no and services.is_first(self.around.store, f"said_no:{context['origin']}", now=context["now"]):
            raise Refused("said_no", field="reach")

    def edit(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        number = LeadId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            lead = unit.lead(number)
            rights.check_edit(lead, rights.standings(unit.person(context["person"]), lead, unit.setup()))
            typed, owner = _typed(unit, lead), "" if lead.edits_stand else name(unit, lead.owner)
        services.note_seen(self.around.store, [lead.id], Seen.FORM, by=context["person"], now=context["now"])
        form = edit_form(typed, number=lead.id, owner=owner or "", metadata=opening.metadata(body, lead=lead.id))
        opening.open_view(self.around.slack, body, form)
        ack()

    def edited(self, ack: Ack, body: Body, context: BoltContext) -> None:
        view = body["view"]
        lead = LeadId(ids.number(ids.read_metadata(view["private_metadata"]), "lead"))
        with self.around.store.read() as unit:
            typed = read_edit_form(view["state"]["values"], _typed(unit, unit.lead(lead)))
        corrected = self.given(typed, body, context)
        answer = services.edit_lead(
            self.around.store, context["origin"], lead, corrected, by=context["person"], now=context["now"]
        )
        self.answers.to_form(answer, body, ack)

    def _open(
        self,
        said: reading.Spoken,
        body: Body,
        context: BoltContext,
        *,
        source: str = "",
        files: Sequence[Attachment] = (),
    ) -> bool:
        """The form, filled in with what was said; false where Slack could not open it, and that must be kept."""
        form = self._filled(said, context, source=source, files=attached.write(files))
        if said.text.strip() or files:
            return opening.opened(self.around.slack, body, form)
        opening.open_view(self.around.slack, body, form)
        return True

    def _filled(self, said: reading.Spoken, context: BoltContext, **facts: str | int) -> Body:
        known = capture.read(said.text, regions=_regions(context))
        typed = typed_from(known, wanted=said.people[0] if said.people else "")
        return self._form(typed, context, metadata=ids.write_metadata(facts))

    def _form(self, typed: LeadTyped, context: BoltContext, *, details: bool = False, metadata: str = "") -> Body:
        """Who has given nothing yet reads what happens with what they write; who is not rewarded reads so, too."""
        with self.around.store.read() as unit:
            setup, new = unit.setup(), not unit.given_by(context["person"], limit=1).total
            why = eligibility.of_giver(unit.person(context["person"]), typed.kind, setup)
        theirs = typed.credit not in {COLLEAGUE, OUTSIDE}
        files = attached.read(ids.read_metadata(metadata))
        said = [*kept(files), *before(why if theirs else None, setup.rewarded)]
        return lead_form(typed, setup.looks, new=new, details=details, metadata=metadata, said=said)

    def _keep(
        self, words: str, body: Body, context: BoltContext, *, source: str = "", files: Sequence[Attachment] = ()
    ) -> str:
        text = self.plain(words, body).text
        answer = services.keep_draft(
            self.around.store,
            context["origin"],
            text,
            by=context["person"],
            now=context["now"],
            source=source,
            attached=files,
        )
        return self.answers.text(answer)

    def given(self, typed: LeadTyped, body: Body, context: BoltContext) -> Given:
        team = body["team"]["id"]
        wanted = self.directory.person(typed.wanted, team, now=context["now"]).id if typed.wanted else None
        return given_of(typed, wanted=wanted, regions=_regions(context))

    def plain(self, words: str, body: Body) -> reading.Spoken:
        """With people called by their names in it."""
        return reading.Spoken(reading.spoken(words, name=lambda user: self._name(user, body)).text)

    def _name(self, user: str, body: Body) -> str:
        with self.around.store.read() as unit:
            person = unit.find_person(Identity(PLATFORM, body.get("team_id") or body["team"]["id"], user))
        return f"@{person.name}" if person else "@somebody"


def _regions(context: BoltContext) -> tuple[str, ...]:
    return regions(context["zone"], context["locale"])


def _typed(unit: Reading, lead: Lead) -> LeadTyped:
    wanted = unit.identity(lead.wanted, PLATFORM) if lead.wanted else None
    return typed_from(lead, wanted=wanted.user if wanted else "")
