"""What Slack sends when people submit the form and click buttons, as large as the real thing."""

import hmac
import json
import time
from collections.abc import Callable
from hashlib import sha256
from itertools import count
from urllib.parse import quote_plus

from benchmarks.names import company, domain
from handlers.slack.edge.decoding import Body
from handlers.slack.views.lead_form import lead_form
from handlers.slack.views.lead_typed import LeadTyped

TEAM, APP = "T0BENCH001", "A0BENCH001"
SECRET = "bench-signing-secret"
REFERRERS = [f"U0REFER{n:03}" for n in range(40)]
REPS = [f"U0REP{n:05}" for n in range(8)]
ADMIN = "U0ADMIN001"

Payload = Callable[[], Body]


class Payloads:
    """Each call is a new intention of one of many people."""

    def __init__(self, slack_url: str) -> None:
        self.slack_url = slack_url
        self._submits = count(1)
        self._clicks = count(1)

    def submit(self) -> Body:
        """The form of `/lead`, filled in."""
        n = next(self._submits)
        typed = LeadTyped(name=company(n), reach=f"jane@{domain(n)}, +34 600 {n:06}, needs payroll in Spain")
        view = lead_form(typed) | {
            "id": f"V{n:010}",
            "team_id": TEAM,
            "app_id": APP,
            "bot_id": "B0BENCH001",
            "hash": f"{n}.abcdefgh",
            "private_metadata": "",
            "state": {"values": _values(typed)},
        }
        return _interaction("view_submission", REFERRERS[n % len(REFERRERS)], n) | {"view": view, "response_urls": []}

    def take(self) -> Body:
        """ "I'll take it" on the next lead that nobody has taken."""
        n = next(self._clicks)
        element = {"action_id": "move:take", "block_id": "moves", "type": "button", "value": str(n)}
        text = {"type": "plain_text", "text": "I'll take it", "emoji": True}
        return _interaction("block_actions", REPS[n % len(REPS)], n) | {
            "container": {"type": "message", "message_ts": f"1795000000.{n:06}", "channel_id": "C0LEADS001"},
            "channel": {"id": "C0LEADS001", "name": "leads"},
            "message": _card(n),
            "state": {"values": {}},
            "response_url": f"{self.slack_url}/response/{n}",
            "actions": [element | {"text": text, "action_ts": f"1795000001.{n:06}"}],
        }


def _interaction(kind: str, user: str, n: int) -> Body:
    return {
        "type": kind,
        "user": {"id": user, "username": user.lower(), "name": user.lower(), "team_id": TEAM},
        "api_app_id": APP,
        "token": "bench",
        "trigger_id": f"{n}.1234567890.{n:032x}",
        "team": {"id": TEAM, "domain": "bench"},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _values(typed: LeadTyped) -> Body:
    kind = {"type": "radio_buttons", "selected_option": {"value": typed.kind.value}}
    name = {"type": "plain_text_input", "value": typed.name}
    reach = {"type": "plain_text_input", "value": typed.reach}
    return {"kind": {"kind": kind}, "name": {"name": name}, "reach": {"reach": reach}}


def _card(n: int) -> Body:
    """The message that was clicked in: Slack sends all of it along."""
    buttons = [
        {"type": "button", "action_id": f"move:{name}", "text": {"type": "plain_text", "text": name}, "value": str(n)}
        for name in ("take", "give", "decline", "nurture", "note")
    ]
    lines = [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": line}]}
        for line in ("Given by Erin", "Nobody has it yet", "New", "logged 21 Nov")
    ]
    return {
        "type": "message",
        "ts": f"1795000000.{n:06}",
        "text": f"Acme {n} Ltd: a possible customer, given by Erin",
        "blocks": [
            {"type": "header", "block_id": "a", "text": {"type": "plain_text", "text": f"Acme {n} Ltd"}},
            {"type": "rich_text", "block_id": "b", "elements": lines},
            {"type": "actions", "block_id": "moves", "elements": buttons},
        ],
    }


def as_http(body: Body, port: int) -> bytes:
    """One whole request, signed now."""
    raw = b"payload=" + quote_plus(json.dumps(body)).encode()
    stamp = str(int(time.time()))
    signature = "v0=" + hmac.new(SECRET.encode(), f"v0:{stamp}:".encode() + raw, sha256).hexdigest()
    head = (
        f"POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUser-Agent: Slackbot 1.0\r\nAccept: */*\r\n"
        f"Accept-Encoding: gzip,deflate\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"X-Slack-Request-Timestamp: {stamp}\r\nX-Slack-Signature: {signature}\r\nContent-Length: {len(raw)}\r\n\r\n"
    )
    return head.encode() + raw
