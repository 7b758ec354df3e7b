"""From the start to the first served request, against importing what any such bot imports; and memory."""

import asyncio
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.arrivals import Connections, arrive
from benchmarks.company import company
from benchmarks.payloads import SECRET, Payloads
from benchmarks.processes import HOME, free_port, serving, surroundings
from benchmarks.slack import Slack
from benchmarks.table import Row

IMPORTS = "import slack_bolt, sqlmodel, uvicorn"
MOST_MEMORY = 150.0
"""MB."""
WARM = 300
"""Submits before memory is looked at."""


async def starting(slack: Slack, folder: Path, rounds: int) -> list[Row]:
    url = f"sqlite:///{folder / 'starting.db'}"
    company(url, datetime.now(UTC))
    environ = {"SLACK_API_URL": f"{slack.url}/api/", "SLACK_BOT_TOKEN": "xoxb-start", "SLACK_SIGNING_SECRET": SECRET}
    environ |= {"DATABASE_URL": url}
    people = Payloads(slack.url)
    starts, imports, memory = [], [], 0.0
    for n in range(rounds):
        imports.append(await asyncio.to_thread(_imports))
        started, memory = await _starts(environ, folder / "starting.log", people, warm=n == rounds - 1)
        starts.append(started)
    return [
        Row("start to the first submit answered, imports", median(starts), median(imports), "s", 2),
        Row(f"memory after {WARM} submits, the limit", memory, MOST_MEMORY, "MB", 1),
    ]


def _imports() -> float:
    before = perf_counter()
    subprocess.run([sys.executable, "-c", IMPORTS], cwd=HOME, env=surroundings({}), check=True)  # noqa: S603 - ours
    return perf_counter() - before


async def _starts(environ: dict[str, str], log: Path, people: Payloads, *, warm: bool) -> tuple[float, float]:
    """Seconds, and MB once it is warm."""
    port, before = free_port(), perf_counter()
    async with serving(["app.py"], port, environ | {"PORT": str(port)}, log) as server:
        send = Connections(port).sending(people.submit)
        await send()
        started = perf_counter() - before
        if warm:
            await arrive(send, rate=50, seconds=WARM / 50)
        return started, server.memory / 1e6
