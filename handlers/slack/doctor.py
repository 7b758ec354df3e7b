"""Examines the connection with Slack: reachability, token, scopes, clock and channels."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from bot.findings import Finding
from bot.front import TryLater, Undeliverable, Unsure
from bot.patience import Patience
from bot.settings import Settings
from bot.setup import Place
from bot.texts import short
from handlers.slack.web_api.client import Installation, Slack
from handlers.slack.web_api.methods import scopes_needed

SKEW = timedelta(minutes=1)
"""Slack's signatures are good for five minutes; one is a warning in time."""


def examine(settings: Settings, places: Mapping[Place, str], now: datetime) -> Iterator[Finding]:
    """Asks Slack and changes nothing. `now` is the system's time: the sandbox's own is ahead of it on purpose."""
    slack = Slack(settings.bot_token, settings.api_url, Patience(lookup=10.0))
    try:
        yield from _installed(slack, settings, places, now)
    finally:
        slack.close()


def _installed(slack: Slack, settings: Settings, places: Mapping[Place, str], now: datetime) -> Iterator[Finding]:
    try:
        installation = slack.installation()
    except (TryLater, Undeliverable, Unsure) as error:
        yield _no_answer(error, settings)
        return
    yield Finding(f"Slack answers, and takes the bot token (workspace {installation.team}).")
    yield _scopes(installation)
    yield _clock(installation, now, loopback=settings.loopback)
    if settings.app_token:
        yield _socket_mode(settings)
    for place in Place:
        yield _channel(slack, place, places.get(place))


def _no_answer(error: Exception, settings: Settings) -> Finding:
    cause = error.__cause__
    if isinstance(error, TryLater) and cause is None:
        return Finding(
            "Slack does not take SLACK_BOT_TOKEN.",
            "Copy it again from your app's page, OAuth & Permissions; reinstall the app if it was removed.",
        )
    why = error.why if isinstance(error, Undeliverable | Unsure) else type(cause).__name__
    return Finding(
        f"Slack does not answer at {settings.api_url} ({why}).",
        "Check the network, the proxy (HTTPS_PROXY), SLACK_API_URL, and https://slack-status.com.",
    )


def _scopes(installation: Installation) -> Finding:
    missing = sorted(scopes_needed() - installation.scopes)
    if not missing:
        return Finding("All scopes that the bot needs are granted.")
    return Finding(
        f"Scopes are missing: {', '.join(missing)}.",
        "Paste manifest.yml into your app's page, App Manifest, save, and reinstall the app.",
    )


def _clock(installation: Installation, now: datetime, *, loopback: bool) -> Finding:
    said = installation.said_at
    skew = abs(said - now) if said and not loopback else timedelta()
    if skew <= SKEW:
        return Finding("This machine's clock agrees with Slack's.")
    return Finding(
        f"This machine's clock differs from Slack's by {skew.total_seconds():.0f} seconds.",
        "Let it follow a time server (NTP): beyond five minutes nothing from Slack is accepted.",
    )


def _socket_mode(settings: Settings) -> Finding:
    slack = Slack(settings.app_token or "", settings.api_url, Patience())
    try:
        slack.call("apps.connections.open", within=10.0)
    except (TryLater, Undeliverable, Unsure) as error:
        why = error.why if isinstance(error, Undeliverable | Unsure) else "not taken"
        return Finding(
            f"Socket Mode cannot be opened ({why}).",
            "Make an app-level token with connections:write, set SLACK_APP_TOKEN, and enable Socket Mode.",
        )
    finally:
        slack.close()
    return Finding("Socket Mode can be opened.")


def _channel(slack: Slack, place: Place, reference: str | None) -> Finding:
    if not reference:
        return Finding(f"The {place} channel is not set yet; an admin sets it in App Home.")
    try:
        channel = slack.call("conversations.info", within=10.0, channel=reference)["channel"]
    except (TryLater, Undeliverable, Unsure) as error:
        why = error.why if isinstance(error, Undeliverable | Unsure) else "try again"
        return Finding(
            f"The {place} channel cannot be looked at ({why}).", "Invite the bot, or choose another channel."
        )
    if channel.get("is_archived"):
        return Finding(f"The {place} channel is archived.", "Unarchive it, or choose another in App Home.")
    if place is Place.HIRING and not channel.get("is_private"):
        return Finding(
            "Everybody can read the hiring channel.", "Make it private again, or choose another one in App Home."
        )
    if not channel.get("is_member"):
        return Finding(
            f"The bot is not in the {place} channel.", f"Write /invite @Leadloop in #{short(channel['name'])}."
        )
    return Finding(f"The {place} channel is there, and the bot is in it.")
