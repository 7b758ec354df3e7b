"""Hears an admin set the weekly digest up: when it comes, and from where it knows who works where."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.listeners.setup import SetupForms
from handlers.slack.views.digest_form import digest_form, read_digest
from handlers.slack.web_api import profile_fields


def register(app: App, around: Surroundings) -> None:
    digests = DigestListeners(around)
    app.action(ids.named("digest:setup"))(digests.open)
    app.view(ids.DIGEST)(digests.saved)


class DigestListeners:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.forms = SetupForms(around)

    def open(self, ack: Ack, body: Body, context: BoltContext) -> None:
        view = self.forms.view(context)
        form = digest_form(view.setup, self.forms.users(view), profile_fields.fields(self.around.slack))
        opening.open_view(self.around.slack, body, form)
        ack()

    def saved(self, ack: Ack, body: Body, context: BoltContext) -> None:
        typed = read_digest(body["view"]["state"]["values"])
        self.forms.view(context)
        found = self.forms.people(dict(enumerate(users for _, users in typed.teams)), body, context)
        teams = [(name, found[number]) for number, (name, _) in enumerate(typed.teams)]
        services.set_digest(
            self.around.store,
            context["origin"],
            typed.weekly,
            typed.field,
            teams,
            by=context["person"],
            now=context["now"],
        )
        ack()
