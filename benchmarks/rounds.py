"""Interleaved rounds: every server has its turn in each, so that what else the machine does meets them all alike."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

from benchmarks.arrivals import Send, arrive
from benchmarks.processes import Server
from benchmarks.slack import Slack


@dataclass
class Arm:
    """One server doing one thing."""

    server: Server
    send: Send
    delay: float = 0.0
    """Seconds that Slack takes for each call meanwhile."""
    latencies: list[list[float]] = field(default_factory=list)
    """A list a round."""
    cpus: list[float] = field(default_factory=list)
    """Seconds of processor time a request, a round."""

    @property
    def cpu(self) -> float:
        return median(self.cpus)

    @property
    def p50(self) -> float:
        return median(median(each) for each in self.latencies)

    @property
    def p99(self) -> float:
        """Of each round, and of those the median: a hiccup of the machine is no property of a server."""
        return median(percentile(each, 99) for each in self.latencies)


def percentile(values: Sequence[float], n: int) -> float:
    return quantiles(values, n=100, method="inclusive")[n - 1]


@dataclass(frozen=True)
class Load:
    rate: float = 40.0
    """Arrivals a second: some forty thousand people's busiest hour."""
    seconds: float = 4.0
    rounds: int = 7
    rest: float = 0.3


async def run(arms: Mapping[str, Arm], slack: Slack, load: Load) -> None:
    for arm in arms.values():
        await arrive(arm.send, rate=load.rate, seconds=0.5)  # warm
    for _ in range(load.rounds):
        for arm in arms.values():
            slack.delay = arm.delay
            await asyncio.sleep(load.rest)
            before = arm.server.cpu
            latencies = await arrive(arm.send, rate=load.rate, seconds=load.seconds)
            arm.cpus.append((arm.server.cpu - before) / len(latencies))
            arm.latencies.append(latencies)
    slack.delay = 0.0
