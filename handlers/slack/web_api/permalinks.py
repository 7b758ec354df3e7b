"""The address of a message, for people to go back to where a lead came from."""

import logging

from bot.front import TryLater, Undeliverable, Unsure
from handlers.slack.edge.decoding import Body
from handlers.slack.web_api.client import Slack

log = logging.getLogger(__name__)


def of_message(body: Body) -> str:
    """Of the message that a shortcut was used on, put together as Slack's own "Copy link" does: that asks nobody.

    https://docs.slack.dev/reference/methods/chat.getPermalink shows the form.
    """
    channel, message = body["channel"]["id"], body["message"]
    link = f"https://{body['team']['domain']}.slack.com/archives/{channel}/p{message['ts'].replace('.', '')}"
    thread = message.get("thread_ts")
    return f"{link}?thread_ts={thread}&cid={channel}" if thread and thread != message["ts"] else link


def asked_for(slack: Slack, channel: str, ts: str) -> str:
    """Of a message that an event tells of, where the workspace's address is not told; empty if Slack cannot say."""
    try:
        reply = slack.call("chat.getPermalink", within=slack.patience.lookup, channel=channel, message_ts=ts)
    except (TryLater, Undeliverable, Unsure) as lost:
        log.warning("A message's address is not known: %s.", type(lost).__name__)
        return ""
    return str(reply["permalink"])
