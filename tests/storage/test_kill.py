"""A replica is killed in the middle of sending: another takes its message up, and knows that it may yet arrive."""

import signal
import subprocess
import sys
from dataclasses import replace
from time import monotonic

from bot.deliver import Outcome
from bot.ids import NoticeId
from bot.notices import Notice
from storage import open_store
from tests.storage.conftest import NOW
from tests.storage.house import QUICK

REPLICA = """
import sys, threading
from tests.storage.conftest import NOW
from tests.storage.house import QUICK
from storage import open_store

store, carrier = open_store(sys.argv[1], patience=QUICK)

def deliver(number, n):
    with store.write() as unit:
        unit.start_sending(number, n, NOW)
    print("sending", flush=True)
    threading.Event().wait()

carrier.start(deliver)
threading.Event().wait()
"""


def test_what_a_killed_replica_was_sending_is_taken_up_once_a_late_request_has_landed(database_url: str) -> None:
    store, carrier = open_store(database_url, patience=replace(QUICK, settle=2.0))
    with store.write() as unit:
        unit.put(Notice("moved:1", "person:1", "say", answers_a_click=True))
        unit.put(Notice("moved:2", "person:1", "say", answers_a_click=True))
    _begin_and_be_killed(database_url)
    said: list[tuple[str, bool]] = []
    at: list[float] = []

    def deliver(number: NoticeId, n: int) -> Outcome:
        with store.write() as unit:
            notice = unit.start_sending(number, n, NOW)
            if notice is None:
                return Outcome()
            unit.sent(notice, n, shown="same", receipt="C1:1", now=NOW, told=True)
        said.append((notice.key, notice.unsure))
        at.append(monotonic())
        return Outcome(said=True)

    began = monotonic()
    carrier.start(deliver)
    carrier.drain(20)
    carrier.stop(5)
    store.close()

    assert said == [("moved:1", True), ("moved:2", False)]
    assert at[0] - began >= 2


def _begin_and_be_killed(url: str) -> None:
    with subprocess.Popen([sys.executable, "-c", REPLICA, url], stdout=subprocess.PIPE, text=True) as replica:
        assert replica.stdout is not None
        assert replica.stdout.readline() == "sending\n"
        replica.send_signal(signal.SIGKILL)
