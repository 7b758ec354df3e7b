"""Keeps our token fresh where Slack's token rotation is on: it is exchanged long before it expires, by one replica.

https://docs.slack.dev/authentication/using-token-rotation: a token lives for twelve hours, a refresh token is for one
use and revoked "after a short grace period", and two tokens may be good at a time. So a crash between Slack's answer
and our commit is met by asking again at once with the same refresh token, and what is exchanged at half of its life
leaves six hours to mend what that does not.
"""

import logging
from datetime import datetime, timedelta

from bot.credentials import Credential, Vault
from bot.front import TryLater, Undeliverable, Unsure
from bot.patience import Clock
from bot.settings import Rotation
from handlers.slack.web_api.client import Slack

log = logging.getLogger(__name__)

EARLY = timedelta(hours=6)
"""So long before it expires the token is exchanged."""
CLAIM = timedelta(seconds=15)
"""For one replica's call; then another may, or the same after a crash."""


class Turning:
    """`turn` is called every few seconds, on every replica: the client follows what any of them got."""

    def __init__(self, slack: Slack, vault: Vault, rotation: Rotation, clock: Clock) -> None:
        self.slack = slack
        self.vault = vault
        self.rotation = rotation
        self.clock = clock

    def begin(self) -> None:
        """With the tokens of the settings, unless they were exchanged already: how long theirs live nobody knows."""
        self.vault.begin(Credential(self.slack.token, self.rotation.refresh_token, self.clock()))
        self.turn()

    def turn(self) -> None:
        now, held = self.clock(), self.vault.held()
        if held is not None and held.expires_at <= now + EARLY:
            claimed = self.vault.claim(now + EARLY, now, now + CLAIM)
            held = (claimed and self._next(claimed, now)) or held
        if held is not None:
            self.slack.token = held.access
            if held.expires_at > now + EARLY:
                self.slack.fading = ""

    def _next(self, held: Credential, now: datetime) -> Credential | None:
        try:
            reply = self.slack.exchange(self.rotation, held.refresh)
        except (TryLater, Undeliverable, Unsure) as error:
            self._fades(held, error.why)
            return None
        lives = timedelta(seconds=int(reply["expires_in"]))
        following = Credential(reply["access_token"], reply["refresh_token"], now + lives)
        self.vault.keep(following)
        return following

    def _fades(self, held: Credential, why: str) -> None:
        """Said once for each reason: it is tried again every few seconds."""
        fading = f"no new token ({why}); ours expires at {held.expires_at:%Y-%m-%d %H:%M} UTC"
        if fading != self.slack.fading:
            log.error("Slack gives %s: see Token rotation in docs/operate.md.", fading)
            self.slack.fading = fading
