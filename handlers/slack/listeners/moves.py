"""Hears people move a lead: by a button at once, or by the form of what the move carries; and take it back."""

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.errors import NoSuchLead
from bot.ids import EntryId, LeadId
from bot.moves import BY_NAME, Move
from bot.show.homes import page_to_move
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.listeners import opening
from handlers.slack.listeners.answering import Answers
from handlers.slack.views.move_form import chosen_owner, move_form, read_move_form
from handlers.slack.web_api.directory import Directory


def register(app: App, around: Surroundings) -> None:
    moves = Moves(around)
    app.action(ids.named("move:"))(moves.pressed)
    app.view(ids.MOVE)(moves.submitted)
    app.action(ids.named("undo"))(moves.undo)
    app.action(ids.named("forget"))(moves.forget)


class Moves:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.directory = Directory(around)
        self.answers = Answers(around)

    def pressed(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        pressed = ids.read(action["action_id"], action.get("value"))
        move, lead = _move(pressed.detail), LeadId(pressed.number)
        if move.opens_form:
            self._ask(move, lead, body, context)
        else:
            answer = services.move_lead(
                self.around.store, context["origin"], lead, move, by=context["person"], now=context["now"]
            )
            self.answers.to_click(answer, body)
        ack()

    def submitted(self, ack: Ack, body: Body, context: BoltContext) -> None:
        facts, values = ids.read_metadata(body["view"]["private_metadata"]), body["view"]["state"]["values"]
        user, now = chosen_owner(values), context["now"]
        owner = self.directory.person(user, body["team"]["id"], now=now).id if user else None
        move, typed = _move(str(facts.get("move"))), read_move_form(values, owner=owner)
        answer = services.move_lead(
            self.around.store,
            context["origin"],
            LeadId(ids.number(facts, "lead")),
            move,
            typed,
            by=context["person"],
            now=now,
        )
        self.answers.to_form(answer, body, ack)

    def undo(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        entry = EntryId(ids.read(action["action_id"], action.get("value")).number)
        answer = services.undo(self.around.store, context["origin"], entry, by=context["person"], now=context["now"])
        self.answers.to_click(answer, body, instead=True)
        ack()

    def forget(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        lead = LeadId(ids.read(action["action_id"], action.get("value")).number)
        answer = services.forget(self.around.store, context["origin"], lead, by=context["person"], now=context["now"])
        self.answers.to_click(answer, body)
        ack()

    def _ask(self, move: Move, lead: LeadId, body: Body, context: BoltContext) -> None:
        with self.around.store.read() as unit:
            page = page_to_move(unit, unit.lead(lead), move, unit.person(context["person"]))
        form = move_form(move, page, metadata=opening.metadata(body, lead=lead, move=move.name))
        opening.open_view(self.around.slack, body, form)


def _move(name: str) -> Move:
    """A name that is no move of ours was made up."""
    if name not in BY_NAME:
        raise NoSuchLead
    return BY_NAME[name]
