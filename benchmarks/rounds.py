"""Interleaved rounds: every server has its turn in each, so that what else the machine does meets them all alike."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

from benchmarks.arrivals import Send, arrive
from benchmarks.processes import Server
from benchmarks.slack import Slack


@dataclass
class Arm:
    """One server doing one thing; figures are of each round, and of those the median."""

    server: Server
    send: Send
    delay: float = 0.0
    """Seconds that Slack takes for each call meanwhile."""
    latencies: list[list[float]] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)

    @property
    def cpu(self) -> float:
        """Milliseconds of processor time a request."""
        return 1000 * median(self.cpus)

    @property
    def p50(self) -> float:
        """Milliseconds."""
        return 1000 * median(median(each) for each in self.latencies)

    @property
    def p99(self) -> float:
        """Milliseconds."""
        return 1000 * median(_p99(each) for each in self.latencies)


def _p99(values: Sequence[float]) -> float:
    return quantiles(values, n=100, method="inclusive")[-1]


@dataclass(frozen=True)
class Load:
    rounds: int
    rate: float = 25.0
    """Arrivals a second."""
    seconds: float = 2.5
    rest: float = 0.3
    """Seconds between two turns."""


async def run(arms: Sequence[Arm], slack: Slack, load: Load) -> None:
    for arm in arms:
        await arrive(arm.send, rate=load.rate, seconds=1)  # the first ones build statements and open connections
    for _ in range(load.rounds):
        for arm in arms:
            slack.delay = arm.delay
            await asyncio.sleep(load.rest)
            before = arm.server.cpu
            latencies = await arrive(arm.send, rate=load.rate, seconds=load.seconds)
            arm.cpus.append((arm.server.cpu - before) / len(latencies))
            arm.latencies.append(latencies)
    slack.delay = 0.0
