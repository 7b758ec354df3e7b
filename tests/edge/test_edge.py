"""Only what Slack itself signed, lately and in a sane size, goes further."""

import json

import pytest
from slack_bolt.response import BoltResponse

from tests.edge.signing import NOON, Slack, form

CLICK = {"type": "block_actions", "user": {"id": "U1"}, "actions": [{"action_id": "move:take", "value": "1"}]}


def test_a_signed_click_is_decoded_and_its_answer_goes_back(slack: Slack) -> None:
    slack.answer = lambda _: BoltResponse(status=200, body={"text": "Yours."})

    status, body = slack.posts(form(CLICK))

    assert (status, json.loads(body)) == (200, {"text": "Yours."})
    assert slack.heard == [CLICK]


def test_a_command_keeps_every_sign_that_was_typed(slack: Slack) -> None:
    slack.posts(b"command=%2Flead&text=50%25+%3D+half+%26+half+%F0%9F%8E%89+%3C%21channel%3E+a%2Bb&user_id=U1&empty=")

    assert slack.heard == [
        {"command": "/lead", "text": "50% = half & half 🎉 <!channel> a+b", "user_id": "U1", "empty": ""}
    ]


@pytest.mark.parametrize("typed", ["=", "a=b%3Db", "+ %20 %", "\n=\r\n", "\x00", "\ud83d", "שלום", "=3D=\n", " ends "])
def test_a_form_keeps_every_sign_that_was_typed(slack: Slack, typed: str) -> None:
    slack.posts(form({"type": "view_submission", "typed": typed}))

    assert slack.heard == [{"type": "view_submission", "typed": typed}]


@pytest.mark.parametrize("raw", [b"user_id=U1&text=a&user_id=U2", b"text=a&%74ext=b", b"payload={}&payload={}"])
def test_a_field_that_comes_twice_could_mean_either_and_is_refused(slack: Slack, raw: bytes) -> None:
    assert slack.posts(raw)[0] == 400
    assert slack.heard == []


def test_an_event_comes_as_json(slack: Slack) -> None:
    event = {"type": "event_callback", "event": {"type": "app_home_opened"}}

    assert slack.posts(json.dumps(event).encode(), kind="application/json")[0] == 200
    assert slack.heard == [event]


def test_slack_proves_that_the_address_is_ours(slack: Slack) -> None:
    asked = {"type": "url_verification", "challenge": "3eZb"}

    status, body = slack.posts(json.dumps(asked).encode(), kind="application/json")

    assert (status, json.loads(body), slack.heard) == (200, {"challenge": "3eZb"}, [])


def test_slack_checks_our_certificate(slack: Slack) -> None:
    assert slack.posts(b"ssl_check=1&token=x") == (200, b"")
    assert slack.heard == []


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": None},
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": "v0=é"},
        {"X-Slack-Request-Timestamp": None},
        {"X-Slack-Request-Timestamp": "soon"},
        {"X-Slack-Request-Timestamp": "²"},
        {"X-Slack-Request-Timestamp": "9" * 400},
        {"X-Slack-Request-Timestamp": str(int(NOON.timestamp()) + 1)},
    ],
)
def test_what_slack_did_not_sign_goes_no_further_and_is_noted(
    slack: Slack, caplog: pytest.LogCaptureFixture, headers: dict[str, str | None]
) -> None:
    with caplog.at_level("WARNING"):
        status, _ = slack.posts(b"command=%2Flead", headers=headers)

    assert (status, slack.heard) == (401, [])
    assert "without a good signature" in caplog.text


def test_another_secret_is_not_ours(slack: Slack) -> None:
    assert slack.posts(b"command=%2Flead", secret="guessed")[0] == 401
    assert slack.heard == []


@pytest.mark.parametrize(("seconds", "status"), [(-301, 401), (-300, 200), (300, 200), (301, 401)])
def test_a_signature_is_good_for_five_minutes_either_way(slack: Slack, seconds: int, status: int) -> None:
    assert slack.posts(b"command=%2Flead", at=str(int(NOON.timestamp()) + seconds))[0] == status


@pytest.mark.parametrize("chunked", [False, True])
def test_too_long_a_body_is_refused_before_it_is_looked_at(slack: Slack, *, chunked: bool) -> None:
    assert slack.posts(b"x" * ((1 << 20) + 1), chunked=chunked)[0] == 413
    assert slack.heard == []


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b"\xff", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"payload=", "application/x-www-form-urlencoded"),
        (b"payload=%7B", "application/x-www-form-urlencoded"),
        (b"payload=1", "application/x-www-form-urlencoded"),
    ],
)
def test_what_slack_never_sends_is_refused(slack: Slack, raw: bytes, kind: str) -> None:
    assert slack.posts(raw, kind=kind)[0] == 400
    assert slack.heard == []
