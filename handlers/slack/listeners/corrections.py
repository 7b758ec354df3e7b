"""Hears whoever has a lead decide what its giver would correct: by a button, or after a look at what changes."""

from collections.abc import Callable, Mapping

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.answers import Answer
from bot.errors import NoSuchLead
from bot.ids import EntryId
from bot.privacy import Seen
from bot.show import corrections as show
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.pages import changes_page

DEEDS: Mapping[str, Callable[..., Answer]] = {"take": services.take_over, "leave": services.leave_as_it_is}


def register(app: App, around: Surroundings) -> None:
    corrections = Corrections(around)
    app.action(ids.named("correction:see"))(corrections.see)
    app.action(ids.named("correction:"))(corrections.decide)


class Corrections:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.answers = Answers(around)

    def see(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        number = EntryId(ids.read(action["action_id"], action.get("value")).number)
        with self.around.store.read() as unit:
            changes = show.changes(unit, number, unit.person(context["person"]))
        services.note_seen(self.around.store, [changes.lead.id], Seen.FORM, by=context["person"], now=context["now"])
        opening.open_view(self.around.slack, body, changes_page(changes))
        ack()

    def decide(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        pressed = ids.read(action["action_id"], action.get("value"))
        if pressed.detail not in DEEDS:
            raise NoSuchLead
        does = DEEDS[pressed.detail]
        answer = does(
            self.around.store, context["origin"], EntryId(pressed.number), by=context["person"], now=context["now"]
        )
        self.answers.to_click(answer, body)
        ack()
