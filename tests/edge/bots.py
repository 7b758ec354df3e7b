"""A bot with one small feature, which hears the sandbox over real HTTP or a real WebSocket."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from slack_bolt import Ack, App, BoltContext
from starlette.applications import Starlette

from bot.errors import Refused
from bot.ids import PersonId
from bot.patience import Patience
from bot.settings import Settings
from handlers.slack.edge.hearing import Hearing
from handlers.slack.edge.readiness import Heartbeat
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.listeners import profiles
from handlers.slack.web_api.client import Slack
from sandbox.methods import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from sandbox.server import Sandbox
from storage.store import SqlStore
from tests.databases import opened
from tests.processes import secret_of
from tests.serving import Server

FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": {"type": "plain_text", "text": "A form"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [
        {
            "type": "input",
            "block_id": name,
            "label": {"type": "plain_text", "text": name.title()},
            "element": {"type": "plain_text_input", "action_id": "typed"},
        }
        for name in ("name", "reach")
    ],
}


@dataclass
class Heard:
    """A feature that writes down what came, and then answers, or fails as it is told to."""

    around: Surroundings
    contexts: list[tuple[PersonId, str, datetime]] = field(default_factory=list)
    fails: Exception | None = None

    def command(self, ack: Ack, context: BoltContext, body: dict[str, Any]) -> None:
        self.note(context)
        if body["text"] == "form":
            self.around.slack.view("views.open", trigger_id=body["trigger_id"], view=FORM)
        ack("Heard.")

    def anything(self, ack: Ack, context: BoltContext) -> None:
        self.note(context)
        ack()

    def note(self, context: BoltContext) -> None:
        self.contexts.append((context["person"], context["origin"], context["now"]))
        if self.fails:
            raise self.fails

    def register(self, app: App, _: Surroundings) -> None:
        app.command("/lead")(self.command)
        app.action("press")(self.anything)
        app.view("form")(self.anything)
        app.shortcut("log_lead")(self.anything)
        for event in ("app_home_opened", "app_mention", "message"):
            app.event(event)(self.anything)


@dataclass
class Bot:
    hearing: Hearing
    heard: Heard
    around: Surroundings
    heartbeat: Heartbeat
    url: str

    def settle(self) -> None:
        self.around.slack.settle(5)


def sentence(refused: Refused, named: Callable[[PersonId], str]) -> str:
    owner = refused.facts.get("owner")
    return f"{refused.code} {named(PersonId(owner))}" if isinstance(owner, int) else refused.code


@contextmanager
def running(
    sandbox: Sandbox, server: Server, database_url: str, patience: Patience, *, over_socket: bool = False
) -> Iterator[Bot]:
    environ = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_API_URL": sandbox.api_url,
        "DATABASE_URL": database_url,
    } | secret_of(database_url)
    environ |= {"SLACK_APP_TOKEN": APP_TOKEN} if over_socket else {"SLACK_SIGNING_SECRET": SIGNING_SECRET}
    settings = Settings.read(environ)
    engine = opened(settings.database_url)
    slack = Slack(settings.bot_token, settings.api_url, patience)
    around = Surroundings(SqlStore(engine), slack, sandbox.world.now, patience, settings.command, sentence)
    heard, heartbeat = Heard(around), Heartbeat(patience.tick)
    hearing = Hearing(settings, around, heartbeat, [heard.register, profiles.register])
    with server.up(Starlette(routes=hearing.routes)) as url:
        sandbox.request_url = "" if over_socket else f"{url}/slack/events"
        hearing.start()
        if hearing.socket:
            sandbox.world.wait_until(lambda: bool(sandbox.push.sockets.open))
        yield Bot(hearing, heard, around, heartbeat, url)
        hearing.stop(2)
        hearing.workers.shutdown(wait=True)
        sandbox.world.wait_until(lambda: not sandbox.push.sockets.open)  # the next one's is not this one's
    slack.close()
    engine.dispose()


def posts_a_button(bot: Bot) -> None:
    """A message with one button in #leads."""
    press = {"type": "button", "action_id": "press", "text": {"type": "plain_text", "text": "Press"}, "value": "1"}
    blocks = [{"type": "actions", "block_id": "buttons", "elements": [press]}]
    bot.around.slack.call("chat.postMessage", within=5, channel="C0LEADS001", text="A card", blocks=blocks)


def shows_home(bot: Bot, user: str) -> None:
    press = {"type": "button", "action_id": "press", "text": {"type": "plain_text", "text": "Press"}, "value": "1"}
    view = {"type": "home", "blocks": [{"type": "actions", "block_id": "buttons", "elements": [press]}]}
    bot.around.slack.call("views.publish", within=5, user_id=user, view=view)
