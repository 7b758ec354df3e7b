"""Asks Slack whether the bot may post in the channels that an admin chose."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from bot.errors import Refused
from bot.front import Undeliverable
from bot.setup import Place
from bot.texts import short
from bot.troubles import Cause
from handlers.slack.web_api.client import Reply, Slack

UNSEEN = frozenset({"channel_not_found", "missing_scope"})
"""What Slack says of a private channel that the bot is not in."""


def check_places(slack: Slack, chosen: Mapping[Place, str | None], *, before: Mapping[Place, str]) -> None:
    """Only what was changed, and all at once, since a person waits; raises Refused under the place that will not do.

    A candidate is never shown in public, so hiring is private; leads and wins are everybody's, so these are public.
    """
    changed = {place: channel for place, channel in chosen.items() if channel and channel != before.get(place)}
    with ThreadPoolExecutor(len(Place)) as asking:
        about = asking.map(lambda place: _about(slack, place, changed[place]), changed)
        for place, told in zip(changed, about, strict=True):
            _check(place, told)


def keeps_private(slack: Slack, channel: str) -> None:
    """Raises Undeliverable where everybody reads: whoever owns the workspace may have opened the channel since.

    https://docs.slack.dev/reference/events/message/channel_convert_to_public: told to apps that read all messages.
    """
    about = slack.call("conversations.info", within=slack.patience.lookup, channel=channel)["channel"]
    if not about.get("is_private"):
        raise Undeliverable("public", Cause.PUBLIC)


def _about(slack: Slack, place: Place, channel: str) -> Reply:
    try:
        about: Reply = slack.call("conversations.info", within=slack.patience.lookup, channel=channel)["channel"]
    except Undeliverable as unseen:
        if unseen.why in UNSEEN:
            raise Refused("not_in_channel", field=place) from None
        raise
    return about


def _check(place: Place, about: Reply) -> None:
    if about.get("is_archived"):
        raise Refused("archived", field=place)
    if bool(about.get("is_private")) != (place is Place.HIRING):
        raise Refused("not_private" if place is Place.HIRING else "not_public", field=place)
    if not about.get("is_member"):
        raise Refused("not_in_channel", field=place, channel=short(about["name"]))
