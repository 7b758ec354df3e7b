"""A stock Bolt app that only acks, as Bolt's own documentation has it: Flask under gunicorn, or SocketModeHandler."""

import os

from flask import Flask, Response, request
from slack_bolt import Ack, App
from slack_bolt.adapter.flask import SlackRequestHandler
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

bolt = App(
    client=WebClient(os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"]),
    signing_secret=os.environ.get("SLACK_SIGNING_SECRET", "unused in Socket Mode"),
)
flask = Flask(__name__)
handler = SlackRequestHandler(bolt)


@bolt.view("form:lead")
@bolt.action("move:take")
def only_acks(ack: Ack) -> None:
    ack()


@flask.post("/slack/events")
def events() -> Response:
    return handler.handle(request)


if __name__ == "__main__":
    SocketModeHandler(bolt, os.environ["SLACK_APP_TOKEN"]).start()  # type: ignore[no-untyped-call]  # the SDK has it so
