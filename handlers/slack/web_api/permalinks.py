"""The address of a message, for people to go back to where a lead came from."""

from handlers.slack.edge.decoding import Body


def of_message(body: Body) -> str:
    """Of the message that a shortcut was used on, put together as Slack's own "Copy link" does: that asks nobody.

    https://docs.slack.dev/reference/methods/chat.getPermalink shows the form.
    """
    channel, message = body["channel"]["id"], body["message"]
    link = f"https://{body['team']['domain']}.slack.com/archives/{channel}/p{message['ts'].replace('.', '')}"
    thread = message.get("thread_ts")
    return f"{link}?thread_ts={thread}&cid={channel}" if thread and thread != message["ts"] else link
