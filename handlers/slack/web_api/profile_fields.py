"""The fields that a workspace has added to its people's profiles, and what one of them says of somebody.

Custom fields come by users.profile.get alone, not by users.info: https://docs.slack.dev/reference/methods/users.info
"""

from bot.front import Undeliverable
from bot.texts import short
from handlers.slack.web_api.client import Slack

KINDS = frozenset({"text", "options_list"})
"""The kinds of fields that can name a department: https://docs.slack.dev/reference/methods/team.profile.get"""
FIELDS = 100
"""So many options a menu takes: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element"""
LONGEST = 60


def fields(slack: Slack) -> list[tuple[str, str]]:
    """As (id, label); none where Slack does not tell: the scope is optional, and free plans have no such fields."""
    try:
        reply = slack.call("team.profile.get", within=slack.patience.lookup)
    except Undeliverable:
        return []
    known = [(one["id"], short(one["label"])) for one in reply["profile"]["fields"] if one.get("type") in KINDS]
    return known[:FIELDS]


def value(slack: Slack, user: str, field: str) -> str:
    """Empty where nothing is filled in; raises as every call does."""
    profile = slack.call("users.profile.get", within=slack.patience.lookup, user=user)["profile"]
    told = (profile.get("fields") or {}).get(field) or {}
    return short(told.get("value"), LONGEST)
