"""Bolt, with the doors closed that it opens by itself, and one way in for HTTP and Socket Mode alike."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from slack_bolt import App, BoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.middleware import Middleware
from slack_bolt.response import BoltResponse
from slack_sdk import WebClient

from handlers.slack.edge.decoding import Body

log = logging.getLogger(__name__)

UNANSWERED = frozenset({"event_callback", "block_actions", "view_closed"})
"""What is acknowledged even when no listener wants it: Slack would send it again, or show the person a fault."""


class _OneInstallation(Authorize):
    """Asks Slack nothing: one installation has one token, which may be exchanged for another."""

    def __init__(self, token: Callable[[], str]) -> None:
        self.token = token
        self.result = AuthorizeResult(enterprise_id=None, team_id=None, bot_token=token())

    def __call__(self, **_: Any) -> AuthorizeResult:  # noqa: ANN401 - Bolt's own signature
        if self.result.bot_token != self.token():
            self.result = AuthorizeResult(enterprise_id=None, team_id=None, bot_token=self.token())
        return self.result


def app(token: Callable[[], str], middleware: Iterable[Middleware]) -> App:
    """A Bolt app that calls nothing when it starts, and whose listeners answer before the acknowledgement goes out.

    Bytes and signature were looked at by the edge; who it is, by `middleware`. Our own messages come back as events
    by a bot, which `middleware` refuses.
    """
    bolt = App(
        name="leadloop",
        logger=logging.getLogger("slack_bolt"),  # whose level is ours to set; else each of Bolt's takes the root's
        client=WebClient(retry_handlers=[]),
        authorize=_OneInstallation(token),
        process_before_response=True,
        raise_error_for_unhandled_request=True,
        request_verification_enabled=False,
        ignoring_self_events_enabled=False,
        ssl_check_enabled=False,
        url_verification_enabled=False,
        attaching_function_token_enabled=False,
    )
    for each in middleware:
        bolt.middleware(each)
    return bolt


def dispatch(bolt: App, body: Body) -> BoltResponse:
    """No header of the request goes in: `X-Slack-Bolt-Lazy-*` would choose what runs."""
    return bolt.dispatch(BoltRequest(mode="socket_mode", body=body))


def unhandled(error: BoltUnhandledRequestError) -> BoltResponse:
    """The answer to what no listener wants; its kind is logged, and nothing of what it holds."""
    kind = error.request.body.get("type") or "command"
    log.info("Nothing listens to this %s.", kind)
    return BoltResponse(status=200 if kind in UNANSWERED else 404)
