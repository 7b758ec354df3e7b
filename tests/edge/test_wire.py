"""What comes over the wire byte by byte, as no HTTP library would send it: the signature is of the very bytes."""

import gzip
import hmac
import json
import socket
from hashlib import sha256

import pytest

from sandbox.server import Sandbox
from tests.edge.bots import Bot
from tests.edge.signing import NOON, SECRET, Slack

COMMAND = b"command=%2Flead&text=mine"
HEARD = {"command": "/lead", "text": "mine"}
STAMP = str(int(NOON.timestamp())).encode()


def signature(body: bytes = COMMAND, secret: bytes = SECRET.encode()) -> bytes:
    return b"v0=" + hmac.new(secret, b"v0:" + STAMP + b":" + body, sha256).hexdigest().encode()


def request(
    *more: bytes,
    body: bytes = COMMAND,
    sent: bytes | None = None,
    sign: bool = True,
    length: bool = True,
    version: bytes = b"1.1",
    last: bool = True,
) -> bytes:
    """`more` are header lines; `sent` is what goes over the wire for the signed body."""
    wire = body if sent is None else sent
    lines = [b"POST /slack/events HTTP/" + version, b"Host: leadloop", b"X-Slack-Request-Timestamp: " + STAMP]
    lines += [b"X-Slack-Signature: " + signature(body)] if sign else []
    lines += [b"Content-Length: %d" % len(wire)] if length else []
    lines += [b"Connection: close"] if last else []
    return b"\r\n".join([*lines, *more, b"", wire])


def chunked(*pieces: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (*pieces, b""))


def answers(slack: Slack, sent: bytes, *, breaks_off: bool = False) -> list[int]:
    """The status of each answer, until the other side hangs up."""
    with socket.create_connection(("127.0.0.1", slack.port), timeout=8) as connection:
        connection.sendall(sent)
        if breaks_off:
            connection.shutdown(socket.SHUT_WR)
        told = b"".join(iter(lambda: connection.recv(65536), b""))
    return [int(line[:3]) for line in told.split(b"HTTP/1.1 ")[1:]]


CHUNKED = b"Transfer-Encoding: chunked"
TAKEN = {
    "as Slack sends it": request(),
    "header names in capitals": request().replace(b"X-Slack-", b"X-SLACK-"),
    "HTTP/1.0": request(version=b"1.0"),
    "in chunks": request(CHUNKED, sent=chunked(COMMAND[:5], COMMAND[5:]), length=False),
    "byte by byte": request(CHUNKED, sent=chunked(*(bytes([one]) for one in COMMAND)), length=False),
    "an extension of a chunk": request(CHUNKED, sent=chunked(COMMAND).replace(b"\r\n", b";a=b\r\n", 1), length=False),
    "its length twice": request(b"Content-Length: %d" % len(COMMAND)),
}


@pytest.mark.parametrize("how", TAKEN)
def test_what_was_signed_is_heard_however_it_is_cut(slack: Slack, how: str) -> None:
    assert answers(slack, TAKEN[how]) == [200]
    assert slack.heard == [HEARD]


UNSIGNED = {
    "no signature": request(sign=False),
    "a wrong signature before the right one": request().replace(
        b"X-Slack-Sig", b"X-Slack-Signature: v0=0\r\nX-Slack-Sig"
    ),
    "a wrong signature after the right one": request(b"X-Slack-Signature: v0=0"),
    "the right signature twice": request(b"X-Slack-Signature: " + signature()),
    "two moments": request(b"X-Slack-Request-Timestamp: 1"),
    "the signature on a second line": request(b"X-Slack-Signature: v0=\r\n " + signature()[3:], sign=False),
    "the signature in capitals": request().replace(signature(), signature().upper()),
    "the signature of other bytes": request(body=COMMAND, sent=COMMAND + b" "),
    "the signature of what is unpacked": request(b"Content-Encoding: gzip", sent=gzip.compress(COMMAND)),
    "the signature of the body without its chunks": request(
        CHUNKED, body=chunked(COMMAND), sent=chunked(COMMAND), length=False
    ),
    "another version": request().replace(b"v0=", b"v1="),
    "a signature in the address": request(sign=False).replace(b"events", b"events?x-slack-signature=" + signature()),
    "signed with nothing": request(b"X-Slack-Signature: " + signature(secret=b""), sign=False),
}


@pytest.mark.parametrize("how", UNSIGNED)
def test_what_was_not_signed_so_is_not_heard(slack: Slack, how: str) -> None:
    assert answers(slack, UNSIGNED[how]) == [401]
    assert slack.heard == []


MALFORMED = {
    "two lengths": request(b"Content-Length: 1"),
    "a length that is none": request(b"Content-Length: +25", length=False),
    "a length below nothing": request(b"Content-Length: -1", length=False),
    "a chunk that is longer than it says": request(CHUNKED, sent=b"2\r\nabc\r\n0\r\n\r\n", length=False),
    "a chunk without a length": request(CHUNKED, sent=b"z\r\nabc\r\n0\r\n\r\n", length=False),
    "a header without end": b"POST /slack/events HTTP/1.1\r\nX: " + b"x" * 100_000,
    "a NUL in a header": request(b"X-A: a\x00b"),
    "no HTTP at all": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
}


@pytest.mark.parametrize("how", MALFORMED)
def test_what_is_no_request_is_not_heard(slack: Slack, how: str) -> None:
    told = answers(slack, MALFORMED[how])

    assert all(400 <= status < 500 for status in told)
    assert slack.heard == []


def test_a_body_that_ends_before_its_length_is_not_heard(slack: Slack) -> None:
    assert 200 not in answers(slack, request()[:-1], breaks_off=True)
    assert slack.heard == []


def test_what_is_packed_is_not_unpacked(slack: Slack) -> None:
    """However small it is here, it could be a gigabyte."""
    packed = gzip.compress(json.dumps({"type": "event_callback"}).encode())

    told = answers(slack, request(b"Content-Encoding: gzip", b"Content-Type: application/json", body=packed))

    assert (told, slack.heard) == ([400], [])


def test_requests_in_one_packet_are_answered_one_after_another(slack: Slack) -> None:
    told = answers(slack, request(last=False) + request(sign=False, last=False) + request())

    assert (told, slack.heard) == ([200, 401, 200], [HEARD, HEARD])


def test_what_follows_a_body_is_a_request_of_its_own(slack: Slack) -> None:
    """And so has to be signed."""
    told = answers(slack, request(last=False) + b"command=%2Flead&text=board\r\n\r\n")

    assert (told[0], slack.heard) == (200, [HEARD])
    assert 200 not in told[1:]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_only_what_is_posted_is_heard(slack: Slack, method: str) -> None:
    told = answers(slack, request().replace(b"POST", method.encode()))

    assert [status for status in told if status < 400] == []
    assert slack.heard == []


INTERNAL = {
    "X-Slack-Bolt-Lazy-Only": "1",
    "X-Slack-Bolt-Lazy-Function-Name": "anything",
    "X-Slack-Retry-Num": "1",
    "X-Forwarded-For": "127.0.0.1",
    "X-HTTP-Method-Override": "GET",
}


@pytest.mark.parametrize("header", INTERNAL)
def test_a_header_from_outside_chooses_nothing_in_bolt(bot: Bot, sandbox: Sandbox, header: str) -> None:
    """Bolt by itself would run the listener of this name, without asking who it is, and say nothing."""
    press = {"type": "button", "action_id": "press", "block_id": "b", "value": "1", "action_ts": "17.5"}
    sandbox.push.headers = {header: INTERNAL[header]}

    sandbox.human("ravi").forge({"actions": [press]})

    assert len(bot.heard.contexts) == 1
