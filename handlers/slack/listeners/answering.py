"""Answers a click or a form where the person is looking: the sentence, and Undo while it can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from slack_bolt import Ack

from bot.answers import Answer
from bot.ids import PersonId
from handlers.slack import wording
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import ids
from handlers.slack.messages.notes import private
from handlers.slack.web_api.privately import sentence, show, window


@dataclass(frozen=True)
class Answers:
    """A private sentence after the work: lost if Slack cannot take it, and never sent twice."""

    around: Surroundings

    def text(self, answer: Answer) -> str:
        return wording.answer(answer, self._name)

    def _name(self, person: PersonId) -> str:
        """Asked for by the few sentences that name somebody."""
        with self.around.store.read() as reading:
            return reading.person(person).name

    def to_click(self, answer: Answer, body: Body, *, more: Sequence[Body] = (), instead: bool = False) -> None:
        """Beside the message that was clicked in, or `instead` of it; in a modal instead of that; else in a window."""
        text = self.text(answer)
        said, view, slack = [*private(text, answer), *more], body.get("view") or {}, self.around.slack
        if url := body.get("response_url"):
            slack.respond(url, {"response_type": "ephemeral", "replace_original": instead} | sentence(text, said))
        elif view.get("type") == "modal":
            show(slack, "views.update", view_id=view["id"], view=window(text, said, last=True))
        else:
            show(slack, "views.open", trigger_id=body["trigger_id"], view=window(text, said, last=True))

    def to_form(self, answer: Answer, body: Body, ack: Ack) -> None:
        """Beside the message that the form was opened from; else instead of the form."""
        text = self.text(answer)
        said = private(text, answer)
        url = ids.read_metadata(body["view"].get("private_metadata", "")).get("response_url")
        if url:
            self.around.slack.respond(
                str(url), {"response_type": "ephemeral", "replace_original": False} | sentence(text, said)
            )
            ack(response_action="clear")
        else:
            ack(response_action="update", view=window(text, said, last=True))
