"""Hears people type to the bot, or mention it, and what they then choose to make of their words."""

from collections.abc import Sequence

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.attachments import Attachment
from bot.errors import NoSuchLead
from bot.ids import DraftId
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.identities import is_direct
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.kit import attached, ids
from handlers.slack.listeners.answering import Answers
from handlers.slack.listeners.attachments import Attachments
from handlers.slack.listeners.leads import LeadForms
from handlers.slack.web_api import permalinks

MADE = {"send": services.send_typed, "note": services.note_typed}


def register(app: App, around: Surroundings) -> None:
    talk = Talk(around)
    app.event("message")(talk.message)
    app.event("app_mention")(talk.mention)
    app.action(ids.named("typed:"))(talk.chosen)


class Talk:
    """Our own messages, other apps' and edits never get here: the middleware knows no person behind them."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.forms = LeadForms(around)
        self.answers = Answers(around)
        self.attachments = Attachments(around)

    def message(self, event: Body, body: Body, context: BoltContext) -> None:
        """To the bot, where a reply in a thread is about what the thread is about; in a channel for its files."""
        if not is_direct(event):
            self.attachments.heard(event, context)
            return
        parent = event.get("thread_ts")
        thread = f"{event['channel']}:{parent}" if parent else ""
        self._hear(event.get("text") or "", body, context, thread=thread, unseen=bool(event.get("files")))

    def mention(self, event: Body, body: Body, context: BoltContext) -> None:
        """In a channel; answered privately. A mention in an edit was heard before, or is no new word to us."""
        if event.get("edited"):
            return
        words = event.get("text") or ""
        for ours in body.get("authorizations") or ():
            words = words.replace(f"<@{ours['user_id']}>", "")
        source = permalinks.asked_for(self.around.slack, event["channel"], event["ts"])
        self._hear(words, body, context, source=source, files=attached.of_message(event))

    def chosen(self, ack: Ack, action: Body, body: Body, context: BoltContext) -> None:
        pressed = ids.read(action["action_id"], action.get("value"))
        if pressed.detail not in MADE:
            raise NoSuchLead
        make, draft = MADE[pressed.detail], DraftId(pressed.number)
        answer = make(self.around.store, context["origin"], draft, by=context["person"], now=context["now"])
        self.answers.to_click(answer, body)
        ack()

    def _hear(
        self,
        words: str,
        body: Body,
        context: BoltContext,
        *,
        thread: str = "",
        source: str = "",
        files: Sequence[Attachment] = (),
        unseen: bool = False,
    ) -> None:
        services.hear(
            self.around.store,
            context["origin"],
            self.forms.plain(words, body).text,
            by=context["person"],
            now=context["now"],
            command=self.around.command,
            thread=thread,
            source=source,
            attached=files,
            unseen=unseen,
        )
