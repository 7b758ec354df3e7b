"""What Slack hands out to be used soon and sparingly: trigger ids, response urls, Socket Mode addresses."""

import secrets
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sandbox.refusal import RefusalError

TRIGGER_SECONDS = 3.0  # https://docs.slack.dev/interactivity/handling-user-interaction
RESPONSE_USES = 5  # same page: five times within thirty minutes
RESPONSE_LIFE = timedelta(minutes=30)


@dataclass
class Trigger:
    user: str
    born: float
    used: bool = False


@dataclass
class ResponseUrl:
    """Where an answer goes: the channel and person of the interaction, and its message if it came from one."""

    user: str
    channel: str
    born: datetime
    message_ts: str | None = None
    thread_ts: str | None = None
    uses: int = 0


@dataclass
class Tickets:
    triggers: dict[str, Trigger] = field(default_factory=dict)
    responses: dict[str, ResponseUrl] = field(default_factory=dict)
    sockets: set[str] = field(default_factory=set)
    trigger_seconds: float = TRIGGER_SECONDS

    def trigger(self, user: str) -> str:
        name = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self.triggers[name] = Trigger(user, time.monotonic())
        return name

    def exchange(self, name: str) -> str:
        """Uses up a trigger and says whose it was; refuses an unknown, a second and a late one."""
        trigger = self.triggers.get(name)
        if trigger is None:
            raise RefusalError("invalid_trigger_id")
        if trigger.used:
            raise RefusalError("exchanged_trigger_id")
        if time.monotonic() - trigger.born > self.trigger_seconds:
            raise RefusalError("expired_trigger_id")
        trigger.used = True
        return trigger.user

    def response(self, given: ResponseUrl) -> str:
        name = secrets.token_urlsafe(18)
        self.responses[name] = given
        return name

    def respond(self, name: str, now: datetime) -> ResponseUrl:
        """Counts one use of a response url; refuses the sixth use and any use after half an hour."""
        found = self.responses.get(name)
        if found is None:
            raise RefusalError("invalid_url", status=404)
        if now - found.born > RESPONSE_LIFE:
            raise RefusalError("expired_url", status=404)
        if found.uses >= RESPONSE_USES:
            raise RefusalError("used_url", status=404)
        found.uses += 1
        return found

    def socket(self) -> str:
        name = secrets.token_urlsafe(18)
        self.sockets.add(name)
        return name
