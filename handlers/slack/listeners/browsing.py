"""Hears people look for leads: by the command, from App Home, with filters, from page to page."""

import re
from dataclasses import dataclass

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.show import lists
from bot.sought import Looked, Sought, Stage
from bot.texts import short
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.messages.filters import KIND, OPEN, PAGE, STAGE, WHOSE, WORD
from handlers.slack.views.browse import browse_page, read_filters, read_home_filters

FIND = re.compile(r"find\b(.*)", re.IGNORECASE | re.DOTALL)


def register(app: App, around: Surroundings) -> None:
    browsing = Browsing(around)
    app.action(ids.named(OPEN))(browsing.open)
    app.action(ids.named(PAGE))(browsing.turned)
    for name in (WHOSE, KIND, STAGE, WORD):
        app.action(ids.named(name))(browsing.filtered)
    app.view(ids.BROWSE)(browsing.sought)
    app.action(ids.named("export"))(browsing.export)


@dataclass(frozen=True)
class Browsing:
    around: Surroundings

    def find(self, words: str, ack: Ack, body: Body, context: BoltContext) -> None:
        """`/lead find acme`: whatever its status."""
        opening.open_view(self.around.slack, body, self._page(Sought(stage=Stage.ANY, words=short(words)), context))
        ack()

    def board(self, ack: Ack, body: Body, context: BoltContext) -> None:
        """`/lead board`, and the board's button in App Home."""
        with self.around.store.read() as unit:
            team = lists.team_of(unit, unit.person(context["person"]))
        opening.open_view(self.around.slack, body, self._page(team, context))
        ack()

    def open(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        """From App Home: the board, or everything there is."""
        if ids.read(action["action_id"], action.get("value")).number:
            self.board(ack, body, context)
        else:
            self.find("", ack, body, context)

    def filtered(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        self._show(ack, action, body, context)

    def turned(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        offset = ids.read(action["action_id"], action.get("value")).number
        self._show(ack, action, body, context, offset=offset)

    def sought(self, ack: Ack, body: Body, context: BoltContext) -> None:
        ack(response_action="update", view=self._page(self._filters(body, context), context))

    def export(self, ack: Ack, body: Body, context: BoltContext) -> None:
        """The file comes as a direct message."""
        answer = services.export_leads(self.around.store, context["origin"], by=context["person"], now=context["now"])
        Answers(self.around).to_click(answer, body)
        ack()

    def _show(self, ack: Ack, action: Body, body: Body, context: BoltContext, *, offset: int = 0) -> None:
        if body["view"]["type"] == "home":
            self._show_home(action, body, context, offset=offset)
        else:
            page = self._page(self._filters(body, context), context, offset=offset)
            self.around.slack.view("views.update", view_id=body["view"]["id"], view=page)
        ack()

    def _show_home(self, action: Body, body: Body, context: BoltContext, *, offset: int) -> None:
        """App Home keeps its filters, since it is shown anew whenever a lead moves."""
        values, now = body["view"]["state"]["values"], context["now"]
        sought = read_home_filters(values, picked=action["action_id"], now=now)
        looked = Looked(sought, offset) if sought else None
        services.look_for(self.around.store, context["origin"], looked, by=context["person"], now=now)

    def _filters(self, body: Body, context: BoltContext) -> Sought:
        return read_filters(body["view"]["state"]["values"], now=context["now"])

    def _page(self, sought: Sought, context: BoltContext, *, offset: int = 0) -> Body:
        with self.around.store.read() as unit:
            return browse_page(lists.found(unit, sought, unit.person(context["person"]), offset=offset))
