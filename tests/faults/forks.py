"""Starts bots by forking: a process that has imported all of `app.py`, and runs no thread, makes one in some 50 ms.

Each is the whole bot, `app.main(arguments, environ)` in a process of its own; kill -9 hits that process alone.
"""

import ctypes
import faulthandler
import gc
import json
import os
import select
import signal
import subprocess
import sys
import threading
import traceback
import weakref
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Self

from tests.faults.kills import Kill, armed, limited

ROOT = Path(__file__).parents[2]
DIES_WITH_PARENT = 1  # https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html


@dataclass
class Bot:
    """One running bot; what it writes stands in `log`, and `code` is its exit status as the shell counts it."""

    forks: "Forks"
    pid: int
    fd: int
    log: Path
    code: int | None = None

    def __post_init__(self) -> None:
        weakref.finalize(self, os.close, self.fd)  # other threads may still look whether it has ended

    def kill(self) -> None:
        """At this instant, wherever it is."""
        if not self.ended():
            os.kill(self.pid, signal.SIGKILL)
        self.ends(10.0)

    def is_told_to_stop(self) -> None:
        if not self.ended():
            os.kill(self.pid, signal.SIGTERM)

    def ended(self, within: float = 0.0) -> bool:
        """Whether it has, after so many seconds at most."""
        return self.code is not None or bool(select.select([self.fd], [], [], within)[0])

    def ends(self, within: float) -> int:
        """Its exit status, a signal's number negative; raises TimeoutError."""
        if not self.ended(within):
            os.kill(self.pid, signal.SIGUSR1)
            self.ended(0.5)
            raise TimeoutError(f"bot {self.pid} does not end within {within} s; its log says where it stands")
        if self.code is None:
            self.code = int(self.forks.ask({"reap": self.pid}))
        return self.code


class Forks:
    """The process that forks; `tree` is the source that it runs."""

    def __init__(self, tree: Path = ROOT) -> None:
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.forks"],
            cwd=tree,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=10)

    def start(
        self,
        environ: dict[str, str],
        log: Path,
        kill: Kill | None = None,
        pages: int | None = None,
        *,
        arguments: Sequence[str] = ("serve",),
    ) -> Bot:
        """`pages`: its SQLite file is full when it has so many more than now; with -1 it may only be read."""
        asked: dict[str, Any] = {"environ": environ, "log": str(log), "arguments": [*arguments]}
        asked |= {"kill": kill and asdict(kill), "pages": pages}
        pid = int(self.ask(asked))
        return Bot(self, pid, os.pidfd_open(pid), log)

    def ask(self, asked: dict[str, Any]) -> str:
        with self._lock:
            _write(self._process.stdin, json.dumps(asked))
            answer = self._process.stdout.readline() if self._process.stdout else ""
        if not answer:
            raise ChildProcessError("the process that forks is gone")
        return answer


def _write(pipe: IO[str] | None, line: str) -> None:
    if pipe is not None:
        pipe.write(f"{line}\n")
        pipe.flush()


def _serve() -> None:
    import psycopg  # noqa: F401, PLC0415 - what PostgreSQL's carrier would import after each fork

    import app  # noqa: F401, PLC0415 - only this process has it
    import storage.carriers.procrastinate  # noqa: F401, PLC0415

    _builds_one()
    if threading.active_count() > 1:
        raise RuntimeError("a fork would lose the threads")
    gc.collect()
    gc.freeze()  # or each child would look through, and so copy, all that its parent has imported
    for line in sys.stdin:
        asked = json.loads(line)
        answer = _reap(asked["reap"]) if "reap" in asked else _fork(asked)
        _write(sys.stdout, str(answer))


def _builds_one() -> None:
    """What any bot makes the same of: patterns, the system's certificates, what is imported when it is first asked for.

    None is started: threads would be.
    """
    for name in ("apscheduler.triggers.interval", "encodings.idna", "procrastinate.worker", "uvicorn.loops.auto"):
        import_module(name)
    from handlers.slack.edge import socket_mode  # noqa: PLC0415

    socket_mode._tls()  # noqa: SLF001
    with TemporaryDirectory() as folder:
        _has_one_lead(f"sqlite:///{folder}/leadloop.db")


def _has_one_lead(url: str) -> None:
    """So the words of its statements are made, too, which takes longer than to run them."""
    import app  # noqa: PLC0415
    from bot import moment, services, sweeps  # noqa: PLC0415
    from bot.ids import Origin  # noqa: PLC0415
    from bot.leads import Given, Kind  # noqa: PLC0415
    from bot.patience import Patience  # noqa: PLC0415
    from bot.people import Identity, Profile  # noqa: PLC0415
    from bot.settings import Settings  # noqa: PLC0415
    from storage.migrations import migrate  # noqa: PLC0415

    given = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "DATABASE_URL": url}
    store = app.build(Settings.read(given), moment.system, Patience()).store
    migrate(store.engine)
    now = moment.system()
    with store.write() as unit:
        erin = unit.meet(Identity("slack", "T1", "U1"), Profile("Erin", "Europe/Madrid"), now)
    acme = Given(kind=Kind.SALES, name="Acme", email="jane@acme.example")
    services.log_lead(store, Origin("first"), acme, by=erin.id, now=now)
    sweeps.sweep(store, now=now)
    store.close()


def _reap(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _fork(asked: dict[str, Any]) -> int:
    pid = os.fork()
    if pid == 0:
        os._exit(_run(asked))
    return pid


def _run(asked: dict[str, Any]) -> int:
    """The child: from here on it is the bot, and nothing of ours but the kill that was ordered."""
    import app  # noqa: PLC0415

    ctypes.CDLL(None).prctl(DIES_WITH_PARENT, signal.SIGKILL)
    log = os.open(asked["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(log, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    faulthandler.register(signal.SIGUSR1, file=2, all_threads=True)
    os.environ.clear()
    os.environ.update(asked["environ"])
    if asked["kill"]:
        armed(Kill(**asked["kill"]))
    if asked["pages"] is not None:
        limited(asked["pages"], asked["environ"]["DATABASE_URL"])
    try:
        return app.main(asked["arguments"], asked["environ"])
    except SystemExit as end:  # argparse's
        return int(end.code or 0)
    except BaseException:  # noqa: BLE001 - as Python itself would
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


if __name__ == "__main__":
    _serve()
