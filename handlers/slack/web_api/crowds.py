"""Who is in a channel or in a user group: for an admin who names many people at once."""

from bot.errors import Refused
from bot.front import Undeliverable
from bot.texts import short
from handlers.slack.web_api.client import Reply, Slack

MOST = 50
"""More people than that are not looked up while a form waits for its answer."""
GROUPS = 100
"""So many options a menu takes: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element."""


def in_channel(slack: Slack, channel: str) -> list[str]:
    """User ids; raises Refused("too_many_people") or Refused("not_in_channel") under the field `channel`."""
    try:
        reply = slack.call("conversations.members", within=slack.patience.lookup, channel=channel, limit=MOST + 2)
    except Undeliverable:
        raise Refused("not_in_channel", field="channel") from None
    return _few(reply["members"], "channel")


def in_group(slack: Slack, group: str) -> list[str]:
    """User ids; raises Refused("too_many_people") under the field `group`."""
    reply = slack.call("usergroups.users.list", within=slack.patience.lookup, usergroup=group)
    return _few(reply["users"], "group")


def groups(slack: Slack) -> list[tuple[str, str]]:
    """The workspace's user groups, as (id, name); none where Slack does not tell: paid plans only have them."""
    try:
        reply: Reply = slack.call("usergroups.list", within=slack.patience.lookup)
    except Undeliverable:
        return []
    return [(group["id"], short(group["name"])) for group in reply["usergroups"]][:GROUPS]


def _few(users: list[str], field: str) -> list[str]:
    if len(users) > MOST + 1:  # the bot itself is in its channels
        raise Refused("too_many_people", field=field, most=MOST)
    return users
