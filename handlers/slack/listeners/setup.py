"""Hears admins set the company up: channels, people, who manages whom, days off."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.errors import NoSuchLead
from bot.ids import PersonId
from bot.show.setup import SetupView, setup_for
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.messages import homes
from handlers.slack.views import setup_forms
from handlers.slack.web_api.channels import check_places
from handlers.slack.web_api.directory import PLATFORM, Directory

K = TypeVar("K")
FORMS: Mapping[str, Callable[[SetupView, setup_forms.Users], Body]] = {
    "places": lambda view, _: setup_forms.places_form(view.setup),
    "people": lambda view, users: setup_forms.people_form(view.setup, users),
    "reports": setup_forms.reports_form,
    "days": lambda view, _: setup_forms.days_form(view.setup),
}


def register(app: App, around: Surroundings) -> None:
    setup = SetupForms(around)
    app.action(ids.named("setup:"))(setup.open)
    app.view(ids.PLACES)(setup.places)
    app.view(ids.PEOPLE)(setup.named)
    app.view(ids.REPORTS)(setup.reports)
    app.view(ids.DAYS)(setup.days)


class SetupForms:
    """Each form closes when it is saved, and App Home shows what holds then."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.directory = Directory(around)

    def shown(self, ack: Ack, context: BoltContext) -> None:
        """In answer to the command."""
        ack(homes.settings(self.view(context)))

    def open(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        pressed = ids.read(action["action_id"], action.get("value"))
        if pressed.detail not in FORMS:
            raise NoSuchLead
        view = self.view(context)
        opening.open_view(self.around.slack, body, FORMS[pressed.detail](view, self.users(view)))
        ack()

    def places(self, ack: Ack, body: Body, context: BoltContext) -> None:
        """Whether the bot may post there Slack is asked before the transaction."""
        chosen = setup_forms.read_places(body["view"]["state"]["values"])
        check_places(self.around.slack, chosen, before=self.view(context).setup.places)
        services.set_places(self.around.store, context["origin"], chosen, by=context["person"], now=context["now"])
        ack(response_action="clear")

    def named(self, ack: Ack, body: Body, context: BoltContext) -> None:
        chosen = setup_forms.read_people(body["view"]["state"]["values"])
        self.view(context)
        found = self.people({**chosen.roles, **chosen.desks}, body, context)
        roles = {role: found[role] for role in chosen.roles}
        desks = {kind: found[kind] for kind in chosen.desks}
        services.set_people(
            self.around.store, context["origin"], roles, desks, by=context["person"], now=context["now"]
        )
        ack(response_action="clear")

    def reports(self, ack: Ack, body: Body, context: BoltContext) -> None:
        chosen = setup_forms.read_reports(body["view"]["state"]["values"])
        self.view(context)
        reports = self.people(chosen, body, context)
        services.set_reports(self.around.store, context["origin"], reports, by=context["person"], now=context["now"])
        ack(response_action="clear")

    def days(self, ack: Ack, body: Body, context: BoltContext) -> None:
        days = setup_forms.read_days(body["view"]["state"]["values"])
        services.set_days_off(self.around.store, context["origin"], days, by=context["person"], now=context["now"])
        ack(response_action="clear")

    def view(self, context: BoltContext) -> SetupView:
        """Raises Refused("not_admin"); before Slack is asked about those whom somebody names."""
        with self.around.store.read() as unit:
            return setup_for(unit, unit.person(context["person"]))

    def users(self, view: SetupView) -> Mapping[PersonId, str]:
        with self.around.store.read() as unit:
            found = {person.id: unit.identity(person.id, PLATFORM) for person in view.people}
        return {person: identity.user for person, identity in found.items() if identity}

    def people(self, lists: Mapping[K, Sequence[str]], body: Body, context: BoltContext) -> dict[K, list[PersonId]]:
        """Whom several lists of Slack user ids name, all of them asked about at once."""
        users = dict.fromkeys(user for users in lists.values() for user in users)
        found = self.directory.people(users, body["team"]["id"], now=context["now"])
        return {name: [found[user] for user in users] for name, users in lists.items()}
