"""Whoever opens connections and dawdles holds up nobody, and is hung up on."""

import select
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic

import pytest

from sandbox.server import Sandbox
from tests.processes import Process, listening_to, started, until

HEAD = b"POST /slack/events HTTP/1.1\r\nHost: leadloop\r\nContent-Length: 100000\r\n"
IDLE, SLOW = 200, 20


@pytest.fixture
def bot(sandbox: Sandbox, sqlite_url: str) -> Iterator[Process]:
    """It waits two seconds for a request, instead of ten."""
    with started(listening_to(sandbox, sqlite_url) | {"LEADLOOP_PATIENCE": "0.2"}) as bot:
        bot.comes_up()
        yield bot


@contextmanager
def connections(bot: Process, many: int, begin: bytes = b"") -> Iterator[list[socket.socket]]:
    with ExitStack() as stack:
        opened = [socket.create_connection(("127.0.0.1", int(bot.port)), timeout=5) for _ in range(many)]
        for one in opened:
            stack.enter_context(one)
            one.sendall(begin)
        yield opened


def open_still(connections: list[socket.socket]) -> list[socket.socket]:
    """Those on which the other side has not hung up."""
    readable, _, _ = select.select(connections, [], [], 0)
    return [one for one in connections if one not in readable or not _ended(one)]


def _ended(connection: socket.socket) -> bool:
    try:
        return connection.recv(4096) == b""
    except ConnectionError:
        return True


def dribble(connections: list[socket.socket]) -> list[socket.socket]:
    for one in (left := open_still(connections)):
        one.sendall(b"x") if one in open_still([one]) else None
    return left


def _seconds(does: Callable[[], None], then: list[socket.socket]) -> float:
    """How long that takes; a little comes on those connections afterwards."""
    began = monotonic()
    does()
    took = monotonic() - began
    dribble(then)
    return took


def test_idle_and_slow_ones_change_nothing_for_people(bot: Process, sandbox: Sandbox) -> None:
    erin = sandbox.human("erin")
    with (
        connections(bot, IDLE) as idle,
        connections(bot, SLOW, HEAD) as slow_heads,
        connections(bot, SLOW, HEAD + b"\r\nx") as slow_bodies,
    ):
        took = [_seconds(lambda: erin.types("/lead help"), then=[*slow_heads, *slow_bodies]) for _ in range(5)]

        assert [len(erin.answers), sorted(took)[2] < 1] == [5, True], took
        assert not any(answer.startswith(":warning:") for answer in erin.answers)
        assert until(lambda: not dribble(slow_heads) and not dribble(slow_bodies) and not open_still(idle), 10)
    assert bot.ready()["ok"]


def test_a_connection_that_was_used_may_not_dawdle_with_its_next_request(bot: Process) -> None:
    with connections(bot, 1, b"GET /healthz HTTP/1.1\r\nHost: leadloop\r\n\r\n") as (one,):
        assert one.recv(4096).startswith(b"HTTP/1.1 200")
        one.sendall(HEAD)

        assert until(lambda: not dribble([one]), 10)


def test_who_speaks_up_in_time_is_answered_however_many_pieces_it_takes(bot: Process) -> None:
    with connections(bot, 1) as (one,):
        for piece in (b"GET /hea", b"lthz HTTP/1.1\r\nHo", b"st: leadloop\r\n", b"\r\n"):
            one.sendall(piece)

        assert one.recv(4096).startswith(b"HTTP/1.1 200")
