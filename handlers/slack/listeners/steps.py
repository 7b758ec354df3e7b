"""Hears admins go through the steps of the set-up."""

from collections.abc import Callable

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.answers import Answer
from bot.errors import Refused
from bot.people import Role
from bot.show.changes import changes_for
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.listeners.setup import SetupForms
from handlers.slack.views import step_forms
from handlers.slack.web_api import crowds


def register(app: App, around: Surroundings) -> None:
    steps = Steps(around)
    app.action(ids.named("step:workers"))(steps.ask_workers)
    app.view(ids.WORKERS)(steps.workers)
    app.action(ids.named("step:introduce"))(steps.introduce)
    app.action(ids.named("step:changes"))(steps.changes)
    app.action(ids.named("step:test"))(steps.doing(services.send_trial))
    app.action(ids.named("step:remove"))(steps.doing(services.remove_trial))
    app.action(ids.named("step:skip"))(steps.doing(services.skip_managers))


class Steps:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.forms = SetupForms(around)

    def doing(self, service: Callable[..., Answer]) -> Callable[..., None]:
        """A step that is one click: App Home shows what came of it."""

        def done(ack: Ack, context: BoltContext) -> None:
            service(self.around.store, context["origin"], by=context["person"], now=context["now"])
            ack()

        return done

    def ask_workers(self, ack: Ack, body: Body, context: BoltContext) -> None:
        view = self.forms.view(context)
        form = step_forms.workers_form(view.setup, self.forms.users(view), crowds.groups(self.around.slack))
        opening.open_view(self.around.slack, body, form)
        ack()

    def workers(self, ack: Ack, body: Body, context: BoltContext) -> None:
        """Whom the admin named must be able to; of a crowd, those who are full members are taken."""
        named, channel, group = step_forms.read_workers(body["view"]["state"]["values"])
        self.forms.view(context)
        crowd = crowds.in_channel(self.around.slack, channel) if channel else []
        crowd += crowds.in_group(self.around.slack, group) if group else []
        found = self.forms.people({"crowd": crowd, "named": named}, body, context)
        with self.around.store.read() as unit:
            full = {person.id for person in unit.members()}
        people = {*found["named"], *(full & set(found["crowd"]))}
        if crowd and not people:
            raise Refused("nobody_in_it", field="channel")
        roles = {Role.REP: sorted(people)}
        services.set_people(self.around.store, context["origin"], roles, {}, by=context["person"], now=context["now"])
        ack()

    def introduce(self, ack: Ack, body: Body, context: BoltContext) -> None:
        self.forms.view(context)
        opening.open_view(self.around.slack, body, step_forms.introduction(self.around.command))
        ack()

    def changes(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        offset = ids.read(action["action_id"], action.get("value")).number
        with self.around.store.read() as unit:
            made = changes_for(unit, unit.person(context["person"]), offset=offset)
        turns = (body.get("view") or {}).get("callback_id") == ids.READ
        show = opening.replace_or_open if turns else opening.open_view
        show(self.around.slack, body, step_forms.changes(made))
        ack()
