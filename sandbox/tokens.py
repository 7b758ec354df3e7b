"""The tokens of the app: one that lives until it is revoked or, with token rotation, a new one every twelve hours.

https://docs.slack.dev/authentication/using-token-rotation
"""

import secrets
from datetime import datetime, timedelta

from sandbox.refusal import RefusalError

BOT_TOKEN = "xoxb-sandbox"  # public: it opens only this sandbox
APP_TOKEN = "xapp-1-sandbox"  # public, too
CLIENT_ID, CLIENT_SECRET = "1.2", "sandbox-client-secret"  # public, too
LIFE = timedelta(seconds=43_200)
MOST = 2  # active tokens, "2 active token limit"
GRACE = timedelta(seconds=30)  # "a short grace period", says the documentation, and no number; ours is a careful one


class Tokens:
    """Which tokens Slack takes; the sandbox's time is an argument."""

    def __init__(self) -> None:
        self.access: dict[str, datetime | None] = {BOT_TOKEN: None}
        """Each with when it expires, the oldest first."""
        self.used: dict[str, datetime | None] = {}
        """Refresh tokens, each with when it was used first."""
        self.revoked: dict[str, str] = {}
        """Each with the error that it gets."""

    def check(self, token: str, now: datetime) -> None:
        """The errors of https://docs.slack.dev/reference/methods/auth.test."""
        if not token:
            raise RefusalError("not_authed")
        if token in self.revoked:
            raise RefusalError(self.revoked[token])
        if token not in self.access:
            raise RefusalError("invalid_auth")
        expires = self.access[token]
        if expires is not None and expires <= now:
            raise RefusalError("token_expired")

    def revoke(self, error: str = "token_revoked") -> None:
        """All of them; `account_inactive`: the bot's user is gone, as when the app is uninstalled."""
        self.revoked |= dict.fromkeys(self.access, error)
        self.access.clear()
        self.used.clear()

    def issue(self) -> str:
        """A token that does not expire, as after an installation."""
        token = f"xoxb-sandbox-{secrets.token_hex(4)}"
        self.access[token] = None
        return token

    def rotate(self, now: datetime) -> tuple[str, str]:
        """Token rotation is on: an access token and a refresh token, as the app's page shows them."""
        access, refresh = f"xoxe.xoxb-1-{secrets.token_hex(8)}", f"xoxe-1-{secrets.token_hex(8)}"
        self.access[access], self.used[refresh] = now + LIFE, None
        active = [token for token, expires in self.access.items() if expires is None or expires > now]
        for token in active[:-MOST]:
            del self.access[token]
            self.revoked[token] = "token_revoked"
        return access, refresh

    def refresh(self, token: str, now: datetime) -> tuple[str, str]:
        """A refresh token is for one use: after that it is revoked, and what it gave last stays."""
        first = self.used.get(token)
        if token not in self.used or (first is not None and now - first > GRACE):
            raise RefusalError("invalid_refresh_token")
        self.used[token] = first or now
        return self.rotate(now)
