"""Hears people keep the referrer in the loop: ask, answer, help, thank, and ask not to be told."""

from collections.abc import Callable

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.answers import Answer
from bot.ids import LeadId, WinId
from bot.services.loop import check_open, check_says
from bot.show.homes import LeadPage, lead_page
from bot.show.news import latest_news
from bot.show.wins import owed
from handlers.slack import messages
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids, inputs
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.word_forms import THANKS, WORD, know_form, say_form, thank_form


def register(app: App, around: Surroundings) -> None:
    loop = Loop(around)
    app.action(ids.named("ask"))(loop.ask)
    app.action(ids.named("notforme"))(loop.let_go)
    app.action(ids.named("mute"))(loop.mute)
    app.action(ids.named("unmute"))(loop.unmute)
    app.action(ids.named("know"))(loop.know)
    app.view(ids.KNOW)(loop.known)
    app.action(ids.named("say"))(loop.say)
    app.view(ids.SAY)(loop.said)
    app.action(ids.named("thank"))(loop.thank)
    app.view(ids.THANK)(loop.thanked)


class Loop:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)

    def ask(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        """Where there is news already, it is shown."""
        lead = _lead(action)
        answer = services.ask(self.around.store, context["origin"], lead, by=context["person"], now=context["now"])
        news = self._news(lead, context) if answer.code == "news_shown" else []
        self.answers.to_click(answer, body, more=news)
        ack()

    def let_go(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        lead = _lead(action)
        answer = services.let_go(self.around.store, context["origin"], lead, by=context["person"], now=context["now"])
        self.answers.to_click(answer, body)
        ack()

    def mute(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        self._mute(action, body, context, muted=True)
        ack()

    def unmute(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        self._mute(action, body, context, muted=False)
        ack()

    def know(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        """A form of which nothing would be taken is not opened."""
        page = self._page(_lead(action), context)
        check_open(page.lead)
        form = know_form(page.lead.title, page.owner, metadata=opening.metadata(body, lead=page.lead.id))
        opening.open_view(self.around.slack, body, form)
        ack()

    def known(self, ack: Ack, body: Body, context: BoltContext) -> None:
        self._told(services.help_with, ack, body, context)

    def say(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        with self.around.store.read() as unit:
            check_says(unit, _lead(action), context["person"])
        page = self._page(_lead(action), context)
        form = say_form(page.lead.title, page.detail.givers, metadata=opening.metadata(body, lead=page.lead.id))
        opening.open_view(self.around.slack, body, form)
        ack()

    def said(self, ack: Ack, body: Body, context: BoltContext) -> None:
        self._told(services.answer, ack, body, context)

    def thank(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        win = WinId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            lead = owed(unit, win, context["person"])
        opening.open_view(self.around.slack, body, thank_form(lead.title, metadata=opening.metadata(body, win=win)))
        ack()

    def thanked(self, ack: Ack, body: Body, context: BoltContext) -> None:
        win = WinId(ids.number(ids.read_metadata(body["view"]["private_metadata"]), "win"))
        words = inputs.text(body["view"]["state"]["values"], THANKS)
        answer = services.thank(
            self.around.store, context["origin"], win, words, by=context["person"], now=context["now"]
        )
        self.answers.to_form(answer, body, ack)

    def _told(self, service: Callable[..., Answer], ack: Ack, body: Body, context: BoltContext) -> None:
        """One sentence about a lead, from its form to its service."""
        lead = LeadId(ids.number(ids.read_metadata(body["view"]["private_metadata"]), "lead"))
        words = inputs.text(body["view"]["state"]["values"], WORD)
        answer = service(self.around.store, context["origin"], lead, words, by=context["person"], now=context["now"])
        self.answers.to_form(answer, body, ack)

    def _mute(self, action: Body, body: Body, context: BoltContext, *, muted: bool) -> None:
        answer = services.mute(
            self.around.store, context["origin"], _lead(action), by=context["person"], now=context["now"], muted=muted
        )
        self.answers.to_click(answer, body)

    def _page(self, lead: LeadId, context: BoltContext) -> LeadPage:
        with self.around.store.read() as unit:
            return lead_page(unit, unit.lead(lead), unit.person(context["person"]))

    def _news(self, lead: LeadId, context: BoltContext) -> list[Body]:
        with self.around.store.read() as unit:
            news = latest_news(unit, unit.lead(lead))
            shown = messages.render(news, unit.person(context["person"])) if news else {}
        found = shown.get("blocks")
        return found if isinstance(found, list) else []


def _lead(action: Body) -> LeadId:
    return LeadId(ids.read(action["action_id"], action.get("value")).number)
