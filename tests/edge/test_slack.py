"""Each call is made once, and its end is told for what it is."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.front import TryLater, Undeliverable, Unsure
from bot.patience import Patience
from handlers.slack.web_api.client import Slack
from sandbox.methods import BOT_TOKEN
from sandbox.records import TEAM
from sandbox.server import Sandbox
from tests.serving import Server


@pytest.fixture
def slack(sandbox: Sandbox) -> Iterator[Slack]:
    slack = Slack(BOT_TOKEN, sandbox.api_url, Patience(lookup=0.5))
    yield slack
    slack.close()


def post(slack: Slack, channel: str = "C0LEADS001") -> None:
    slack.call("chat.postMessage", within=0.5, channel=channel, text="Hello, 50% & <more>", unfurl_links=False)


def said(sandbox: Sandbox) -> list[str]:
    return [message.text for message in sandbox.human("erin").messages()]


def test_what_is_said_arrives_as_it_is(slack: Slack, sandbox: Sandbox) -> None:
    post(slack)

    assert said(sandbox) == ["Hello, 50% & <more>"]


@pytest.mark.parametrize(
    ("fault", "arrives"),
    [
        ("status", False),
        ("internal_error", False),
        ("internal_error_done", True),
        ("fatal_error", False),
        ("timeout_before", False),
        ("timeout_after", True),
        ("reset_before", False),
        ("reset_after", True),
        ("truncated", True),
    ],
)
def test_an_end_that_tells_nothing_is_unsure_and_is_not_repeated(
    slack: Slack, sandbox: Sandbox, fault: str, *, arrives: bool
) -> None:
    sandbox.world.faults.add("chat.postMessage", fault)  # type: ignore[arg-type] # one of its kinds

    with pytest.raises(Unsure):
        post(slack)

    assert len(said(sandbox)) == arrives


def test_a_rate_limit_says_when_to_try_again(slack: Slack, sandbox: Sandbox) -> None:
    sandbox.world.faults.add("chat.postMessage", "ratelimited", retry_after=7)

    with pytest.raises(TryLater) as told:
        post(slack)

    assert told.value.after == 7
    assert said(sandbox) == []


@pytest.mark.parametrize(
    ("said_to_wait", "waits"),
    [("", 2.0), ("0", 0.0), ("abc", 2.0), ("1.5", 2.0), ("-3", 2.0), ("Wed, 21 Oct 2026 07:28:00 GMT", 2.0)]
    + [(years, 300.0) for years in ("999999999999", "9" * 400)],
)
def test_a_wait_that_is_no_number_or_years_is_one_of_ours(
    slack: Slack, sandbox: Sandbox, said_to_wait: str, waits: float
) -> None:
    sandbox.world.faults.add("chat.postMessage", "ratelimited", retry_after=said_to_wait)

    with pytest.raises(TryLater) as told:
        post(slack)

    assert told.value.after == waits


def test_slack_says_no(slack: Slack) -> None:
    with pytest.raises(Undeliverable) as told:
        post(slack, "C0NOWHERE1")

    assert told.value.why == "channel_not_found"


def test_nobody_listening_there_is_surely_not_said() -> None:
    slack = Slack(BOT_TOKEN, "http://127.0.0.1:9/api/", Patience())

    with pytest.raises(TryLater):
        post(slack)

    slack.close()


def test_a_token_that_is_not_taken_makes_things_wait_and_not_fall(sandbox: Sandbox) -> None:
    slack = Slack("xoxb-old", sandbox.api_url, Patience())

    with pytest.raises(TryLater) as told:
        post(slack)

    assert told.value.after == Patience().retry_most
    slack.close()


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive"])
def test_a_token_that_was_revoked_makes_things_wait_and_says_why(slack: Slack, sandbox: Sandbox, error: str) -> None:
    sandbox.world.tokens.revoke(error)

    with pytest.raises(TryLater) as told:
        post(slack)

    assert told.value.why == error


def test_who_we_are(slack: Slack) -> None:
    installation = slack.installation()

    assert installation.team == slack.team == TEAM
    assert "chat:write" in installation.scopes


def test_a_method_that_the_manifest_does_not_know_of_is_never_called(slack: Slack, sandbox: Sandbox) -> None:
    with pytest.raises(KeyError):
        slack.call("admin.users.remove", within=1)

    assert sandbox.world.calls == []


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://127.0.0.1:9/response/1",
        "https://hooks.slack.com.example/1",
        "https://hooks.slack.com@127.0.0.1/1",
        "https://127.0.0.1\\.slack.com/1",
        "http://hooks.slack.com/1",
        "file:///etc/passwd",
        "",
        "hooks.slack.com",
        "//hooks.slack.com/1",
        "https://hooks.slack.com:8080/1",
    ],
)
def test_an_answer_goes_to_slack_and_to_nobody_else(
    slack: Slack, caplog: pytest.LogCaptureFixture, elsewhere: str
) -> None:
    """The address comes with what was clicked, or back with a form."""
    slack.respond(elsewhere, {"text": "Jane's number is 600 123 456"})
    slack.settle(5)

    assert [record.getMessage() for record in caplog.records] == [
        "A private answer was to go to somebody else than Slack."
    ]


def test_slack_that_sends_us_elsewhere_is_not_followed(server: Server) -> None:
    """The token would go along."""
    followed: list[str] = []

    async def elsewhere(request: Request) -> Response:
        followed.append(request.url.path)
        return RedirectResponse("/elsewhere/auth.test", 307)

    with server.up(Starlette(routes=[Route("/{anything:path}", elsewhere, methods=["POST"])])) as url:
        slack = Slack(BOT_TOKEN, f"{url}/api/", Patience())
        with pytest.raises(Unsure):
            slack.installation()
        slack.close()

    assert followed == ["/api/auth.test"]


def test_that_our_token_is_not_taken_is_said_once_until_one_is(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    slack = Slack("xoxb-revoked", sandbox.api_url, Patience(lookup=0.5))
    for token in ("xoxb-revoked", "xoxb-revoked", BOT_TOKEN, "xoxb-revoked"):
        slack.token = token
        with suppress(TryLater):
            post(slack)
    slack.close()

    assert caplog.text.count("Slack does not take our token (invalid_auth)") == 2
