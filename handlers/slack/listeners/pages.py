"""Hears people look: at App Home, at one lead, at their own, at a long list, at help."""

from slack_bolt import Ack, App, BoltContext

from bot import services, touching
from bot.ids import LeadId
from bot.privacy import Seen
from bot.show.digests import digest_of
from bot.show.homes import home_of, lead_page, list_of
from handlers.slack import messages
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.messages import homes, notes
from handlers.slack.views import pages


def register(app: App, around: Surroundings) -> None:
    seen = Pages(around)
    app.event("app_home_opened")(seen.home)
    app.action(ids.named("more"))(seen.open)
    app.action(ids.named("lead:open"))(seen.open)
    app.action(ids.named("home:more:"))(seen.turn)


class Pages:
    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def home(self, event: Body, context: BoltContext) -> None:
        if event.get("tab") == "home":
            services.open_home(
                self.around.store,
                context["origin"],
                by=context["person"],
                now=context["now"],
                command=self.around.command,
            )

    def open(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        lead = LeadId(ids.read(action["action_id"], action.get("value")).number)
        opening.open_view(self.around.slack, body, self.lead(lead, body, context))
        ack()

    def turn(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        """From App Home to a list of its own, and there from page to page."""
        pressed = ids.read(action["action_id"], action.get("value"))
        which = pressed.detail.rpartition(":")[2]
        with self.around.store.read() as unit:
            page = list_of(unit, which, unit.person(context["person"]), offset=pressed.number)
        opening.replace_or_open(self.around.slack, body, pages.list_page(which, page))
        ack()

    def lead(self, lead: LeadId, body: Body, context: BoltContext) -> Body:
        """One lead as this person may see it; raises NoSuchLead."""
        with self.around.store.read() as unit:
            about, by = unit.lead(lead), context["person"]
            page = lead_page(unit, about, unit.person(by))
            warned = touching.before(unit, page.moves, about, by, context["now"])
        if page.shows_contact:
            services.note_seen(self.around.store, [lead], Seen.PAGE, by=context["person"], now=context["now"])
        return pages.lead_page(page, warned, metadata=opening.metadata(body))

    def mine(self, ack: Ack, context: BoltContext) -> None:
        with self.around.store.read() as unit:
            shown = home_of(unit, unit.person(context["person"]))
        ack(homes.mine(shown))

    def digest(self, ack: Ack, context: BoltContext) -> None:
        """The last seven days, now: a manager's or marketer's leads, anybody else's own."""
        with self.around.store.read() as unit:
            person = unit.person(context["person"])
            shown = digest_of(unit, person, at=context["now"], asked=True)
        ack(messages.render(shown, person))

    def help(self, ack: Ack, context: BoltContext) -> None:  # noqa: ARG002 - one shape for all that answer alone
        with self.around.store.read() as unit:
            looks = unit.setup().looks
        ack(notes.help_text(self.around.command, looks))
