"""How fast submits and clicks are answered: over HTTP, over Socket Mode, and while Slack is slow."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.arrivals import Connections, Send
from benchmarks.company import company
from benchmarks.payloads import SECRET, Payload, Payloads
from benchmarks.processes import Server, free_port, serving
from benchmarks.rounds import Arm, Load, run
from benchmarks.slack import Slack
from benchmarks.table import Row

OURS, ACKS = ["app.py"], ["-m", "benchmarks.acks"]
STOCK = ["-m", "benchmarks.stock"]
GUNICORN = ["-m", "gunicorn", "--workers=1", "--threads=32", "--keep-alive=60", "--no-control-socket"]
UNHURRIED = "1000"
"""A factor for all waiting: each lane says one thing and rests, so that what is measured is the answer alone."""
SLOW = 0.4


@dataclass
class Stage:
    """Where servers are started, and what each of them is asked to do."""

    slack: Slack
    folder: Path
    stack: AsyncExitStack
    over_socket: bool

    async def start(self, name: str, command: Sequence[str], **environ: str) -> tuple[Arm, Arm]:
        """Submits and clicks at one server."""
        port, people = free_port(), Payloads(self.slack.url)
        known = {"SLACK_API_URL": f"{self.slack.url}/api/", "SLACK_BOT_TOKEN": f"xoxb-{name}"}
        known |= {"SLACK_APP_TOKEN": f"xapp-{name}"} if self.over_socket else {"SLACK_SIGNING_SECRET": SECRET}
        known |= {"PORT": str(port)} | environ
        if "gunicorn" in command:
            command = [*command, f"--bind=127.0.0.1:{port}", "benchmarks.stock:flask"]
        ready = None if self.over_socket else port
        server = await self.stack.enter_async_context(serving(command, ready, known, self.folder / f"{name}.log"))
        if self.over_socket:
            await self.slack.connected(name)
        connections = Connections(port)
        return self._arm(server, name, connections, people.submit), self._arm(server, name, connections, people.take)

    def _arm(self, server: Server, name: str, connections: Connections, payload: Payload) -> Arm:
        async def over_socket() -> None:
            await self.slack.sends(name, payload())

        send: Send = over_socket if self.over_socket else connections.sending(payload)
        return Arm(server, send)

    async def ours(self, name: str, **environ: str) -> tuple[Arm, Arm]:
        url = f"sqlite:///{self.folder / name}.db"
        await asyncio.to_thread(company, url, datetime.now(UTC))
        return await self.start(name, OURS, DATABASE_URL=url, **environ)


async def answering(slack: Slack, folder: Path, rounds: int, *, over_socket: bool) -> list[Row]:
    """Whole work, against only acknowledging it behind the same edge, and against a stock Bolt app that only acks."""
    way = "Socket Mode" if over_socket else "HTTP"
    async with AsyncExitStack() as stack:
        stage = Stage(slack, folder, stack, over_socket)
        ours = await stage.ours(f"ours{way[0]}", LEADLOOP_PATIENCE=UNHURRIED)
        acks = await stage.start("acks", ACKS)
        stock = await stage.start("stock", STOCK if over_socket else GUNICORN)
        await run([*ours, *acks, *stock], slack, Load(rounds))
    return [
        row
        for n, what in enumerate((f"{way}: submit", f"{way}: click"))
        for row in _compared(what, ours[n], acks[n], stock[n])
    ]


def _compared(what: str, ours: Arm, acks: Arm, stock: Arm) -> list[Row]:
    most = {"cpu": 3, "p50": 3, "p99": 5}
    return [
        Row(f"{what}, {figure}, {against}", getattr(ours, figure), getattr(other, figure), "ms", target)
        for against, other, targets in (("an ack", acks, most), ("stock", stock, dict.fromkeys(most, 1)))
        for figure, target in targets.items()
    ]


async def slow_slack(slack: Slack, folder: Path, rounds: int) -> list[Row]:
    """The same while every call to Slack takes 400 ms, and all is said at its usual pace."""
    async with AsyncExitStack() as stack:
        submit, click = await Stage(slack, folder, stack, over_socket=False).ours("slow")
        arms = [submit, click, *(Arm(arm.server, arm.send, SLOW) for arm in (submit, click))]
        await run(arms, slack, Load(rounds, seconds=10, rest=1.5))
    return [
        Row(f"{what} while Slack takes 400 ms, p99, without", arms[n + 2].p99, arms[n].p99, "ms", 1.5)
        for n, what in enumerate(("submit", "click"))
    ]
