"""Servers as real processes: started, waited for, their processor time and memory asked of Linux, stopped."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import clock_gettime, monotonic, sleep

HOME = Path(__file__).parents[1]
PAGE = os.sysconf("SC_PAGE_SIZE")
SCHEDULED = 2
"""CPUCLOCK_SCHED: what the scheduler has given it, all its threads, in nanoseconds."""
START, STOP = 60.0, 15.0
"""Seconds in which a server has to come up, and to go."""


@dataclass(frozen=True)
class Server:
    process: subprocess.Popen[bytes]

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far, of the process and its children (gunicorn's worker is one)."""
        return sum(_cpu(pid) for pid in self._family(self.process.pid))

    @property
    def memory(self) -> int:
        """Bytes in memory."""
        pages = (int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in self._family(self.process.pid))
        return sum(pages) * PAGE

    def _family(self, pid: int) -> list[int]:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [pid, *(one for child in children for one in self._family(int(child)))]


def _cpu(pid: int) -> float:
    """By the process's own clock: /proc counts in hundredths of a second, a round of acknowledgements takes five.

    https://man7.org/linux/man-pages/man3/clock_getcpuclockid.3.html; so Linux makes its number of the process's.
    """
    return clock_gettime(~pid << 3 | SCHEDULED)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
    return port


@asynccontextmanager
async def serving(
    command: Sequence[str], port: int | None, environ: Mapping[str, str], log: Path
) -> AsyncIterator[Server]:
    """Runs `python …` until it listens on the port, if there is one; its log is shown if it does not come up."""
    process = await asyncio.to_thread(_spawn, command, environ, log)
    try:
        if port:
            await asyncio.to_thread(_wait, process, port, log)
        yield Server(process)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            await asyncio.to_thread(process.wait, STOP)
        except subprocess.TimeoutExpired:
            process.kill()


def _spawn(command: Sequence[str], environ: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as out:
        return subprocess.Popen(  # noqa: S603 - our own servers
            [sys.executable, *command], cwd=HOME, env=surroundings(environ), stdout=out, stderr=out
        )


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = monotonic() + START
    while not listens(port):
        if process.poll() is not None or monotonic() > until:
            raise RuntimeError(f"a server did not come up:\n{log.read_text()}")
        sleep(0.01)


def surroundings(environ: Mapping[str, str]) -> dict[str, str]:
    """Nothing of whoever runs the benchmarks is a setting of what they measure."""
    ours = ("SLACK_", "LEADLOOP_", "DATABASE_URL", "LEAD_COMMAND", "SECRET_KEY")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)} | dict(environ)


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
