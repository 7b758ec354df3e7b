"""A hand that signs like Slack, and one that does not."""

import hmac
import http.client
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import quote_plus

from slack_bolt.response import BoltResponse

from handlers.slack.edge.decoding import Body

SECRET = "sandbox-signing-secret"
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@dataclass
class Slack:
    """Calls the edge as Slack does, or as somebody who is not Slack would."""

    port: int
    heard: list[Body] = field(default_factory=list)
    answer: Callable[[Body], BoltResponse] | None = None

    def dispatch(self, body: Body, _: str) -> BoltResponse:
        self.heard.append(body)
        return self.answer(body) if self.answer else BoltResponse(status=200)

    def posts(
        self,
        raw: bytes,
        *,
        kind: str = "application/x-www-form-urlencoded",
        at: str = str(int(NOON.timestamp())),
        secret: str = SECRET,
        headers: Mapping[str, str | None] | None = None,
        chunked: bool = False,
    ) -> tuple[int, bytes]:
        """`headers` replaces what would be sent; None takes one away."""
        signature = "v0=" + hmac.new(secret.encode(), f"v0:{at}:".encode() + raw, sha256).hexdigest()
        sent: dict[str, str | None] = {
            "Content-Type": kind,
            "X-Slack-Request-Timestamp": at,
            "X-Slack-Signature": signature,
            **(headers or {}),
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        body = iter([raw]) if chunked else raw
        connection.request("POST", "/slack/events", body, {k: v for k, v in sent.items() if v is not None})
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        return response.status, answer


def form(payload: Body) -> bytes:
    """As Slack sends what people click and submit."""
    return b"payload=" + quote_plus(json.dumps(payload)).encode()
