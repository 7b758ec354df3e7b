"""Hears an admin say where people work."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.listeners.setup import SetupForms
from handlers.slack.views.department_form import department_form, read_departments
from handlers.slack.web_api import profile_fields


def register(app: App, around: Surroundings) -> None:
    departments = DepartmentListeners(around)
    app.action(ids.named("departments:open"))(departments.open)
    app.view(ids.DEPARTMENTS)(departments.saved)


class DepartmentListeners:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.forms = SetupForms(around)

    def open(self, ack: Ack, body: Body, context: BoltContext) -> None:
        view = self.forms.view(context)
        form = department_form(view.setup, self.forms.users(view), profile_fields.fields(self.around.slack))
        opening.open_view(self.around.slack, body, form)
        ack()

    def saved(self, ack: Ack, body: Body, context: BoltContext) -> None:
        field, typed = read_departments(body["view"]["state"]["values"])
        teams = [(name, self.forms.people(users, body, context)) for name, users in typed]
        services.set_departments(
            self.around.store, context["origin"], field, teams, by=context["person"], now=context["now"]
        )
        ack()
